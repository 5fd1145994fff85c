import EmptyState from '@atlaskit/empty-state';

/** A project that does not exist, or is not for who is looking. */
export function NoProject() {
  return (
    <EmptyState
      headingLevel={1}
      header="This project is not shared with you"
      description="Choose another project or another person at the top."
    />
  );
}
