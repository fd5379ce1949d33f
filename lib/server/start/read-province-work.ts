import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { daysBetween, openMonths, servicesDeadlines, soon } from "@/lib/domain/report/due-dates";
import { addDays, localDateOf } from "@/lib/domain/time/local-date";
import type { StartItem } from "@/lib/protocol/start";
import { withActor } from "@/lib/server/database/with-actor";
import { batchKindOf } from "@/lib/server/imports/batch-kinds";
import { readUnfoundUnits } from "@/lib/server/imports/read-standing-page";
import { listPeriods } from "@/lib/server/periods/read-periods";
import { levelOf } from "./read-review-work";

/** Days after which a register is called old: the police's week is the scheme's own rhythm. */
const oldRegister = 7;
/** As many months as the page of periods lists. */
const shownMonths = 12;
/** More units than a province has. */
const allUnits = 10_000;

/** What whoever keeps the registers and writes the report has to do beside the batch of the police. */
export async function readProvinceWork(actor: Actor, now: string): Promise<StartItem[]> {
  const today = localDateOf(now);
  const deadlines = servicesDeadlines(today).map(({ to, day, daysLeft, month }): StartItem => ({
    kind: to === "police" ? "servicesToPolice" : "servicesToMinistry", level: daysLeft <= soon ? "due" : "known", day, daysLeft, month,
  }));
  const months = openMonths(addDays(today, -31 * (shownMonths - 1)), today, await listPeriods(actor));
  const { importedAt, drafts } = await readMarks(actor);
  const days = importedAt && daysBetween(localDateOf(importedAt.toISOString()), today);
  const unfound = (await Promise.all((["dossier", "account"] as const).map((kind) => readUnfoundUnits(actor, kind, now, allUnits)))).flat();
  const old = unfound.reduce((sum, { overdue }) => sum + overdue, 0);
  const count = unfound.reduce((sum, { recent, late }) => sum + recent + late, old);
  return [
    ...deadlines,
    { kind: "register", level: days === null || days > oldRegister ? "due" : "known", ...(days === null ? {} : { days }) },
    { kind: "unfound", level: levelOf(count, old), count, old },
    ...(months[0] ? [{ kind: "openMonths" as const, level: "due" as const, count: months.length, newest: months[0].from }] : []),
    { kind: "drafts", level: levelOf(drafts), count: drafts },
  ];
}

async function readMarks(actor: Actor): Promise<{ readonly importedAt: Date | null; readonly drafts: number }> {
  const [marks] = await withActor(actor, (tx) => tx.$queryRaw<{ importedAt: Date | null; drafts: number }[]>`
    select (select max(accepted_at) from import_batch where kind = ${batchKindOf.dossier}) as "importedAt",
           (select count(*)::int from report where status = 'draft') as drafts`);
  return marks ?? { importedAt: null, drafts: 0 };
}
