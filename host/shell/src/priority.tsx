import HighIcon from '@atlaskit/icon/core/priority-high';
import HighestIcon from '@atlaskit/icon/core/priority-highest';
import LowIcon from '@atlaskit/icon/core/priority-low';
import LowestIcon from '@atlaskit/icon/core/priority-lowest';
import MediumIcon from '@atlaskit/icon/core/priority-medium';

const marks = [
  [/^(highest|blocker|critical|p1|1)/i, HighestIcon, 'var(--ds-icon-danger)'],
  [/^(high|major|p2|2)/i, HighIcon, 'var(--ds-icon-danger)'],
  [/^(lowest|trivial|p5|5)/i, LowestIcon, 'var(--ds-icon-information)'],
  [/^(low|minor|p4|4)/i, LowIcon, 'var(--ds-icon-information)'],
] as const;

/** A priority as icon and word. */
export function Priority({ name }: { name: string }) {
  const [, Icon, color] = marks.find(([pattern]) => pattern.test(name)) ?? [
    null,
    MediumIcon,
    'var(--ds-icon-warning)',
  ];
  return (
    <span className="priority">
      <Icon label="" color={color} />
      {name}
    </span>
  );
}
