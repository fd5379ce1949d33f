import "server-only";
import { makeKey, openJson, sealJson, unwrapKey } from "@/lib/server/crypto/sealed";
import type { Transaction } from "@/lib/server/database/with-actor";
import { drawSecret, findStep } from "./totp";

/** Which of the two secrets of a person: the one that counts, or one that was shown and not confirmed yet. */
const purposes = { sealed: "secondFactor", offered: "offeredSecondFactor" } as const;

/** A secret that nobody has confirmed within this time has to be drawn anew. */
const offerMinutes = 15;

/** Draws a secret for an authenticator and keeps it beside the one in use, until a code shows that it arrived. */
export async function offerSecret(tx: Transaction, provinceId: string, userId: string, now: string): Promise<Uint8Array> {
  const secret = drawSecret();
  const row = await findRow(tx, userId);
  const made = row ? undefined : makeKey(userId);
  const key = made?.key ?? unwrapKey(userId, row!);
  const offered = sealJson(key, userId, purposes.offered, { secret: Buffer.from(secret).toString("base64") });
  if (made) {
    await tx.$executeRaw`
      insert into second_factor (user_id, province_id, wrapped_key, key_version, offered, offered_at)
      values (${userId}::uuid, ${provinceId}::uuid, ${Buffer.from(made.wrappedKey)}, ${made.keyVersion}, ${offered}, ${now}::timestamptz)`;
  } else {
    await tx.$executeRaw`update second_factor set offered = ${offered}, offered_at = ${now}::timestamptz where user_id = ${userId}::uuid`;
  }
  return secret;
}

/** Puts the offered secret into use if this is a code of it. The code is used up. */
export async function confirmSecret(tx: Transaction, userId: string, code: string, now: string): Promise<boolean> {
  const row = await findRow(tx, userId);
  if (!row?.offered || !row.offeredAt || Date.parse(now) - row.offeredAt.getTime() > offerMinutes * 60_000) return false;
  const key = unwrapKey(userId, row);
  const secret = secretIn(key, userId, "offered", row.offered);
  const step = findStep(secret, code, now);
  if (step === undefined) return false;
  const sealed = sealJson(key, userId, purposes.sealed, { secret: Buffer.from(secret).toString("base64") });
  await tx.$executeRaw`
    update second_factor set sealed = ${sealed}, confirmed_at = ${now}::timestamptz, last_step = ${step}, offered = null, offered_at = null
    where user_id = ${userId}::uuid`;
  return true;
}

/** Takes a code of the authenticator, once. */
export async function takeCode(tx: Transaction, userId: string, code: string, now: string): Promise<boolean> {
  const row = await findRow(tx, userId);
  if (!row?.sealed) return false;
  const step = findStep(secretIn(unwrapKey(userId, row), userId, "sealed", row.sealed), code, now, row.lastStep ?? undefined);
  if (step === undefined) return false;
  await tx.$executeRaw`update second_factor set last_step = ${step} where user_id = ${userId}::uuid`;
  return true;
}

export async function hasSecondFactor(tx: Transaction, userId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`select user_id from second_factor where user_id = ${userId}::uuid and confirmed_at is not null`;
  return rows.length > 0;
}

/** The authenticator and its recovery codes are worth nothing any more. False when there was none. */
export async function removeSecondFactor(tx: Transaction, userId: string): Promise<boolean> {
  await tx.$executeRaw`delete from recovery_code where user_id = ${userId}::uuid`;
  return (await tx.$executeRaw`delete from second_factor where user_id = ${userId}::uuid`) > 0;
}

type Row = {
  readonly wrappedKey: Uint8Array;
  readonly keyVersion: number;
  readonly sealed: Uint8Array | null;
  readonly lastStep: number | null;
  readonly offered: Uint8Array | null;
  readonly offeredAt: Date | null;
};

/** Locked until the transaction ends: two requests with the same code come one after the other. */
async function findRow(tx: Transaction, userId: string): Promise<Row | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    select wrapped_key as "wrappedKey", key_version as "keyVersion", sealed, last_step as "lastStep", offered, offered_at as "offeredAt"
    from second_factor where user_id = ${userId}::uuid for update`;
  return row;
}

function secretIn(key: Uint8Array, userId: string, which: keyof typeof purposes, sealed: Uint8Array): Uint8Array {
  const { secret } = openJson(key, userId, purposes[which], sealed) as { readonly secret: string };
  return new Uint8Array(Buffer.from(secret, "base64"));
}
