import "server-only";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { AskRequest } from "@/lib/protocol/join";
import { newId } from "@/lib/server/database/new-id";
import type { Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { findPerson, insertNewcomer, type ComeIn } from "./newcomer";
import { claimDigest } from "./secrets";

/** Nobody looks through more than that; what comes beyond was not sent by people. The leader refuses many at once, or closes the poster. */
const mostOpen = 200;

/**
 * Somebody asks to join a unit: known from now on, without a role. The same again is no matter, and after a refusal it is a
 * new question. To be run as nobody.
 */
export async function askToJoin(tx: Transaction, provinceId: string, asked: AskRequest, now: string): Promise<Result<ComeIn, RefusalCode>> {
  const unit = await findUnit(tx, asked, now);
  if (!unit) return err("unknownOrForbidden");
  const known = await findPerson(tx, asked.person.id, asked.claim);
  if (known && (!known.isSamePhone || known.disabled)) return err("unknownOrForbidden");
  if (known?.hasRole) return ok({ person: known, unit: { id: unit.id, name: unit.name }, outcome: "joined" });
  if (!(await isWaiting(tx, asked.person.id))) {
    if (unit.isClosed) return err("unknownOrForbidden");
    if ((await countWaiting(tx, unit.id)) >= mostOpen) return err("tooManyRequests");
  }
  const person = known ?? (await insertNewcomer(tx, provinceId, asked, now));
  await tx.$executeRaw`
    insert into join_request (id, province_id, user_id, unit_id, since, claim_digest, asked_at)
    values (${newId()}::uuid, ${provinceId}::uuid, ${person.id}::uuid, ${unit.id}::uuid, ${asked.since}::date,
      ${claimDigest(person, asked.claim)}, ${now}::timestamptz)
    on conflict do nothing`;
  return ok({ person, unit: { id: unit.id, name: unit.name }, outcome: "asked" });
}

type AskedUnit = { readonly id: string; readonly name: string; /** Its poster was taken down: it takes nobody in now. */ readonly isClosed: boolean };

async function findUnit(tx: Transaction, asked: AskRequest, now: string): Promise<AskedUnit | undefined> {
  const today = localDateOf(now);
  const [unit] = await tx.$queryRaw<AskedUnit[]>`
    select unit.id, unit.name, poster.closed_at is not null as "isClosed" from unit left join join_poster poster on poster.unit_id = unit.id
    where ${"unitId" in asked ? Prisma.sql`unit.id = ${asked.unitId}::uuid` : Prisma.sql`poster.code = ${asked.code}`}
      and unit.valid_from <= ${today}::date and (unit.valid_to is null or ${today}::date < unit.valid_to)`;
  return unit;
}

async function isWaiting(tx: Transaction, personId: string): Promise<boolean> {
  return (await tx.$queryRaw<object[]>`select from join_request where user_id = ${personId}::uuid and decided_at is null`).length > 0;
}

async function countWaiting(tx: Transaction, unitId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`select count(*)::int as count from join_request where unit_id = ${unitId}::uuid and decided_at is null`;
  return row?.count ?? 0;
}
