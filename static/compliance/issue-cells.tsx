interface Props {
  readonly issue: { readonly priority: string; readonly assignee: string };
}

/** Heads of what lists of tickets tell last of each. */
export const ISSUE_COLUMNS = ['Priority', 'Assignee'];

/** What a ticket has now, for the columns of these heads. */
export function IssueCells({ issue: { priority, assignee } }: Props) {
  return (
    <>
      <td role="cell" data-label="Priority" dir="auto">
        {priority || '–'}
      </td>
      <td role="cell" data-label="Assignee" dir="auto">
        {assignee || '–'}
      </td>
    </>
  );
}
