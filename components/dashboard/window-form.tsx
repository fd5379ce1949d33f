import Link from "next/link";
import { DenseButton, denseButtonClass } from "@/components/ui/dense-button";
import { windowBefore, windowUntil, type ReportWindow } from "@/lib/domain/report/report-window";
import { formatDate, type LocalDate } from "@/lib/domain/time/local-date";
import type { DashboardAddress, DashboardDays } from "@/lib/protocol/dashboard-address";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { dashboardHref } from "./dashboard-href";
import { capital, windowWords } from "./window-words";

const texts = dashboardTexts.window;

type Props = {
  readonly unitId: string;
  readonly address: DashboardAddress;
  readonly days: DashboardDays;
  readonly today: LocalDate;
};

/** Which days, against which, under which tree: the usual ones by a link, any others by a form. Works without JavaScript. */
export function WindowForm({ unitId, address, days: { window, before, treeOn, asOf }, today }: Props) {
  const usual = (["scheme", "year", "quarter", "month"] as const).map((kind) => ({ name: texts[kind], to: windowUntil(kind, today) }));
  return (
    <div className="window">
      <nav aria-label={texts.usual} className="window-usual">
        {usual.map(({ name, to }) => (
          <Link key={name} prefetch={false} className={denseButtonClass("bare")} href={dashboardHref(inWindow(address, unitId, to))} aria-current={to.first === window.first && to.through === window.through ? "true" : undefined}>
            {name}
          </Link>
        ))}
        <Link prefetch={false} className={denseButtonClass("bare")} href={dashboardHref(inWindow(address, unitId, windowBefore(window)))}>{texts.before}</Link>
      </nav>
      <details className="window-more">
        <summary>
          <span>{`${texts.of}: `}<b>{capital(windowWords(window))}</b></span>
          <span>{`${texts.against}: `}<b>{windowWords(before)}</b></span>
          <span>{`${texts.tree}: `}<b>{texts.treeOn(formatDate(treeOn))}</b></span>
          <em>{texts.change}</em>
        </summary>
        <form action="/desk/dashboard">
          <input type="hidden" name="unit" value={unitId} />
          {address.indicator && <input type="hidden" name="indicator" value={address.indicator} />}
          {address.sort && <input type="hidden" name="sort" value={address.sort} />}
          {address.order && <input type="hidden" name="order" value={address.order} />}
          <DayField name="from" label={texts.from} note={texts.fromNote} value={window.first} today={today} />
          <DayField name="to" label={texts.to} value={window.through} today={today} />
          <DayField name="beforeFrom" label={texts.beforeFrom} value={address.beforeTo ? address.beforeFrom : undefined} today={today} />
          <DayField name="beforeTo" label={texts.beforeTo} value={address.beforeTo} today={today} />
          <DayField name="tree" label={texts.treeDay} value={address.tree} today={today} />
          <DayField name="asOf" label={texts.asOfDay} note={texts.asOfNote} value={asOf} today={today} />
          <DenseButton type="submit" look="main">{texts.show}</DenseButton>
        </form>
      </details>
    </div>
  );
}

function DayField({ name, label, note, value, today }: { readonly name: string; readonly label: string; readonly note?: string; readonly value: LocalDate | undefined; readonly today: LocalDate }) {
  return (
    <label>
      <span>{note ? `${label} (${note})` : label}</span>
      <input type="date" name={name} max={today} defaultValue={value} key={value ?? "none"} />
    </label>
  );
}

/** Other days, the rest as it was; what they are compared with follows. */
function inWindow(address: DashboardAddress, unit: string, { first, through }: ReportWindow): DashboardAddress {
  return { ...address, unit, from: first, to: through, beforeFrom: undefined, beforeTo: undefined, tree: undefined, asOf: undefined };
}
