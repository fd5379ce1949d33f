import { TablePanel } from "@/components/ui/table-panel";
import type { UnitHistoryRow } from "@/lib/protocol/organisation";
import { momentText } from "@/lib/text/moment";
import { organisationTexts as texts } from "@/lib/text/organisation";
import { dayWords } from "./day-words";

export function UnitHistory({ rows }: { readonly rows: readonly UnitHistoryRow[] }) {
  return (
    <TablePanel title={texts.history} below={rows.length === 0 && <p className="panel-note desk-dense">{texts.noHistory}</p>}>
      {rows.length > 0 && (
        <>
          <thead><tr><th scope="col">{texts.when}</th><th scope="col">{texts.what}</th><th scope="col">{texts.others}</th><th scope="col">{texts.who}</th></tr></thead>
          <tbody>
            {rows.map(({ id, kind, from, units, at, byName }) => (
              <tr key={id}><td>{dayWords(from)}</td><td>{texts.changes[kind]}</td><td>{units.join(", ")}</td><td>{`${byName}, ${momentText(at)}`}</td></tr>
            ))}
          </tbody>
        </>
      )}
    </TablePanel>
  );
}
