import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import type { UnitHistoryRow } from "@/lib/protocol/organisation";
import { momentText } from "@/lib/text/moment";
import { organisationTexts as texts } from "@/lib/text/organisation";
import { dayWords } from "./day-words";

export function UnitHistory({ rows }: { readonly rows: readonly UnitHistoryRow[] }) {
  return (
    <TablePanel title={texts.history} none={rows.length === 0 && texts.noHistory}>
      <TableHead columns={[texts.when, texts.what, texts.others, texts.who]} />
      <tbody>
        {rows.map(({ id, kind, from, units, at, byName }) => (
          <tr key={id}><td>{dayWords(from)}</td><td>{texts.changes[kind]}</td><td>{units.join(", ")}</td><td>{`${byName}, ${momentText(at)}`}</td></tr>
        ))}
      </tbody>
    </TablePanel>
  );
}
