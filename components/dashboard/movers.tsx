import Link from "next/link";
import { Fragment } from "react";
import { sizeText } from "@/lib/domain/report/change";
import { findMovers, type Mover } from "@/lib/domain/report/movers";
import { placeKeyOf } from "@/lib/domain/report/unit-rows";
import type { Dashboard } from "@/lib/protocol/dashboard";
import type { DashboardAddress } from "@/lib/protocol/dashboard-address";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { formatCount } from "@/lib/text/moment";
import { dashboardHref } from "./dashboard-href";
import { windowWords } from "./window-words";

/** The rest is one press away, and in the table. */
const mostNamed = 4;

/** Who moved since the period before, by name; who did not, too. */
export function Movers({ dashboard: { table, indicator }, address }: { readonly dashboard: Dashboard; readonly address: DashboardAddress }) {
  const movers = findMovers(table, indicator);
  if (!movers || !table.previousPoint || table.lines.length === 0) return null;
  const texts = dashboardTexts.movers;
  return (
    <section className="desk-panel movers" aria-labelledby="movers-head">
      <header className="panel-head">
        <h2 id="movers-head" className="desk-head">{texts.title(windowWords(table.previousPoint))}</h2>
      </header>
      <dl>
        <Named name={texts.risen} movers={movers.risen} address={address} wordsOf={(mover) => `+${sizeWords(mover)}`} />
        {movers.begun.length > 0 && <Named name={texts.begun} movers={movers.begun} address={address} wordsOf={({ size }) => formatCount(size)} />}
        {movers.fallen.length > 0 && <Named name={texts.fallen} movers={movers.fallen} address={address} wordsOf={(mover) => `−${sizeWords(mover)}`} />}
        <Named name={texts.unchanged} movers={movers.unchanged} address={address} />
      </dl>
    </section>
  );
}

type NamedProps = { readonly name: string; readonly movers: readonly Mover[]; readonly address: DashboardAddress; readonly wordsOf?: (mover: Mover) => string };

function Named({ name, movers, address, wordsOf }: NamedProps) {
  const [named, rest] = [movers.slice(0, mostNamed), movers.slice(mostNamed)];
  const listed = (some: readonly Mover[]) => some.map((mover, index) => (
    <Fragment key={placeKeyOf(mover.place)}>{index > 0 && ", "}<UnitLink mover={mover} address={address} />{wordsOf && ` ${wordsOf(mover)}`}</Fragment>
  ));
  return (
    <div>
      <dt>{movers.length === 0 ? name : dashboardTexts.movers.counted(name, formatCount(movers.length))}</dt>
      <dd>
        {movers.length === 0 ? dashboardTexts.movers.none : listed(named)}
        {rest.length > 0 && (
          <details>
            <summary>{dashboardTexts.movers.more(formatCount(rest.length))}</summary>
            {listed(rest)}
          </details>
        )}
      </dd>
    </div>
  );
}

/** To the unit's own numbers; what is no unit has none. */
function UnitLink({ mover: { place }, address }: { readonly mover: Mover; readonly address: DashboardAddress }) {
  return place.kind === "unit" ? <Link prefetch={false} href={dashboardHref({ ...address, unit: place.id })}>{place.name}</Link> : dashboardTexts[place.kind];
}

/** Growth in percent, shares in points. */
function sizeWords({ change }: Mover): string {
  return change.kind === "points" ? dashboardTexts.movers.points(String(Math.abs(change.points))) : (sizeText(change) ?? "");
}
