import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { ReportIndicator, ReportPoint, ReportTable } from "@/lib/domain/report/report-table";
import { equallyKnown } from "@/lib/domain/report/report-window";
import { addDays, LocalDate, localDateOf } from "@/lib/domain/time/local-date";
import type { Dashboard } from "@/lib/protocol/dashboard";
import { daysAsked, type DashboardAddress } from "@/lib/protocol/dashboard-address";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { findSeenUnit, paperRoles } from "@/lib/server/members/seen-unit";
import { findUnitPath } from "@/lib/server/unit-numbers/jurisdiction";
import { findReportUnit, reportUnits } from "./find-report-unit";
import { readOnPhones } from "./read-on-phones";
import { readOrganisationArticles } from "./read-organisation-articles";
import { readReportSeries } from "./read-report-series";
import { readReportTable } from "./read-report-table";
import { readWaiting } from "./read-waiting";

/** What people ask of first. */
const usualIndicator = "online_dossiers";
const sharesOfPeople: readonly ReportIndicator[] = ["members_with_account", "members_vneid2"];

/**
 * Everything that a unit's dashboard shows. An open period is drawn with all that is known now, a closed one with what
 * it was closed with.
 * @returns undefined alike for an unknown unit and for one whose sums are not the person's to read
 */
export async function readDashboard(actor: Actor, address: DashboardAddress, now: string): Promise<Dashboard | undefined> {
  const today = localDateOf(now);
  const unitId = address.unit ?? reportUnits(actor, today)[0];
  if (!unitId) return undefined;
  const { indicator = usualIndicator } = address;
  const { window, before, treeOn, asOf } = daysAsked(address, today);
  const closed = await withActor(actor, (tx) => findClosed(tx, window.through));
  const closedAsOf = closed?.through === window.through ? closed.asOf : undefined;
  const point: ReportPoint = { ...window, asOf: asOf ?? closedAsOf ?? today };

  // What is known now is compared with what is known now; what was known on a day with what was known then.
  const previousPoint = point.asOf === today ? { ...before, asOf: today } : equallyKnown(point, before, today);
  const table = await readReportTable(actor, { unitId, point, previousPoint, treeOn }, now);
  if (!table) return undefined;
  // Shares of people are as of a day, whatever the first one: they too begin the year with what there was.
  const yearStart = window.first && !sharesOfPeople.includes(indicator) ? undefined : await readReportTable(actor, { unitId, point: { through: addDays(newYearOf(window.through), -1), asOf: point.asOf }, treeOn }, now);
  const months = await readReportSeries(actor, { unitId, indicator, first: newYearOf(window.through), through: window.through, asOf: point.asOf, treeOn }, now);
  const beside = await withActor(actor, (tx) => readBeside(tx, actor, table, indicator, today));
  return {
    table,
    ...(yearStart ? { yearStart } : {}),
    indicator,
    months: months ?? [],
    ...beside,
    ...(closed ? { closedAsOf: closed.asOf } : {}),
    now,
  };
}

async function readBeside(tx: Transaction, actor: Actor, { unit, point, treeOn }: ReportTable, indicator: Dashboard["indicator"], today: LocalDate) {
  const found = await findReportUnit(tx, actor, unit.id, today);
  return {
    parents: found?.parents ?? [],
    waiting: await readWaiting(tx, unit.id, point, treeOn),
    onPhones: await readOnPhones(tx, unit.id, treeOn),
    organisations: indicator === "articles" ? await readOrganisationArticles(tx, unit.id, point, treeOn) : [],
    opens: {
      entries: (await findUnitPath(tx, actor, unit.id, today)) !== undefined,
      members: (await findSeenUnit(tx, actor, unit.id, today)) !== undefined,
      rows: (await findSeenUnit(tx, actor, unit.id, today, paperRoles)) !== undefined,
    },
  };
}

/** The closed period that holds a day; of several the one that ends first. */
async function findClosed(tx: Transaction, day: LocalDate): Promise<{ through: LocalDate; asOf: LocalDate } | undefined> {
  const [closed] = await tx.$queryRaw<{ through: LocalDate; asOf: LocalDate }[]>`
    select through::text, as_of::text as "asOf" from period
    where closed_at is not null and as_of is not null and "from" <= ${day}::date and through >= ${day}::date order by through limit 1`;
  return closed;
}

function newYearOf(day: LocalDate): LocalDate {
  return LocalDate.parse(`${day.slice(0, 4)}-01-01`);
}
