import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { readableAlphabet, readableCode } from "@/lib/domain/text/readable-code";
import { drawBytes } from "@/lib/server/crypto/random";
import { insertRows } from "@/lib/server/database/insert-rows";
import { newId } from "@/lib/server/database/new-id";
import type { Transaction } from "@/lib/server/database/with-actor";

const codes = 10;
const codeLength = 10;

/** Ten codes, each of which replaces the authenticator once; with about 50 bits they are hashed like passwords. */
export async function drawRecoveryCodes(): Promise<{ readonly codes: string[]; readonly hashes: string[] }> {
  const drawn = Array.from({ length: codes }, () => readableCode(drawBytes(codeLength), codeLength));
  return { codes: drawn.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`), hashes: await Promise.all(drawn.map((code) => hash(code))) };
}

/** Earlier ones are worth nothing any more. */
export async function replaceRecoveryCodes(tx: Transaction, provinceId: string, userId: string, hashes: readonly string[]): Promise<void> {
  await tx.$executeRaw`delete from recovery_code where user_id = ${userId}::uuid`;
  await insertRows(tx, "recovery_code", { province_id: provinceId, user_id: userId }, hashes.map((code_hash) => ({ id: newId(), code_hash })));
}

export async function countRecoveryCodes(tx: Transaction, userId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from recovery_code where user_id = ${userId}::uuid and used_at is null`;
  return row?.count ?? 0;
}

/** Takes a code once: of two that come at the same time one is refused. However it is typed: small letters, with spaces. */
export async function useRecoveryCode(tx: Transaction, userId: string, typed: string): Promise<boolean> {
  const code = typed.toUpperCase().replace(/[\s-]/g, "");
  if (!shape.test(code)) return false;
  const rows = await tx.$queryRaw<{ id: string; hash: string }[]>`
    select id, code_hash as hash from recovery_code where user_id = ${userId}::uuid and used_at is null`;
  const fitting = await Promise.all(rows.map((row) => verify(row.hash, code)));
  const found = rows.find((_, index) => fitting[index]);
  if (!found) return false;
  const used = await tx.$executeRaw`update recovery_code set used_at = now() where id = ${found.id}::uuid and used_at is null`;
  return used === 1;
}

const shape = new RegExp(`^[${readableAlphabet}]{${codeLength}}$`);
