import { useEffect, useRef } from "react";
import { TableHead } from "@/components/ui/table-head";
import type { CheckedKind } from "@/lib/domain/evidence/checked-kind";
import type { CheckRow } from "@/lib/protocol/evidence";
import { checkTexts } from "@/lib/text/desk-checks";
import { policeTexts } from "@/lib/text/desk-police";
import { checkColumns } from "./check-columns";
import type { RowStates } from "./row-state";
import { useNumber } from "./use-number";
import { VerdictMark } from "./verdict-mark";

/** The rows; one of them has the focus, which moves by arrows, by clicking, and by itself after a decision. */
export function CheckTable({
  kind, rows, states, current, isProposing, focused, onCurrent, onFocus,
}: {
  readonly kind: CheckedKind;
  readonly rows: readonly CheckRow[];
  readonly states: RowStates;
  /** The row that keys act on. */
  readonly current: number;
  readonly isProposing: boolean;
  /** The focus is inside of the table: only then a number is shown. */
  readonly focused: boolean;
  readonly onCurrent: (index: number) => void;
  readonly onFocus: (isInside: boolean) => void;
}) {
  const columns = checkColumns[kind];
  const row = rows[current];
  const number = useNumber(kind === "vneidActivated" && focused && row?.lastFour ? row.outcomeId : undefined);
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement && activeElement !== document.body && !table.current?.contains(activeElement)) return;
    const element = table.current?.querySelector<HTMLElement>(`[data-row="${current}"]`);
    if (element && element !== activeElement) element.focus({ preventScroll: true });
    element?.scrollIntoView({ block: "nearest" });
  }, [current, rows]);
  return (
    <div className="table-scroll checks-rows">
      <table
        ref={table} role="grid" aria-label={checkTexts.rows} className="desk-table"
        onFocus={() => onFocus(true)} onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onFocus(false)}
      >
        <TableHead columns={[...columns.map(({ head, isNumeric }) => (isNumeric ? { number: head } : head)), policeTexts.columns.verdict]} />
        <tbody>
          {rows.map((item, index) => (
            <tr
              key={item.outcomeId} data-row={index} tabIndex={index === current ? 0 : -1} aria-selected={index === current}
              data-said={states.get(item.outcomeId)?.step} onFocus={() => index !== current && onCurrent(index)}
            >
              {columns.map(({ head, of, isNumeric }) => (
                <td key={head} className={isNumeric ? "num" : undefined}>{of(item, index === current ? number : undefined)}</td>
              ))}
              <td className="checks-verdict"><VerdictMark row={item} state={states.get(item.outcomeId)} isProposing={isProposing} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
