import { Hourglass, Smartphone } from "lucide-react";
import type { ReactNode } from "react";
import { numberOf, targetOf } from "@/lib/domain/report/findings";
import type { EntryIndicator } from "@/lib/domain/report/indicator";
import { isRatio, type RatioIndicator } from "@/lib/domain/report/report-table";
import type { Dashboard } from "@/lib/protocol/dashboard";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { formatCount, formatDay } from "@/lib/text/moment";
import { reportIndicatorNames } from "@/lib/text/report-indicators";
import { NumberLink } from "./number-link";
import { achievedWords, targetWords, valueWords } from "./number-words";
import { ShareLink } from "./share-link";
import { ValueLink } from "./value-link";
import { WaitingCell } from "./waiting-cell";
import { windowWords } from "./window-words";
import { before } from "./with-days";

/** Recorded, confirmed, matched, and beside them what is not in them yet: never hidden. */
export function HonestNumbers({ dashboard }: { readonly dashboard: Dashboard }) {
  const { indicator, onPhones } = dashboard;
  return (
    <section className="desk-panel honest" aria-label={reportIndicatorNames[indicator].short}>
      {isRatio(indicator) ? <Share dashboard={dashboard} indicator={indicator} /> : <Stages dashboard={dashboard} indicator={indicator} />}
      <div className="honest-beside">
        <h2><Smartphone aria-hidden size={15} />{dashboardTexts.onPhones}</h2>
        {onPhones.total.entries === 0 ? <p>{dashboardTexts.onPhonesNone}</p> : (
          <>
            <p className="honest-warn">{dashboardTexts.onPhonesCount(formatCount(onPhones.total.entries), formatCount(onPhones.total.phones))}</p>
            <p>{onPhones.total.oldest ? dashboardTexts.oldestOn(formatDay(onPhones.total.oldest)) : dashboardTexts.notCountedYet}</p>
          </>
        )}
      </div>
    </section>
  );
}

function Stages({ dashboard, indicator }: { readonly dashboard: Dashboard; readonly indicator: EntryIndicator }) {
  const { total } = dashboard.table;
  const { recorded, confirmed, matched } = total.cells.counts[indicator];
  const of = unitOf(dashboard);
  const target = targetOf(total, indicator);
  const waiting = dashboard.waiting.filter((row) => row.indicator === indicator);
  const link = (stage: "recorded" | "confirmed" | "matched", value: number) => <NumberLink value={value} of={of} indicator={indicator} stage={stage} dashboard={dashboard} />;
  const unreviewed = recorded - confirmed;
  return (
    <>
      <Step mark="bullet-recorded" name={dashboardTexts.recorded} number={link("recorded", recorded)}>
        {`${reportIndicatorNames[indicator].short}, ${windowWords(dashboard.table.point)}`}
      </Step>
      <Step mark="bullet-confirmed" name={dashboardTexts.confirmed} number={link("confirmed", confirmed)}>
        {unreviewed > 0 ? <NumberLink value={unreviewed} of={of} indicator={indicator} stage="unreviewed" dashboard={dashboard} words={dashboardTexts.unreviewed(formatCount(unreviewed))} /> : dashboardTexts.allReviewed}
      </Step>
      <Step mark="bullet-matched" name={dashboardTexts.matched} number={link("matched", matched)} target={targetWords(target, indicator)} provisional={isProvisional(dashboard)} below={<BeforeLine dashboard={dashboard} />}>
        {target === undefined ? "" : dashboardTexts.ofTarget(achievedWords(matched, target))}
      </Step>
      <div className="honest-beside">
        <h2><Hourglass aria-hidden size={15} />{dashboardTexts.waiting}</h2>
        {waiting.length === 0 ? <p>{dashboardTexts.waitingNone}</p> : <div className="waiting"><WaitingCell waiting={waiting} of={of} indicator={indicator} dashboard={dashboard} /></div>}
      </div>
    </>
  );
}

/** What the period that is compared with had, as a number and not only as a change. */
function BeforeLine({ dashboard }: { readonly dashboard: Dashboard }) {
  const { table: { total, previousPoint }, indicator } = dashboard;
  if (!total.previous || !previousPoint) return null;
  const value = numberOf({ ...total, cells: total.previous }, indicator);
  const stages = isRatio(indicator) ? undefined : total.previous.counts[indicator];
  return (
    <p className="honest-before">
      <ValueLink dashboard={before(dashboard)} indicator={indicator} value={value} words={dashboardTexts.beforeOf(valueWords(value), windowWords(previousPoint))} />
      {stages && dashboardTexts.beforeStages(formatCount(stages.recorded), formatCount(stages.confirmed))}
    </p>
  );
}

function Share({ dashboard, indicator }: { readonly dashboard: Dashboard; readonly indicator: RatioIndicator }) {
  const { total } = dashboard.table;
  const ratio = total.cells.ratios[indicator];
  const value = numberOf(total, indicator);
  const target = targetOf(total, indicator);
  return (
    <>
      {ratio && <Step name={dashboardTexts.part} number={<ShareLink words={formatCount(ratio.part)} of={unitOf(dashboard)} indicator={indicator} dashboard={dashboard} part="part" />}>{`${reportIndicatorNames[indicator].short}, ${windowWords(dashboard.table.point)}`}</Step>}
      {ratio && <Step name={dashboardTexts.whole} number={<ShareLink words={formatCount(ratio.whole)} of={unitOf(dashboard)} indicator={indicator} dashboard={dashboard} />} />}
      <Step mark="bullet-matched" name={dashboardTexts.share} target={targetWords(target, indicator)} provisional={isProvisional(dashboard)} below={<BeforeLine dashboard={dashboard} />}
        number={<ShareLink words={valueWords(value)} of={unitOf(dashboard)} indicator={indicator} dashboard={dashboard} />}>
        {target === undefined ? "" : dashboardTexts.ofTarget(achievedWords(value, target))}
      </Step>
    </>
  );
}

type StepProps = {
  readonly mark?: string;
  readonly name: string;
  readonly number: ReactNode;
  readonly target?: string;
  readonly provisional?: boolean;
  readonly children?: ReactNode;
  readonly below?: ReactNode;
};

function Step({ mark, name, number, target, provisional = false, children, below }: StepProps) {
  return (
    <div className="honest-step">
      <h2>
        {mark && (
          <svg aria-hidden width="12" height="12">
            <rect className={mark} x="0.75" y="0.75" width="10.5" height="10.5" rx="2.5" />
            {provisional && <rect width="12" height="12" fill="url(#provisional)" />}
          </svg>
        )}
        {name}
      </h2>
      <p className="honest-number">{number}{target && <small>{` / ${target}`}</small>}</p>
      <p>{children}{provisional && <em>{children ? `, ${dashboardTexts.provisional}` : dashboardTexts.provisional}</em>}</p>
      {below}
    </div>
  );
}

export function unitOf({ table: { unit } }: Pick<Dashboard, "table">): { readonly id: string; readonly name: string } {
  return { id: unit.id, name: unit.name };
}

/** Numbers of a period that nobody has closed may still move. */
export function isProvisional({ closedAsOf }: Pick<Dashboard, "closedAsOf">): boolean {
  return closedAsOf === undefined;
}
