import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { addSums, emptySums, type RegisterSums, type RegisterWindow } from "@/lib/domain/report/register-indicators";
import { localDateOf, partsOfDate } from "@/lib/domain/time/local-date";
import type { RegisterIndicators, RegisterUnit } from "@/lib/protocol/members";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { readTargets } from "@/lib/server/unit-numbers/read-targets";
import { readOfferedServices } from "./read-offered-services";
import { findSeenUnit } from "./seen-unit";

/**
 * The indicators that come from the register and the members alone, of a unit and of each unit directly below it. What
 * is below is said by the tree of the window's last day.
 * @returns undefined alike for an unknown unit and for one whose numbers are not the person's to see
 */
export function readRegisterIndicators(actor: Actor, unitId: string, window: RegisterWindow, now: string): Promise<RegisterIndicators | undefined> {
  return withActor(actor, async (tx) => {
    const unit = await findSeenUnit(tx, actor, unitId, localDateOf(now));
    if (!unit) return undefined;
    const sums = await readSums(tx, unitId, window);
    const children = await readChildren(tx, unitId, [...sums.keys()], window);
    const [{ known = false } = {}] = await tx.$queryRaw<{ known: boolean }[]>`select register_tells_links() as known`;
    const targets = await readTargets(tx, [unitId, ...children.map(({ id }) => id)], partsOfDate(window.last).year);
    const rowOf = ({ id, name }: { id: string; name: string }, found: UnitSums): RegisterUnit => ({ id, name, ...found, targets: targets.get(id) ?? {} });
    return {
      total: rowOf(unit, [...sums.values()].reduce(addUnits, noSums)),
      children: children.map((child) => rowOf(child, sums.get(child.id) ?? noSums)),
      direct: sums.get(null) ?? noSums,
      linksKnown: known,
      year: partsOfDate(window.last).year,
      window,
    };
  });
}

type UnitSums = { readonly sums: RegisterSums; readonly publicEmployees: number };
const noSums: UnitSums = { sums: emptySums, publicEmployees: 0 };

function addUnits(a: UnitSums, b: UnitSums): UnitSums {
  return { sums: addSums(a.sums, b.sums), publicEmployees: a.publicEmployees + b.publicEmployees };
}

type People = Pick<RegisterSums, "members" | "withAccount" | "linked" | "accounts" | "transactionsKnown" | "transacting"> & { readonly childId: string | null; readonly publicEmployees: number };
type Dossiers = Pick<RegisterSums, "dossiers" | "online" | "paymentKnown" | "paidOnline"> & { readonly childId: string | null; readonly service: string | null };

/** By the unit below; null for the unit's own. */
async function readSums(tx: Transaction, unitId: string, { first, last }: RegisterWindow): Promise<Map<string | null, UnitSums>> {
  const people = await tx.$queryRaw<People[]>`
    select child_id as "childId", members, public_employees as "publicEmployees", with_account as "withAccount", linked, accounts,
           transactions_known as "transactionsKnown", transacting
    from member_sums(${unitId}::uuid, ${first}::date, ${last}::date)`;
  const dossiers = await tx.$queryRaw<Dossiers[]>`
    select child_id as "childId", service, dossiers, online, payment_known as "paymentKnown", paid_online as "paidOnline"
    from member_dossier_sums(${unitId}::uuid, ${first}::date, ${last}::date)`;
  const isOffered = await readOfferedServices(tx, last);
  const sums = new Map<string | null, UnitSums>();
  const add = (childId: string | null, more: Partial<RegisterSums>, publicEmployees = 0) =>
    sums.set(childId, addUnits(sums.get(childId) ?? noSums, { sums: { ...emptySums, ...more }, publicEmployees }));
  for (const { childId, publicEmployees, ...more } of people) add(childId, more, publicEmployees);
  for (const { childId, service, ...more } of dossiers) {
    const offered = service !== null && isOffered(service);
    add(childId, { ...more, ...(offered ? { offered: more.dossiers, offeredOnline: more.online } : {}) });
  }
  return sums;
}

/** Those of the day, and those of which something is said though they are no more. */
function readChildren(tx: Transaction, unitId: string, known: readonly (string | null)[], { last }: RegisterWindow): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw`
    select unit.id, unit.name from unit
    where unit.id = any (${known.flatMap((id) => id ?? [])}::uuid[])
       or unit.id in (select unit_id from unit_parent where parent_id = ${unitId}::uuid and valid_from <= ${last}::date and (valid_to is null or ${last}::date < valid_to))
    order by unit.sort_order, unit.name`;
}
