import "server-only";
import { randomUUID } from "node:crypto";
import { err, ok, type Result } from "@/lib/domain/result";
import { withProvince, type Transaction } from "@/lib/server/database/with-actor";
import { attemptDigest } from "./attempt-digest";
import { accountRule, addressRule, delayAfter, type ThrottleRule } from "./throttle-rule";

export type AttemptKeys = { readonly login: Uint8Array<ArrayBuffer>; readonly address: Uint8Array<ArrayBuffer> };

export function attemptKeys(login: string, address: string): AttemptKeys {
  return { login: attemptDigest("login", login), address: attemptDigest("address", address) };
}

/**
 * Takes a try at signing in, or says how many seconds are left to wait. The try is on record as failed
 * before the password is looked at: otherwise a burst of parallel guesses would all be the first one.
 */
export function takeAttempt(provinceId: string, keys: AttemptKeys): Promise<Result<void, { waitSeconds: number }>> {
  return withProvince(provinceId, async (tx) => {
    await lock(tx, keys);
    const waitSeconds = Math.max(await waitForAccount(tx, keys), await waitForAddress(tx, keys));
    if (waitSeconds > 0) return err({ waitSeconds });
    await saveAttempt(tx, provinceId, keys, false);
    return ok(undefined);
  });
}

/** Clears the account's failures and takes this try off the address. */
export function saveSuccess(tx: Transaction, provinceId: string, keys: AttemptKeys): Promise<void> {
  return saveAttempt(tx, provinceId, keys, true);
}

/** One try at a time per account and per address, always locked in the same order. */
async function lock(tx: Transaction, { login, address }: AttemptKeys): Promise<void> {
  for (const key of [login, address].map(lockNumber).sort((a, b) => (a < b ? -1 : 1))) {
    await tx.$executeRaw`select pg_advisory_xact_lock(${key}::bigint)`;
  }
}

function lockNumber(digest: Uint8Array): bigint {
  return Buffer.from(digest).readBigInt64BE(0);
}

async function waitForAccount(tx: Transaction, { login }: AttemptKeys): Promise<number> {
  const rows = await tx.$queryRaw<Failures[]>`
    select count(*)::int as failures, extract(epoch from clock_timestamp() - max(at))::float8 as "secondsAgo"
    from sign_in_attempt
    where login_digest = ${login} and not succeeded and at > now() - make_interval(secs => ${accountRule.windowSeconds})
      and at > coalesce((select max(at) from sign_in_attempt where login_digest = ${login} and succeeded), '-infinity')`;
  return remaining(rows[0], accountRule);
}

async function waitForAddress(tx: Transaction, { address }: AttemptKeys): Promise<number> {
  const rows = await tx.$queryRaw<Failures[]>`
    select (count(*) filter (where not succeeded) - count(*) filter (where succeeded))::int as failures,
           extract(epoch from clock_timestamp() - max(at) filter (where not succeeded))::float8 as "secondsAgo"
    from sign_in_attempt
    where address_digest = ${address} and at > now() - make_interval(secs => ${addressRule.windowSeconds})`;
  return remaining(rows[0], addressRule);
}

type Failures = { failures: number; secondsAgo: number | null };

function remaining(row: Failures | undefined, rule: ThrottleRule): number {
  return Math.max(0, Math.ceil(delayAfter(row?.failures ?? 0, rule) - (row?.secondsAgo ?? Infinity)));
}

async function saveAttempt(tx: Transaction, provinceId: string, keys: AttemptKeys, succeeded: boolean): Promise<void> {
  await tx.$executeRaw`
    insert into sign_in_attempt (id, province_id, login_digest, address_digest, succeeded, at)
    values (${randomUUID()}::uuid, ${provinceId}::uuid, ${keys.login}, ${keys.address}, ${succeeded}, clock_timestamp())`;
}
