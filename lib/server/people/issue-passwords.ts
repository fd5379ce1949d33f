import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { firstPassword, firstPasswordBytes } from "@/lib/domain/people/first-password";
import type { Refusal } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import type { IssuedPassword } from "@/lib/protocol/people";
import { hashPassword } from "@/lib/server/auth/password";
import { drawBytes } from "@/lib/server/crypto/random";
import { recordsOf } from "@/lib/server/database/insert-rows";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import type { ChangeOf } from "./asked-change";
import { loadPeople, type LoadedPerson } from "./load-people";
import { lockPeople } from "./lock-people";
import { writeChanges } from "./write-changes";

/**
 * Gives first passwords, which are good until an own one is chosen at the first sign-in. Told here and nowhere else: who
 * loses the list makes another. Whoever was signed in with an old one is no more; who came in by a code stays. Hashing takes long on purpose, so it is
 * done outside of any transaction.
 */
export async function issuePasswords(actor: Actor, command: ChangeOf<"issuePasswords">, now: string): Promise<Result<{ readonly id: string; readonly passwords: IssuedPassword[] }, Refusal>> {
  const today = localDateOf(now);
  const asked = await withActor(actor, (tx) => loadGiven(tx, actor, command, today));
  if (!asked) return err({ code: "unknownOrForbidden" });
  const made = new Map(await Promise.all(asked.map(async ({ id }) => {
    const password = firstPassword(drawBytes(firstPasswordBytes));
    return [id, { password, hash: await hashPassword(password) }] as const;
  })));
  return withActor(actor, async (tx) => {
    await lockPeople(tx);
    const people = ((await loadGiven(tx, actor, command, today)) ?? []).filter(({ id }) => made.has(id));
    const rows = people.map(({ id }) => ({ id, password_hash: made.get(id)!.hash }));
    if (rows.length > 0) {
      await tx.$executeRaw`
        update app_user set password_hash = given.password_hash, must_change_password = true,
          session_version = app_user.session_version + case when app_user.password_hash is null then 0 else 1 end
        from ${recordsOf("app_user", {}, rows)} given where app_user.id = given.id`;
    }
    await writeChanges(tx, actor, { id: command.id, type: "issuePasswords", payload: command, answer: { count: people.length } }, people.map(({ id }) => ({ userId: id, kind: "passwordIssued" })), now);
    const names = await unitNames(tx, people);
    return ok({ id: command.id, passwords: people.map(({ id, name, login, homes }) => (
      { userId: id, name, login, unitName: names.get(homes.find(({ unitId }) => unitId)?.unitId ?? "") ?? "", password: made.get(id)!.password })) });
  });
}

/** Those of the asked who get one; undefined where one of them is not the actor's to change. */
async function loadGiven(tx: Transaction, actor: Actor, { userIds, onlyWithout }: ChangeOf<"issuePasswords">, today: LocalDate): Promise<LoadedPerson[] | undefined> {
  const people = await loadPeople(tx, actor, userIds, today);
  const asked = [...new Set(userIds)].map((id) => people.get(id));
  if (asked.some((person) => !person?.mayChange)) return undefined;
  return asked.flatMap((person) => (person && !person.disabledAt && !(onlyWithout && person.hasPassword) ? [person] : []));
}

async function unitNames(tx: Transaction, people: readonly LoadedPerson[]): Promise<Map<string, string>> {
  const ids = [...new Set(people.flatMap(({ homes }) => homes.flatMap(({ unitId }) => unitId ?? [])))];
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`select id, name from unit where id = any (${ids}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
