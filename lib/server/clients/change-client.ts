import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { cleanText } from "@/lib/domain/text/clean-text";
import { longestClientName, type ChangeClient } from "@/lib/protocol/clients";
import { canonicalJson } from "@/lib/server/crypto/canonical-json";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { newId } from "@/lib/server/database/new-id";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { keepsRegisters } from "@/lib/server/imports/keeper";
import { makeApiKey } from "./api-key";

type Changed = { readonly id: string; readonly key?: string };

/**
 * Gives a program a key, or takes it back. The key is in this answer and nowhere else: a repeated creation can't be
 * answered with it any more and is refused with `notAllowedInThisState`.
 */
export async function changeClient(actor: Actor, change: ChangeClient, now: string): Promise<Result<Changed, Refusal>> {
  if (!keepsRegisters(actor, now)) return err({ code: "unknownOrForbidden" });
  return withActor(actor, (tx) => (change.change === "create" ? create(tx, actor, change, now) : revoke(tx, actor, change.id, now)));
}

async function create(tx: Transaction, actor: Actor, { id, name: typed }: { readonly id: string; readonly name: string }, now: string): Promise<Result<Changed, Refusal>> {
  const name = cleanText(typed);
  if (name === "") return err({ code: "required", field: "name" });
  if (name.length > longestClientName) return err({ code: "tooLong", field: "name" });
  const { key, hash } = makeApiKey();
  const added = await tx.$executeRaw`
    insert into api_client (id, province_id, name, key_hash, created_by_id, created_at)
    values (${id}::uuid, ${actor.provinceId}::uuid, ${name}, ${hash}, ${actor.userId}::uuid, ${now}::timestamptz) on conflict do nothing`;
  if (added === 0) return err({ code: "notAllowedInThisState" });
  await log(tx, actor, "createApiClient", { id, name }, now);
  return ok({ id, key });
}

/** Again is no matter. */
async function revoke(tx: Transaction, actor: Actor, id: string, now: string): Promise<Result<Changed, Refusal>> {
  const known = await tx.$queryRaw<object[]>`select id from api_client where id = ${id}::uuid`;
  if (known.length === 0) return err({ code: "unknownOrForbidden" });
  const revoked = await tx.$executeRaw`update api_client set revoked_at = ${now}::timestamptz where id = ${id}::uuid and revoked_at is null`;
  if (revoked > 0) await log(tx, actor, "revokeApiClient", { id }, now);
  return ok({ id });
}

async function log(tx: Transaction, actor: Actor, type: string, payload: object, now: string): Promise<void> {
  const id = newId();
  await tx.$executeRaw`
    insert into command_log (id, province_id, actor_id, type, claimed_at, received_at, payload_digest, answer)
    values (${id}::uuid, ${actor.provinceId}::uuid, ${actor.userId}::uuid, ${type}, ${now}::timestamptz, ${now}::timestamptz,
      ${keyedHash("payload", canonicalJson(payload))}, ${JSON.stringify({ commandId: id, verdict: "accepted" })}::jsonb)`;
}
