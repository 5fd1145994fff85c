import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import type { ServerFault } from './server';

/** An issue that cannot be shown; `noun` is what it is called where one is. */
export function IssueMissing(props: { noun: string; fault: ServerFault; again: () => void }) {
  const { noun, fault, again } = props;
  return (
    <EmptyState
      headingLevel={1}
      header={fault.status === 404 ? `You cannot see this ${noun}` : `The ${noun} could not be read`}
      description={fault.message}
      primaryAction={<Button onClick={again}>Try again</Button>}
    />
  );
}
