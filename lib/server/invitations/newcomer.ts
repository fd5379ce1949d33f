import "server-only";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { Transaction } from "@/lib/server/database/with-actor";
import { claimDigest, isSameDigest } from "./secrets";

/** Who comes in, as the phone says it. */
export type Newcomer = {
  readonly person: { readonly id: string; readonly name: string };
  readonly claim: string;
  readonly since: LocalDate;
};

/** Somebody whom the server knows under this id. */
export type KnownPerson = {
  readonly id: string;
  readonly name: string;
  readonly sessionVersion: number;
  readonly disabled: boolean;
  readonly hasRole: boolean;
  readonly hasPassword: boolean;
  /** The last time they asked to join, if ever. */
  readonly askedAt: Date | null;
  /** Has chosen a password, and comes back with that alone: what a phone proves is no way around it. */
  readonly hasOwnPassword: boolean;
  /** The phone can prove that it is the one that brought the person. */
  readonly isSamePhone: boolean;
};

export type ComeIn = {
  readonly person: Pick<KnownPerson, "id" | "name" | "sessionVersion">;
  readonly outcome: "joined" | "returned" | "asked";
  readonly unit: { readonly id: string; readonly name: string };
};

/** @returns undefined for an id that is free */
export async function findPerson(tx: Transaction, personId: string, claim: string): Promise<KnownPerson | undefined> {
  const [row] = await tx.$queryRaw<(Omit<KnownPerson, "isSamePhone"> & { claims: Uint8Array[] })[]>`
    select app_user.id, app_user.name, app_user.session_version as "sessionVersion", app_user.disabled_at is not null as disabled, app_user.password_hash is not null as "hasPassword",
           app_user.password_hash is not null and not app_user.must_change_password as "hasOwnPassword",
           exists (select from role_assignment held where held.user_id = app_user.id and held.valid_to is null) as "hasRole",
           (select max(asked_at) from join_request where user_id = app_user.id) as "askedAt",
           array(
             select claim_digest from join_request where user_id = app_user.id
             union select claim_digest from invitation
             where province_id = app_user.province_id and used_by_id = app_user.id and claim_digest is not null) as claims
    from app_user where app_user.id = ${personId}::uuid`;
  if (!row) return undefined;
  const { claims, ...known } = row;
  const asked = claimDigest(known, claim);
  return { ...known, isSamePhone: !known.hasOwnPassword && claims.some((digest) => isSameDigest(digest, asked)) };
}

/** Somebody without a password, whom only this phone's session knows. The login is none that anybody types. */
export async function insertNewcomer(tx: Transaction, provinceId: string, { person }: Newcomer, now: string): Promise<ComeIn["person"]> {
  await tx.$executeRaw`
    insert into app_user (id, province_id, login, name, created_at)
    values (${person.id}::uuid, ${provinceId}::uuid, ${`tnv-${person.id}`}, ${person.name}, ${now}::timestamptz)`;
  return { ...person, sessionVersion: 1 };
}
