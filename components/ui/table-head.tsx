/** What a column is called. Over numbers it stands at the right, as they do; over buttons only for screen readers. */
export type ColumnHead = string | { readonly number: string } | { readonly unseen: string };

/** The heads of a table's columns; those that are not shown now may be false. */
export function TableHead({ columns }: { readonly columns: readonly (ColumnHead | false | undefined)[] }) {
  return (
    <thead>
      <tr>{columns.map((column, at) => column && <Head key={at} column={column} />)}</tr>
    </thead>
  );
}

function Head({ column }: { readonly column: ColumnHead }) {
  if (typeof column === "string") return <th scope="col">{column}</th>;
  if ("number" in column) return <th scope="col" className="num">{column.number}</th>;
  return <th scope="col"><span className="sr-only">{column.unseen}</span></th>;
}
