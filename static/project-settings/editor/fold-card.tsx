import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import { useId, type ComponentProps, type ReactNode } from 'react';
import { useProblems } from './editor-context';
import { ListMoves } from './list-moves';
import { ProblemCount } from './problem-count';

interface Props extends ComponentProps<typeof ListMoves> {
  readonly path: string;
  /** What is worth knowing of it while it is folded. */
  readonly about: ReactNode;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** A piece of a list: a line with its name, its problems and its moves, and all of its fields once it is unfolded. */
export function FoldCard({ path, about, open, onToggle, children, ...moves }: Props) {
  const problems = useProblems(path, true);
  const bodyId = useId();
  const Chevron = open ? ChevronDownIcon : ChevronRightIcon;
  return (
    <div className="card">
      <div className="item-head">
        <h3 className="card-title">
          <button
            type="button"
            className="card-toggle"
            aria-expanded={open}
            aria-controls={bodyId}
            data-path={path}
            onClick={onToggle}
          >
            <Chevron label="" size="small" />
            {moves.name}
          </button>
        </h3>
        <span className="subtle">{about}</span>
        <ProblemCount problems={problems} />
        <ListMoves {...moves} />
      </div>
      <div id={bodyId}>{open && children}</div>
    </div>
  );
}
