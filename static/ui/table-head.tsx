/** The head of a table that is shown as cards where there is little room: the roles stay in either form. */
export function TableHead({ columns }: { readonly columns: readonly string[] }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => (
          <th key={column} role="columnheader" scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}
