import { sizeText } from "@/lib/domain/report/change";
import { findMovers, type Mover } from "@/lib/domain/report/movers";
import type { Dashboard } from "@/lib/protocol/dashboard";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { formatCount } from "@/lib/text/moment";
import { windowWords } from "./window-words";

/** The rest is in the table. */
const mostNamed = 3;

/** Who moved since the period before, by name; who did not, too. */
export function Movers({ dashboard: { table, indicator } }: { readonly dashboard: Dashboard }) {
  const movers = findMovers(table, indicator);
  if (!movers || !table.previousPoint) return null;
  const texts = dashboardTexts.movers;
  const named = (list: readonly Mover[], sign: string) => list.slice(0, mostNamed).map((mover) => `${nameOf(mover)} ${sign}${sizeText(mover.change)}`).join(", ") || texts.none;
  return (
    <dl className="movers" aria-label={texts.title}>
      <div><dt>{dashboardTexts.window.against}</dt><dd>{windowWords(table.previousPoint)}</dd></div>
      <div><dt>{texts.risen}</dt><dd>{named(movers.risen, "+")}</dd></div>
      {movers.begun.length > 0 && <div><dt>{texts.begun}</dt><dd>{movers.begun.slice(0, mostNamed).map((mover) => `${nameOf(mover)} ${formatCount(mover.size)}`).join(", ")}</dd></div>}
      {movers.fallen.length > 0 && <div><dt>{texts.fallen}</dt><dd>{named(movers.fallen, "−")}</dd></div>}
      <div>
        <dt>{texts.unchanged}</dt>
        <dd>
          {movers.unchanged.length === 0 ? texts.none : (
            <details>
              <summary>{texts.unchangedCount(formatCount(movers.unchanged.length))}</summary>
              {movers.unchanged.map(nameOf).join(", ")}
            </details>
          )}
        </dd>
      </div>
    </dl>
  );
}

function nameOf({ place }: Mover): string {
  return place.kind === "unit" ? place.name : dashboardTexts[place.kind];
}
