import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import type { UnitHistoryRow } from "@/lib/protocol/organisation";
import { momentText } from "@/lib/text/moment";
import { organisationTexts as texts } from "@/lib/text/organisation";
import { dayWords } from "./day-words";
import { TakeBack } from "./take-back";

/** What was changed and planned, with the way back from either. */
export function UnitHistory({ rows, mayChange }: { readonly rows: readonly UnitHistoryRow[]; readonly mayChange: boolean }) {
  return (
    <TablePanel title={texts.history} none={rows.length === 0 && texts.noHistory} below={rows.length > 0 && mayChange && <p className="panel-note desk-dense">{texts.wayBack}</p>}>
      <TableHead columns={[texts.when, texts.what, texts.others, texts.who, { unseen: texts.change }]} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{dayWords(row.from)}</td>
            <td>{texts.changes[row.kind]}{row.takenBackAt && <span className="block text-ink-2">{texts.takenBack(momentText(row.takenBackAt))}</span>}</td>
            <td>{row.units.join(", ")}</td>
            <td>{`${row.byName}, ${momentText(row.at)}`}</td>
            <td>{row.mayTakeBack && <TakeBack row={row} />}</td>
          </tr>
        ))}
      </tbody>
    </TablePanel>
  );
}
