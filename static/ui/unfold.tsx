import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronUpIcon from '@atlaskit/icon/core/chevron-up';
import { Button } from './button';

interface Props {
  readonly open: boolean;
  /** Id of what it shows and hides. */
  readonly controls: string;
  /** What it belongs to, for those who hear the button out of its place. */
  readonly name: string;
  readonly children: string;
  readonly onToggle: () => void;
}

/** A small button that shows and hides something below it. */
export function Unfold({ open, controls, name, children, onToggle }: Props) {
  const Chevron = open ? ChevronUpIcon : ChevronDownIcon;
  return (
    <Button look="subtle" aria-expanded={open} aria-controls={controls} onClick={onToggle}>
      {children}
      <span className="visually-hidden">, {name}</span>
      <Chevron label="" size="small" />
    </Button>
  );
}
