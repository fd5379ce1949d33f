import Link from "next/link";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { formatDate, partsOfDate, type LocalDate } from "@/lib/domain/time/local-date";
import type { Month } from "@/lib/domain/time/months";
import type { ClosedPeriod } from "@/lib/protocol/periods";
import { periodTexts } from "@/lib/text/desk-periods";
import { momentText } from "@/lib/text/moment";
import { ClosePeriod } from "./close-period";
import { periodHref } from "./periods-href";

type Props = { readonly months: readonly Month[]; readonly periods: readonly ClosedPeriod[]; readonly today: LocalDate; readonly mayClose: boolean; readonly openId?: string };

/** Month by month, and besides them the closed periods that are no month; whoever closes does it here. */
export function MonthTable({ months, periods, today, mayClose, openId }: Props) {
  const closedAs = ({ from, through }: Month) => periods.find((period) => period.from === from && period.through === through);
  const others = periods.filter(({ from, through }) => !months.some((month) => month.from === from && month.through === through));
  const rows = [...months, ...others].sort((a, b) => (a.through > b.through ? -1 : 1));
  return (
    <TablePanel title={periodTexts.months} className="period-months">
      <TableHead columns={[periodTexts.month, periodTexts.state, mayClose && { unseen: periodTexts.close }]} />
      <tbody>
        {rows.map((row) => {
          const closed = closedAs(row);
          const isOver = row.through < today;
          const name = nameOf(row, months);
          return (
            <tr key={`${row.from} ${row.through}`} aria-current={closed && closed.id === openId ? "true" : undefined}>
              <th scope="row" className="row-name">{closed ? <Link prefetch={false} href={periodHref(closed.id)}>{name}</Link> : name}</th>
              <td className={closed ? "" : "text-ink-2"}>{closed ? periodTexts.closedAt(momentText(closed.closedAt), closed.closedBy) : isOver ? periodTexts.open : periodTexts.running}</td>
              {mayClose && <td className="num">{!closed && isOver && <ClosePeriod from={row.from} through={row.through} name={periodTexts.closeMonth(name)} />}</td>}
            </tr>
          );
        })}
      </tbody>
    </TablePanel>
  );
}

function nameOf(row: Month, months: readonly Month[]): string {
  const { month, year } = partsOfDate(row.from);
  return months.some(({ from, through }) => from === row.from && through === row.through)
    ? periodTexts.monthName(month, year)
    : periodTexts.days(formatDate(row.from), formatDate(row.through));
}
