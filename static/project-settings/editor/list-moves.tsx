import ArrowDownIcon from '@atlaskit/icon/core/arrow-down';
import ArrowUpIcon from '@atlaskit/icon/core/arrow-up';
import CopyIcon from '@atlaskit/icon/core/copy';
import DeleteIcon from '@atlaskit/icon/core/delete';
import type { ComponentType, MouseEventHandler } from 'react';

interface IconButtonProps {
  readonly label: string;
  readonly Icon: ComponentType<{ label: string; size?: 'small' }>;
  readonly onClick: MouseEventHandler<HTMLButtonElement>;
  readonly disabled?: boolean;
  readonly title?: string;
  readonly mark?: string;
}

/** A button that is an icon; its name is said and shown by the pointer. */
export function IconButton({ label, Icon, onClick, disabled = false, title = label, mark }: IconButtonProps) {
  return (
    <button
      type="button"
      className="editor-icon"
      aria-label={label}
      // Not `disabled`: the focus would be lost where a row arrives at the end.
      aria-disabled={disabled || undefined}
      title={title}
      data-mark={mark}
      onClick={(event) => {
        if (!disabled) onClick(event);
      }}
    >
      <Icon label="" size="small" />
    </button>
  );
}

interface Props {
  /** What is moved, such as "goal Everything else". */
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly onMove?: (to: number) => void;
  readonly onCopy?: () => void;
  readonly onRemove: () => void;
  /** Why it cannot be taken out; it then stays. */
  readonly keptBecause?: string;
}

/** Moves, copies and removes an item of a list, by keyboard as by mouse. */
export function ListMoves({ name, index, count, onMove, onCopy, onRemove, keptBecause }: Props) {
  return (
    <span className="list-moves">
      {onMove && count > 1 && (
        <>
          <IconButton
            label={`Move ${name} up`}
            Icon={ArrowUpIcon}
            mark={`up-${index}`}
            disabled={index === 0}
            onClick={() => onMove(index - 1)}
          />
          <IconButton
            label={`Move ${name} down`}
            Icon={ArrowDownIcon}
            mark={`down-${index}`}
            disabled={index === count - 1}
            onClick={() => onMove(index + 1)}
          />
        </>
      )}
      {onCopy && <IconButton label={`Duplicate ${name}`} Icon={CopyIcon} onClick={onCopy} />}
      <IconButton
        label={`Remove ${name}`}
        Icon={DeleteIcon}
        disabled={keptBecause !== undefined}
        title={keptBecause ?? `Remove ${name}`}
        mark={`remove-${index}`}
        onClick={onRemove}
      />
    </span>
  );
}
