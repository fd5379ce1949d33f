import { sizeText } from "@/lib/domain/report/change";
import { findMovers, type Mover } from "@/lib/domain/report/movers";
import type { Dashboard } from "@/lib/protocol/dashboard";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { formatCount } from "@/lib/text/moment";
import { windowWords } from "./window-words";

/** The rest is one press away, and in the table. */
const mostNamed = 4;

/** Who moved since the period before, by name; who did not, too. */
export function Movers({ dashboard: { table, indicator } }: { readonly dashboard: Dashboard }) {
  const movers = findMovers(table, indicator);
  if (!movers || !table.previousPoint || table.lines.length === 0) return null;
  const texts = dashboardTexts.movers;
  return (
    <section className="desk-panel movers" aria-labelledby="movers-head">
      <header className="panel-head">
        <h2 id="movers-head" className="desk-head">{texts.title(windowWords(table.previousPoint))}</h2>
      </header>
      <dl>
        <Named name={texts.risen} list={movers.risen.map((mover) => `${nameOf(mover)} +${sizeWords(mover)}`)} />
        {movers.begun.length > 0 && <Named name={texts.begun} list={movers.begun.map((mover) => `${nameOf(mover)} ${formatCount(mover.size)}`)} />}
        {movers.fallen.length > 0 && <Named name={texts.fallen} list={movers.fallen.map((mover) => `${nameOf(mover)} −${sizeWords(mover)}`)} />}
        <Named name={texts.unchanged} list={movers.unchanged.map(nameOf)} />
      </dl>
    </section>
  );
}

function Named({ name, list }: { readonly name: string; readonly list: readonly string[] }) {
  const rest = list.slice(mostNamed);
  return (
    <div>
      <dt>{list.length === 0 ? name : dashboardTexts.movers.counted(name, formatCount(list.length))}</dt>
      <dd>
        {list.length === 0 ? dashboardTexts.movers.none : list.slice(0, mostNamed).join(", ")}
        {rest.length > 0 && (
          <details>
            <summary>{dashboardTexts.movers.more(formatCount(rest.length))}</summary>
            {rest.join(", ")}
          </details>
        )}
      </dd>
    </div>
  );
}

/** Growth in percent, shares in points. */
function sizeWords({ change }: Mover): string {
  return change.kind === "points" ? dashboardTexts.movers.points(String(Math.abs(change.points))) : (sizeText(change) ?? "");
}

function nameOf({ place }: Mover): string {
  return place.kind === "unit" ? place.name : dashboardTexts[place.kind];
}
