import "server-only";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { AskRequest } from "@/lib/protocol/join";
import { newId } from "@/lib/server/database/new-id";
import type { Transaction } from "@/lib/server/database/with-actor";
import { findPerson, insertNewcomer, type ComeIn } from "./newcomer";
import { claimDigest } from "./secrets";

/** Nobody looks through more than that; what comes beyond was not sent by people. */
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
  if (known?.hasRole) return ok({ person: known, unit, outcome: "joined" });
  const [open] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from join_request where unit_id = ${unit.id}::uuid and decided_at is null`;
  if (!known && (open?.count ?? 0) >= mostOpen) return err("tooManyRequests");
  const person = known ?? (await insertNewcomer(tx, provinceId, asked, now));
  await tx.$executeRaw`
    insert into join_request (id, province_id, user_id, unit_id, since, claim_digest, asked_at)
    values (${newId()}::uuid, ${provinceId}::uuid, ${person.id}::uuid, ${unit.id}::uuid, ${asked.since}::date,
      ${claimDigest(person, asked.claim)}, ${now}::timestamptz)
    on conflict do nothing`;
  return ok({ person, unit, outcome: "asked" });
}

async function findUnit(tx: Transaction, asked: AskRequest, now: string): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const today = localDateOf(now);
  const [unit] = await tx.$queryRaw<{ id: string; name: string }[]>`
    select unit.id, unit.name from unit
    where unit.id = ${"unitId" in asked ? asked.unitId : await posterUnit(tx, asked.code)}::uuid
      and unit.valid_from <= ${today}::date and (unit.valid_to is null or ${today}::date < unit.valid_to)`;
  return unit;
}

async function posterUnit(tx: Transaction, code: string): Promise<string | null> {
  const [poster] = await tx.$queryRaw<{ unitId: string }[]>`
    select unit_id as "unitId" from join_poster where province_id = app_province() and code = ${code}`;
  return poster?.unitId ?? null;
}
