import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { addDays, localDateOf } from "@/lib/domain/time/local-date";
import type { ClosePeriod } from "@/lib/protocol/periods";
import { canonicalJson } from "@/lib/server/crypto/canonical-json";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { withActorForLong } from "@/lib/server/database/with-actor";
import { keepsRegisters } from "@/lib/server/imports/keeper";

/**
 * Closes the days from–through with what was decided until yesterday. It is never opened again: what is decided later
 * about these days is a correction. Waits for decisions that are being written, and they for it.
 */
export async function closePeriod(actor: Actor, { id, from, through }: ClosePeriod, now: string): Promise<Result<{ readonly id: string }, Refusal>> {
  if (!keepsRegisters(actor, now)) return err({ code: "unknownOrForbidden" });
  const asOf = addDays(localDateOf(now), -1);
  if (through < from) return err({ code: "periodEndsBeforeStart", field: "through" });
  if (through > asOf) return err({ code: "periodNotOver", field: "through" });
  return withActorForLong(actor, async (tx) => {
    await tx.$queryRaw`select own_counting()::text`;
    const [known] = await tx.$queryRaw<{ id: string }[]>`select id from period where "from" = ${from}::date and through = ${through}::date and closed_at is not null`;
    if (known) return known.id === id ? ok({ id }) : err({ code: "periodIsClosed" });
    await tx.$executeRaw`
      insert into period (id, province_id, "from", through, as_of, closed_at, closed_by_id)
      values (${id}::uuid, ${actor.provinceId}::uuid, ${from}::date, ${through}::date, ${asOf}::date, ${now}::timestamptz, ${actor.userId}::uuid)
      on conflict (province_id, "from", through) do update set as_of = excluded.as_of, closed_at = excluded.closed_at, closed_by_id = excluded.closed_by_id`;
    await tx.$executeRaw`
      insert into command_log (id, province_id, actor_id, type, claimed_at, received_at, payload_digest, answer)
      values (${id}::uuid, ${actor.provinceId}::uuid, ${actor.userId}::uuid, 'closePeriod', ${now}::timestamptz, ${now}::timestamptz,
        ${keyedHash("payload", canonicalJson({ from, through }))}, ${JSON.stringify({ commandId: id, verdict: "accepted" })}::jsonb)`;
    return ok({ id });
  });
}
