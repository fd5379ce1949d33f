import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { managedUnits } from "@/lib/domain/people/grants";
import { freeLogin } from "@/lib/domain/people/login";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import type { PeopleFilePlan, PeopleFileQuery } from "@/lib/protocol/people";
import { insertRows, recordsOf } from "@/lib/server/database/insert-rows";
import { newId } from "@/lib/server/database/new-id";
import { withActor, withActorForLong, type Transaction } from "@/lib/server/database/with-actor";
import { lockPeople } from "./lock-people";
import { planPeopleFile, shownPlan, type FilePlan } from "./plan-people-file";
import { readPeopleFile } from "./read-people-file";
import type { Tell } from "./tell-progress";
import { answerOf, endRoles, openRoles, writeChanges, type Opened, type PersonChange } from "./write-changes";

type Accept = Extract<PeopleFileQuery, { readonly action: "accept" }>;
type Accepted = { readonly id: string; readonly newCount: number; readonly changedCount: number };

/** Who looks after nobody hears of nothing, before the file is read: unpacking it is work that nobody else may cause. */
export function mayImport(actor: Actor, now: string): boolean {
  return managedUnits(actor, localDateOf(now)).length > 0;
}

/** What a file would change; nothing is written. */
export async function previewPeople(actor: Actor, bytes: Uint8Array, now: string, tell: Tell): Promise<Result<{ readonly plan: PeopleFilePlan }, RefusalCode>> {
  if (!mayImport(actor, now)) return err("unknownOrForbidden");
  const file = await readPeopleFile(bytes, tell);
  if (!file.ok) return file;
  const plan = await withActor(actor, (tx) => planPeopleFile(tx, actor, file.value, localDateOf(now), tell));
  return ok({ plan: shownPlan(plan, file.value.columns) });
}

/**
 * Writes what was looked at, all of it or nothing: the file is read and compared again, and where that says something
 * else by now, nothing is done (`planChangedSince`). The same id again is answered again.
 */
export async function acceptPeople(actor: Actor, command: Accept, bytes: Uint8Array, now: string, tell: Tell): Promise<Result<Accepted, RefusalCode>> {
  if (!mayImport(actor, now)) return err("unknownOrForbidden");
  const file = await readPeopleFile(bytes, tell);
  if (!file.ok) return file;
  const today = localDateOf(now);
  return withActorForLong(actor, async (tx) => {
    await lockPeople(tx);
    const done = await answerOf<Accepted>(tx, actor, command.id, type);
    if (done) return ok({ id: command.id, newCount: done.newCount, changedCount: done.changedCount });
    const plan = await planPeopleFile(tx, actor, file.value, today, tell);
    if (plan.digest !== command.digest) return err("planChangedSince");
    const changes = await writePlan(tx, actor, plan, { today, now, tell });
    const answer = { newCount: plan.created.length, changedCount: plan.changed.length };
    await writeChanges(tx, actor, { id: command.id, type, payload: command, after: plan.digest, answer }, changes, now);
    return ok({ id: command.id, ...answer });
  });
}

const type = "importPeople";
const sliceSize = 500;

type Writing = { readonly today: LocalDate; readonly now: string; readonly tell: Tell };

async function writePlan(tx: Transaction, actor: Actor, { created, changed, isTaken }: FilePlan, { today, now, tell }: Writing): Promise<PersonChange[]> {
  const given = new Set(created.flatMap(({ login }) => login ?? []));
  const people = created.map((person) => {
    const login = person.login ?? freeLogin(person.name, (wanted) => given.has(wanted) || isTaken(wanted));
    given.add(login);
    return { ...person, id: newId(), login };
  });
  const opened = [
    ...people.map(({ id, opens }) => ({ id, opens, ends: [] })),
    ...changed.map(({ person, opens, ends }) => ({ id: person.id, opens, ends })),
  ];
  const of = people.length + changed.length + opened.length;
  let done = 0;
  const inSlices = async <Each>(all: readonly Each[], write: (slice: readonly Each[]) => Promise<unknown>) => {
    for (let start = 0; start < all.length; start += sliceSize) {
      const slice = all.slice(start, start + sliceSize);
      await write(slice);
      tell({ step: "write", done: (done += slice.length), of });
    }
  };
  await inSlices(people, (slice) => insertRows(tx, "app_user", { province_id: actor.provinceId, must_change_password: false, session_version: 1, created_at: now },
    slice.map(({ id, login, name, memberKind }) => ({ id, login, name, member_kind: memberKind }))));
  await inSlices(changed, (slice) => updatePeople(tx, slice));
  await inSlices(opened, async (slice) => {
    await endRoles(tx, slice.flatMap(({ ends }) => ends.map(({ id, validFrom }) => ({ id, validTo: validFrom < today ? today : validFrom }))));
    await openRoles(tx, actor, slice.flatMap(({ id, opens }) => opens.map(({ role, unit }): Opened => ({ userId: id, role, unitId: unit.id, from: today }))));
  });
  return [
    ...people.map(({ id }): PersonChange => ({ userId: id, kind: "imported" })),
    ...changed.flatMap(({ person, name, memberKind }): PersonChange[] => [
      ...(name === undefined ? [] : [{ userId: person.id, kind: "renamed" as const }]), ...(memberKind === undefined ? [] : [{ userId: person.id, kind: "kindChanged" as const }])]),
    ...opened.flatMap(({ id, opens, ends }): PersonChange[] => [
      ...ends.map(({ role, unitId }) => ({ userId: id, kind: "roleEnded" as const, role, unitId, day: today })),
      ...opens.map(({ role, unit }) => ({ userId: id, kind: "roleGranted" as const, role, unitId: unit.id, day: today }))]),
  ];
}

async function updatePeople(tx: Transaction, changed: Readonly<FilePlan["changed"]>): Promise<void> {
  const rows = changed.flatMap(({ person, name, memberKind }) =>
    name === undefined && memberKind === undefined ? [] : [{ id: person.id, name: name ?? person.name, member_kind: memberKind ?? person.memberKind }]);
  if (rows.length === 0) return;
  await tx.$executeRaw`
    update app_user set name = said.name, member_kind = said.member_kind from ${recordsOf("app_user", {}, rows)} said where app_user.id = said.id`;
}
