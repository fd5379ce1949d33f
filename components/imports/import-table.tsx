import Link from "next/link";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import type { ImportState, ImportStatus } from "@/lib/protocol/imports";
import { formatCount, momentText } from "@/lib/text/moment";

type ListedImport = ImportState & { readonly fileName: string; readonly importedBy: string; readonly startedAt: string; readonly acceptedAt: string | undefined };

type Column = "when" | "file" | "who" | "rows" | "news" | "changed" | "status";

type Texts = {
  readonly history: string;
  readonly historyNone: string;
  readonly historyColumns: Readonly<Record<Column, string>>;
  readonly statuses: Readonly<Record<ImportStatus, string>>;
  readonly sameStatus: string;
};

type Props<Import extends ListedImport> = {
  readonly imports: readonly Import[];
  readonly texts: Texts;
  /** The column that only this kind of import has. */
  readonly about: { readonly head: string; readonly of: (one: Import) => string };
  readonly nameOf?: (one: Import) => string;
  readonly hrefOf: (id: string) => string;
};

/** Who imported which files, and what came of them. */
export function ImportTable<Import extends ListedImport>({ imports, texts, about, nameOf = ({ fileName }) => fileName, hrefOf }: Props<Import>) {
  const { historyColumns: columns } = texts;
  return (
    <TablePanel title={texts.history} none={imports.length === 0 && texts.historyNone}>
      <TableHead columns={[
        columns.when, columns.file, about.head, columns.who, { number: columns.rows }, { number: columns.news },
        { number: columns.changed }, columns.status,
      ]} />
      <tbody>
        {imports.map((one) => (
          <tr key={one.id}>
            <td className="tabular-nums">{momentText(one.acceptedAt ?? one.startedAt)}</td>
            <th scope="row" className="row-name"><Link prefetch={false} href={hrefOf(one.id)}>{nameOf(one)}</Link></th>
            <td className="tabular-nums">{about.of(one)}</td>
            <td>{one.importedBy}</td>
            <td className="num">{formatCount(one.rowCount)}</td>
            <td className="num">{formatCount(one.newCount)}</td>
            <td className="num">{formatCount(one.changedCount)}</td>
            <td>{one.sameAs ? texts.sameStatus : texts.statuses[one.status]}</td>
          </tr>
        ))}
      </tbody>
    </TablePanel>
  );
}
