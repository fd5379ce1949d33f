import { Card } from "@/components/ui/card";
import { stages } from "@/lib/domain/report/indicator";
import { formatDate, partsOfDate } from "@/lib/domain/time/local-date";
import type { Period, PeriodKind } from "@/lib/domain/time/period";
import { resultsText } from "@/lib/text/results";
import type { StageCounts } from "./count-results";
import { stageLooks } from "./stage-bar";

type Column = { readonly period: Period; readonly counts: StageCounts };

/** The last periods as small columns, recorded around confirmed around matched; as a table for whoever can't see them. */
export function LastPeriods({ kind, periods }: { readonly kind: PeriodKind; readonly periods: readonly Column[] }) {
  const scale = Math.max(1, ...periods.map(({ counts }) => counts.recorded));
  return (
    <section>
      <h2 className="mb-1.5 text-small font-semibold text-ink-2">{resultsText.last[kind]}</h2>
      <Card className="px-3 pt-3 pb-2.5">
        <div aria-hidden className="grid auto-cols-fr grid-flow-col gap-[4px]">
          {periods.map((column) => (
            <SmallColumn key={column.period.from} column={column} scale={scale} />
          ))}
        </div>
        <p aria-hidden className="mt-2.5 flex flex-wrap gap-x-5 gap-y-1 text-small text-ink-2">
          {stages.map((look) => (
            <span key={look} className="flex items-center gap-1.5">
              <span className={`size-3.5 rounded-[3.5px] ${stageLooks[look]}`} />
              {resultsText.stages[look]}
            </span>
          ))}
        </p>
        <div className="sr-only">
          <PeriodTable kind={kind} periods={periods} />
        </div>
      </Card>
    </section>
  );
}

const height = 96;

function SmallColumn({ column: { period, counts }, scale }: { readonly column: Column; readonly scale: number }) {
  const [first, second] = resultsText.column[period.kind](partsOfDate(period.from), new Date(`${period.from}T00:00:00Z`).getUTCDay());
  const tall = (count: number) => ({ height: count === 0 ? 0 : Math.max(6, (height * count) / scale) });
  return (
    <div className="flex min-w-0 flex-col items-center text-center text-[min(var(--caption),5vw)]/[1.4] text-ink-2">
      <b className="mt-auto text-ink tabular-nums">{counts.recorded}</b>
      <span className="relative flex w-full max-w-9 flex-col justify-end border-b-2 border-control">
        {counts.recorded > 0 && <span className={`block rounded-t-sm border-b-0 ${stageLooks.recorded}`} style={tall(counts.recorded)} />}
        {counts.confirmed > 0 && <span className={`absolute inset-x-0 bottom-0 block rounded-t-sm border-b-0 ${stageLooks.confirmed}`} style={tall(counts.confirmed)} />}
        {counts.matched > 0 && <span className={`absolute inset-x-0 bottom-0 block rounded-t-sm border-b-0 ${stageLooks.matched}`} style={tall(counts.matched)} />}
      </span>
      <span className="mt-1">{first}</span>
      <span>{second}</span>
    </div>
  );
}

function PeriodTable({ kind, periods }: { readonly kind: PeriodKind; readonly periods: readonly Column[] }) {
  const { lastTable } = resultsText;
  return (
    <table>
      <caption>{resultsText.last[kind]}</caption>
      <thead>
        <tr>
          <th scope="col">{lastTable.period}</th>
          <th scope="col">{lastTable.recorded}</th>
          <th scope="col">{lastTable.confirmed}</th>
          <th scope="col">{lastTable.matched}</th>
        </tr>
      </thead>
      <tbody>
        {periods.map(({ period, counts }) => (
          <tr key={period.from}>
            <th scope="row">{period.kind === "day" ? formatDate(period.from) : `${formatDate(period.from)} – ${formatDate(period.through)}`}</th>
            <td>{counts.recorded}</td>
            <td>{counts.confirmed}</td>
            <td>{counts.matched}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
