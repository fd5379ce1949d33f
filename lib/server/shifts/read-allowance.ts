import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { err, ok, type Result } from "@/lib/domain/result";
import type { RefusalCode } from "@/lib/domain/refusal";
import { computeAllowance, type Attendance } from "@/lib/domain/shift/allowance";
import { memberKinds } from "@/lib/domain/shift/member-kind";
import { localDateOf } from "@/lib/domain/time/local-date";
import { comparePeople } from "@/lib/domain/text/compare";
import type { AllowanceQuery, AllowanceSheet, Month } from "@/lib/protocol/shifts";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { dayInLifeOf, validOn } from "@/lib/server/unit-numbers/unit-on-day";
import { findPlannedUnit, type NamedUnit } from "./planned-unit";
import { readRates } from "./read-rates";

/** A unit with more presences in a month asks for the sheets of the units below it instead. */
const mostAttendances = 50_000;

/**
 * The allowance of a month: confirmed presence × rate, as `computeAllowance` says. Refuses with
 * `unknownOrForbidden` alike for an unknown unit and for one outside of the person's, and with `tooLarge`.
 */
export function readAllowance(actor: Actor, { unit: unitId, month: named }: AllowanceQuery, now: string): Promise<Result<AllowanceSheet, RefusalCode>> {
  const today = localDateOf(now);
  const month = named ?? today.slice(0, 7);
  return withActor(actor, async (tx) => {
    const planned = await findPlannedUnit(tx, actor, { unitId, choosable: "all", today });
    if (!planned) return err("unknownOrForbidden");
    const { unit, units, path, mayPlan } = planned;
    const attended = await readAttendances(tx, unit.id, month);
    if (attended.length > mostAttendances) return err("tooLarge");
    const rates = await readRates(tx, unit.id, path);
    const names = new Map(attended.map(({ personId, personName }) => [personId, personName]));
    const rows = computeAllowance(attended.map(attendanceOf), rates)
      .map((row) => ({ ...row, personName: names.get(row.personId) ?? "" }))
      .sort((a, b) => comparePeople(a.personName, b.personName));
    return ok({
      unit,
      units,
      mayPlan,
      month,
      rows,
      shifts: rows.reduce((sum, row) => sum + row.shifts, 0),
      amount: rows.reduce((sum, row) => sum + row.amount, 0),
      waiting: await countWaiting(tx, unit.id, month),
      rates,
      asOf: now,
    });
  });
}

/** The units whose sheets the person may choose from. */
export function readAllowanceUnits(actor: Actor, now: string): Promise<readonly NamedUnit[]> {
  const today = localDateOf(now);
  return withActor(actor, async (tx) => (await findPlannedUnit(tx, actor, { unitId: undefined, choosable: "all", today }))?.units ?? []);
}

type Row = Omit<Attendance, "shiftId" | "checkedOutAt"> & {
  readonly personName: string;
  readonly shiftId: string | null;
  readonly checkedOutAt: string | null;
};

function attendanceOf({ personName: _name, shiftId, checkedOutAt, ...row }: Row): Attendance {
  const [kind = memberKinds[0]] = memberKinds.filter((known) => known === row.memberKind);
  return { ...row, memberKind: kind, ...(shiftId ? { shiftId } : {}), ...(checkedOutAt ? { checkedOutAt } : {}) };
}

function readAttendances(tx: Transaction, unitId: string, month: Month): Promise<Row[]> {
  const day = dayInLifeOf(Prisma.sql`entry.happened_on`, Prisma.sql`unit`);
  return tx.$queryRaw<Row[]>`
    select entry.id as "entryId", entry.author_id as "personId", author.name as "personName", author.member_kind as "memberKind",
      (select array_agg(above.ancestor_id::text order by above.depth desc) from unit_ancestor above
       where above.unit_id = entry.unit_id and ${validOn(Prisma.sql`above`, day)}) as "unitPath",
      entry.happened_on::text as day, entry.content ->> 'shiftId' as "shiftId", entry.content ->> 'happenedAt' as "checkedInAt",
      entry.content ->> 'checkedOutAt' as "checkedOutAt",
      exists (
        select from shift_assignment
        where shift_assignment.shift_id = (entry.content ->> 'shiftId')::uuid and shift_assignment.user_id = entry.author_id) as planned
    ${attendedIn(unitId, month)} and entry.status = 'confirmed'
    order by entry.id
    limit ${mostAttendances + 1}`;
}

async function countWaiting(tx: Transaction, unitId: string, month: Month): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count ${attendedIn(unitId, month)} and entry.status in ('submitted', 'reopened', 'returned', 'quarantined')`;
  return row?.count ?? 0;
}

function attendedIn(unitId: string, month: Month): Prisma.Sql {
  const day = dayInLifeOf(Prisma.sql`entry.happened_on`, Prisma.sql`unit`);
  const first = `${month}-01`;
  return Prisma.sql`
    from entry
    join unit on unit.id = entry.unit_id
    join unit_ancestor below on below.unit_id = entry.unit_id and below.ancestor_id = ${unitId}::uuid
      and ${validOn(Prisma.sql`below`, day)}
    join app_user author on author.id = entry.author_id
    where entry.kind = 'shiftAttendance' and entry.happened_on >= ${first}::date and entry.happened_on < ${first}::date + interval '1 month'`;
}
