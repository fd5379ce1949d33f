import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { fieldsOf } from "@/lib/domain/import/record-fields";
import { formatDate, type LocalDate } from "@/lib/domain/time/local-date";
import type { ImportDetail, PreviewRow } from "@/lib/protocol/imports";
import { reconcileTexts, registerFieldNames, registerValues } from "@/lib/text/desk-reconcile";
import { formatCount } from "@/lib/text/moment";

/** What the file would change, and its first rows as they were read. */
export function ImportPreview({ detail: { summary, result } }: { readonly detail: ImportDetail }) {
  const { kind, rowCount, unreadCount, newCount, changedCount } = summary;
  const { counts } = reconcileTexts;
  const numbers = [
    [counts.new, newCount], [counts.changed, changedCount], [counts.same, rowCount - unreadCount - newCount - changedCount], [counts.unread, unreadCount],
  ] as const;
  const rows = result.preview ?? [];
  const fields = fieldsOf(kind).filter((field) => rows.some(({ values }) => values[field] !== undefined));
  return (
    <>
      <section className="desk-panel import-counts" aria-label={reconcileTexts.willChange}>
        <p className="desk-head">{summary.fileName}</p>
        <dl>
          {numbers.map(([name, count]) => <div key={name}><dt>{name}</dt><dd>{formatCount(count)}</dd></div>)}
        </dl>
      </section>
      {rows.length > 0 && (
        <TablePanel title={reconcileTexts.previewTitle} className="import-preview">
          <TableHead columns={[{ number: reconcileTexts.row }, ...fields.map((field) => registerFieldNames[field])]} />
          <tbody>
            {rows.map(({ rowNumber, values }) => (
              <tr key={rowNumber}>
                <th scope="row" className="num">{formatCount(rowNumber)}</th>
                {fields.map((field) => <td key={field}>{valueText(values[field])}</td>)}
              </tr>
            ))}
          </tbody>
        </TablePanel>
      )}
    </>
  );
}

function valueText(value: PreviewRow["values"][keyof PreviewRow["values"]]): string {
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? registerValues.yes : registerValues.no;
  if (typeof value === "number") return formatCount(value);
  if (value === "online" || value === "paper") return registerValues[value];
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value as LocalDate) : value;
}
