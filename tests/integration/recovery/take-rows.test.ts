import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Verdict } from "@/lib/protocol/commands";
import type { Person } from "@/lib/server/auth/person";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { serverKey } from "@/lib/server/crypto/server-key";
import { deviceCookie } from "@/lib/server/fleet/device-cookie";
import { handleRecovery } from "@/lib/server/recovery/recovery-route";
import { takeRows } from "@/lib/server/recovery/take-rows";
import { makeAmend, makeManifest, makeRecord, makeWithdraw } from "../../factories/commands";
import { makeHelpSession } from "../../factories/help-session";
import { makeSessionCookie } from "../../factories/session";
import { makeRecoveredRow } from "../../factories/server-seal";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";
import { makePost } from "../../factories/post";

let province: WorkingProvince;
let volunteer: Person;

beforeAll(async () => {
  province = await makeWorkingProvince();
  volunteer = await province.addActingPerson("volunteer", province.units.teamA);
});
afterAll(() => province.remove());

const now = "2026-08-08T03:00:00.000Z";
const record = (changes: object = {}) => makeRecord(province.units.teamA, makeHelpSession(changes));
const seal = (command: unknown, owner: Person = volunteer) => makeRecoveredRow(command, owner.actor.userId, serverKey());

async function take(rows: unknown[], by: { person?: Person; deviceId?: string }, taken: string[] = []) {
  const device = makeManifest(by.deviceId ? { deviceId: by.deviceId as never } : {});
  const request = { protocol: 1, device, rows: rows as never, taken };
  return takeRows(request, { person: by.person, deviceId: by.deviceId, provinceId: province.provinceId, now });
}

/** A phone on which these people have worked. */
async function addDevice({ revoked = false, people = [volunteer.actor.userId] }: { revoked?: boolean; people?: readonly string[] } = {}): Promise<string> {
  const id = randomUUID();
  await province.client.query("insert into device (id, province_id, revoked_at) values ($1, $2, $3)", [id, province.provinceId, revoked ? now : null]);
  await province.client.query(
    `insert into device_manifest (province_id, device_id, user_id, pending_count, pending_ids_digest, app_version, persisted, installed, clock_offset_ms, reported_at)
     select $1, $2, person, 3, '', 'test', true, true, 0, $3 from unnest($4::uuid[]) as person`,
    [province.provinceId, id, now, people]);
  return id;
}

async function entryOf(entryId: string) {
  const { rows } = await province.client.query("select author_id, status::text, version, quarantine from entry where id = $1", [entryId]);
  return rows[0];
}

const codes = (verdicts: readonly Verdict[]) => verdicts.map((verdict) => ("code" in verdict ? verdict.code : verdict.verdict));

describe("with the session of their author", () => {
  test("rows are executed as theirs and come back opened", async () => {
    const command = record();
    const taken = await take([await seal(command)], { person: volunteer });
    expect(taken).toMatchObject({ ok: true, value: { verdicts: [{ verdict: "accepted", status: "submitted" }], opened: [{ commandId: command.id, command }] } });
    expect(await entryOf(command.entryId)).toMatchObject({ author_id: volunteer.actor.userId, status: "submitted", quarantine: null });
  });

  test("a row that was sent before gets the same answer again", async () => {
    const command = record();
    const row = await seal(command);
    const first = await take([row], { person: volunteer });
    expect(await take([row], { person: volunteer })).toEqual(first);
  });

  test("what is refused comes back with what was entered", async () => {
    const wrong = { ...record(), content: { ...makeHelpSession(), outcomes: [] } };
    const taken = await take([await seal(wrong)], { person: volunteer });
    expect(taken).toMatchObject({ ok: true, value: { verdicts: [{ verdict: "refused", code: "outcomesMissing" }], opened: [{ command: wrong }] } });
  });

  test("what can't be opened is refused and kept as it came, and stops no other row", async () => {
    const row = await seal(record());
    const other = await seal(record());
    const moved = { ...row, commandId: randomUUID() };
    const taken = await take([moved, other], { person: volunteer });
    expect(taken.ok && codes(taken.value.verdicts)).toEqual(["sealUnreadable", "accepted"]);
    const { rows } = await province.client.query("select sealed from recovered_command where command_id = $1", [moved.commandId]);
    expect(rows[0].sealed.toString("base64url")).toBe(row.sealed);
  });

  test("rows of somebody else stay on the phone, and nothing of them is told", async () => {
    const other = await province.addActingPerson("volunteer", province.units.teamA);
    const command = record();
    const taken = await take([await seal(command, other), await seal(record())], { person: volunteer, deviceId: await addDevice() });
    expect(taken.ok && codes(taken.value.verdicts)).toEqual(["failed", "accepted"]);
    expect(taken.ok && taken.value.opened).toHaveLength(1);
    expect(await entryOf(command.entryId)).toBeUndefined();
  });
});

describe("by the device's cookie alone", () => {
  test("nobody's rows are taken from a phone on which their author can sign in", async () => {
    expect(await take([await seal(record())], { deviceId: await addDevice() })).toEqual({ ok: false, error: "notSignedIn" });
    expect(await take([await seal(record())], {})).toEqual({ ok: false, error: "notSignedIn" });
  });

  test("a revoked phone's queue waits in quarantine in the names of its authors", async () => {
    const other = await province.addActingPerson("volunteer", province.units.teamA);
    const [one, two] = [record(), record()];
    const rows = [await seal(one), await seal(two, other)];
    const taken = await take(rows, { deviceId: await addDevice({ revoked: true, people: [volunteer, other].map(({ actor }) => actor.userId) }) });
    expect(taken.ok && codes(taken.value.verdicts)).toEqual(["accepted", "accepted"]);
    expect(taken.ok && taken.value.opened).toEqual([]);
    expect(await entryOf(one.entryId)).toMatchObject({ author_id: volunteer.actor.userId, status: "quarantined", quarantine: { reason: "revokedPhone" } });
    expect(await entryOf(two.entryId)).toMatchObject({ author_id: other.actor.userId, status: "quarantined" });
  });

  test("what a revoked phone changes or withdraws is a question, whatever the entry was", async () => {
    const [changed, withdrawn] = [record(), record()];
    await take([await seal(changed), await seal(withdrawn)], { person: volunteer });
    const content = makeHelpSession({ place: { kind: "counter", name: "Một cửa Tuy Phước" } });
    const rows = [await seal(makeAmend(changed.entryId, 1, content)), await seal(makeWithdraw(withdrawn.entryId, 1))];
    const taken = await take(rows, { deviceId: await addDevice({ revoked: true }) });
    expect(taken.ok && codes(taken.value.verdicts)).toEqual(["accepted", "accepted"]);
    expect(await entryOf(changed.entryId)).toMatchObject({ status: "quarantined", version: 2, quarantine: { reason: "revokedPhone" } });
    expect(await entryOf(withdrawn.entryId)).toMatchObject({ status: "quarantined", version: 2, quarantine: { reason: "revokedPhone", asks: "withdraw" } });
  });

  test("a deactivated person's phone delivers although nobody can sign in on it", async () => {
    const gone = await province.addActingPerson("volunteer", province.units.teamA);
    await province.client.query("update app_user set disabled_at = now(), session_version = session_version + 1 where id = $1", [gone.actor.userId]);
    const command = record();
    const taken = await take([await seal(command, gone)], { deviceId: await addDevice({ people: [gone.actor.userId] }) });
    expect(taken.ok && codes(taken.value.verdicts)).toEqual(["accepted"]);
    expect(await entryOf(command.entryId)).toMatchObject({ status: "quarantined", quarantine: { reason: "deactivated" } });
  });

  test("what is refused there is kept for its author, who gets it back once", async () => {
    const author = await province.addActingPerson("volunteer", province.units.teamA);
    const command = record();
    await take([await seal(command, author)], { person: author });
    const late = makeAmend(command.entryId, 7, makeHelpSession());
    const taken = await take([await seal(late, author)], { deviceId: await addDevice({ revoked: true, people: [author.actor.userId] }) });
    expect(taken.ok && codes(taken.value.verdicts)).toEqual(["versionConflict"]);
    const mine = await take([], { person: author });
    expect(mine).toMatchObject({ ok: true, value: { returned: [{ commandId: late.id, command: late, verdict: { code: "versionConflict" } }] } });
    expect(await take([], { person: volunteer })).toMatchObject({ value: { returned: [] } });
    expect(await take([], { person: author }, [late.id])).toMatchObject({ value: { returned: [] } });
  });

  test("in the name of somebody who never worked on the phone nothing is done", async () => {
    const other = await province.addActingPerson("volunteer", province.units.teamA);
    const command = record();
    const taken = await take([await seal(command, other)], { deviceId: await addDevice({ revoked: true }) });
    expect(taken.ok && codes(taken.value.verdicts)).toEqual(["unknownOrForbidden"]);
    expect(await entryOf(command.entryId)).toBeUndefined();
    expect(await take([], { person: other })).toMatchObject({ value: { returned: [{ commandId: command.id }] } });
  });

  test("nor is it done as theirs when their own phone sends on what it was given back", async () => {
    const other = await province.addActingPerson("volunteer", province.units.teamA);
    const command = record();
    await take([await seal(command, other)], { deviceId: await addDevice({ revoked: true }) });
    expect(await take([], { person: other }, [command.id])).toMatchObject({ value: { returned: [] } });
    const verdicts = await executeCommands(other, { device: makeManifest(), commands: [command] }, { now });
    expect(verdicts).toMatchObject([{ verdict: "accepted", status: "quarantined" }]);
    expect(await entryOf(command.entryId)).toMatchObject({ quarantine: { reason: "revokedPhone" } });
    const { rows } = await province.client.query("select length(sealed) as bytes from recovered_command where command_id = $1", [command.id]);
    expect(rows).toEqual([{ bytes: 0 }]);
  });

  test("work of people whom nobody has let in yet is kept until somebody does", async () => {
    const stranger = { ...volunteer, actor: { ...volunteer.actor, userId: randomUUID() } };
    const command = record();
    const taken = await take([await seal(command, stranger)], { deviceId: await addDevice({ revoked: true }) });
    expect(taken.ok && codes(taken.value.verdicts)).toEqual(["unknownOrForbidden"]);
    expect(await take([], { person: stranger })).toMatchObject({ value: { returned: [{ commandId: command.id, command }] } });
  });
});

describe("what is kept", () => {
  test("of one phone is bounded, whatever names it says", async () => {
    const deviceId = await addDevice({ revoked: true });
    const stranger = () => ({ ...volunteer, actor: { ...volunteer.actor, userId: randomUUID() } });
    await province.client.query(
      `insert into recovered_command (id, province_id, owner_id, command_id, entry_id, device_id, sealed, answer, received_at)
       select gen_random_uuid(), $1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), $2, '', '{}', now() from generate_series(1, 4999)`, [province.provinceId, deviceId]);
    const taken = await take([await seal(record(), stranger()), await seal(record(), stranger())], { deviceId });
    expect(taken.ok && codes(taken.value.verdicts)).toEqual(["unknownOrForbidden", "failed"]);
  });

  test("of one author is bounded too, whatever phone it is said to be", async () => {
    const author = await province.addActingPerson("volunteer", province.units.teamA);
    await province.client.query(
      `insert into recovered_command (id, province_id, owner_id, command_id, entry_id, device_id, sealed, answer, received_at)
       select gen_random_uuid(), $1, $2, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '', '{}', now() from generate_series(1, 10000)`, [province.provinceId, author.actor.userId]);
    const row = { ...(await seal(record(), author)), commandId: randomUUID() };
    const taken = await take([row], { person: author });
    expect(taken.ok && codes(taken.value.verdicts)).toEqual(["failed"]);
  });

  test("of what its author has had back is forgotten after half a year", async () => {
    const author = await province.addActingPerson("volunteer", province.units.teamA);
    const [old, recent] = [record(), record()];
    await take([await seal(old, author), await seal(recent, author)], { deviceId: await addDevice({ revoked: true }) });
    await take([], { person: author }, [old.id, recent.id]);
    await province.client.query("update recovered_command set received_at = now() - interval '181 days' where command_id = $1", [old.id]);
    await take([], { person: author });
    const { rows } = await province.client.query("select command_id from recovered_command where owner_id = $1", [author.actor.userId]);
    expect(rows).toEqual([{ command_id: recent.id }]);
  });
});

describe("what was sealed before DATA_KEY changed", () => {
  test("is refused row by row, waits with the server, and keeps nothing else from its author", async () => {
    const author = await province.addActingPerson("volunteer", province.units.teamA);
    const [before, since] = [record(), record()];
    const deviceId = await addDevice({ revoked: true });
    const sealed = await seal(before, author);
    await take([sealed, await seal(since, author)], { deviceId });
    const named = (id: string) => (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 1), Buffer.from(id, "hex"), bytes.subarray(9)]);
    const ofAnother = named("0123456789abcdef")(Buffer.from(sealed.sealed, "base64url"));
    const store = (bytes: Buffer) => province.client.query("update recovered_command set sealed = $2 where command_id = $1", [before.id, bytes]);
    await store(ofAnother);
    expect(await take([], { person: author })).toMatchObject({ value: { returned: [{ commandId: since.id }] } });
    const brought = await take([{ ...sealed, sealed: ofAnother.toString("base64url") }, await seal(record(), author)], { person: author });
    expect(brought.ok && codes(brought.value.verdicts)).toEqual(["sealUnreadable", "accepted"]);
    await store(named(serverKey().id)(ofAnother));
    const { value } = (await take([], { person: author })) as { value: { returned: { commandId: string; command: unknown }[] } };
    expect(new Map(value.returned.map(({ commandId, command }) => [commandId, command]))).toEqual(new Map([[before.id, before], [since.id, since]]));
  });
});

describe("over HTTP", () => {
  const ask = async (rows: unknown[], cookie: string) => {
    const response = await handleRecovery(makePost({ protocol: 1, device: makeManifest(), rows }, { cookie }));
    const { error, verdicts } = (await response.json()) as { error?: { code: string }; verdicts?: Verdict[] };
    return { status: response.status, codes: error ? [error.code] : codes(verdicts ?? []) };
  };
  const cookieOf = (deviceId: string) => deviceCookie(deviceId, new Headers()).split(";")[0]!;

  test("without a session and without a cookie of the phone's nobody is heard", async () => {
    expect(await ask([await seal(record())], "")).toEqual({ status: 401, codes: ["notSignedIn"] });
    const forged = `tns-device=${await addDevice({ revoked: true })}.${"A".repeat(43)}`;
    expect(await ask([await seal(record())], forged)).toEqual({ status: 401, codes: ["notSignedIn"] });
  });

  test("the phone's own cookie speaks for it, the manifest does not", async () => {
    const command = record();
    expect(await ask([await seal(command)], cookieOf(await addDevice({ revoked: true })))).toEqual({ status: 200, codes: ["accepted"] });
    const { rows } = await province.client.query("select device.revoked_at is not null as revoked from entry join device on device.id = entry.device_id where entry.id = $1", [command.entryId]);
    expect(rows).toEqual([{ revoked: true }]);
  });

  test("a deactivated person is heard by a session of before, and by the phone when all sessions were ended", async () => {
    const gone = await province.addPerson("volunteer", province.units.teamA);
    const owner = { ...volunteer, actor: { ...volunteer.actor, userId: gone.id } };
    const session = await makeSessionCookie(province.client, gone.id);
    const phone = cookieOf(await addDevice({ people: [gone.id] }));
    await province.client.query("update app_user set disabled_at = now(), session_version = session_version + 1 where id = $1", [gone.id]);
    expect(await ask([await seal(record(), owner)], session)).toEqual({ status: 200, codes: ["accepted"] });
    await province.client.query("update app_session set revoked_at = now() where user_id = $1", [gone.id]);
    expect(await ask([await seal(record(), owner)], session)).toEqual({ status: 401, codes: ["notSignedIn"] });
    expect(await ask([await seal(record(), owner)], `${session}; ${phone}`)).toEqual({ status: 200, codes: ["accepted"] });
  });

  test("a revoked phone hears by its cookie what it has to do, another one hears nothing", async () => {
    const orders = async (deviceId: string) =>
      (await (await handleRecovery(makePost({ protocol: 1, device: makeManifest(), rows: [] }, { cookie: cookieOf(deviceId) }))).json()).orders;
    expect(await orders(await addDevice({ revoked: true }))).toEqual(["wipe"]);
    expect(await orders(await addDevice())).toBeUndefined();
  });

  test("what the phone still holds of a deactivated person is known after it was delivered", async () => {
    const gone = await province.addPerson("volunteer", province.units.teamA);
    await province.client.query("update app_user set disabled_at = now() where id = $1", [gone.id]);
    const deviceId = await addDevice({ people: [gone.id] });
    const tell = (pendingCount: number, personId: string) =>
      handleRecovery(makePost({ protocol: 1, personId, device: makeManifest({ pendingCount }), rows: [] }, { cookie: cookieOf(deviceId) }));
    const told = async () => (await province.client.query("select user_id, pending_count from device_manifest where device_id = $1", [deviceId])).rows;
    await tell(2, gone.id);
    expect(await told()).toEqual([{ user_id: gone.id, pending_count: 2 }]);
    await tell(0, gone.id);
    await tell(7, volunteer.actor.userId);
    expect(await told()).toEqual([{ user_id: gone.id, pending_count: 0 }]);
  });

  test("what is refused is kept for whoever is signed in too, when the phone is about to forget everything", async () => {
    const person = await province.addPerson("volunteer", province.units.teamA);
    const owner = { ...volunteer, actor: { ...volunteer.actor, userId: person.id } };
    const wrong = { ...record(), content: { ...makeHelpSession(), outcomes: [] } };
    const deviceId = await addDevice({ revoked: true, people: [person.id] });
    const cookie = `${await makeSessionCookie(province.client, person.id)}; ${cookieOf(deviceId)}`;
    expect(await ask([await seal(wrong, owner)], cookie)).toEqual({ status: 200, codes: ["outcomesMissing"] });
    expect(await take([], { person: owner })).toMatchObject({ value: { returned: [{ command: wrong }] } });
  });

  test("of a revoked phone the signed-in person's rows wait in quarantine too, and nothing is read there", async () => {
    const person = await province.addPerson("volunteer", province.units.teamA);
    const owner = { ...volunteer, actor: { ...volunteer.actor, userId: person.id } };
    const command = record();
    const deviceId = await addDevice({ revoked: true });
    const cookie = `${await makeSessionCookie(province.client, person.id)}; ${cookieOf(deviceId)}`;
    const body = { protocol: 1, device: makeManifest({ deviceId: deviceId as never }), rows: [await seal(command, owner)] };
    expect((await handleRecovery(makePost(body, { cookie }))).status).toBe(200);
    await province.client.query("update app_session set device_id = $1 where user_id = $2", [deviceId, person.id]);
    const wrong = { ...record(), content: { ...makeHelpSession(), outcomes: [] } };
    const answered = await (await handleRecovery(makePost({ ...body, rows: [...body.rows, await seal(wrong, owner)] }, { cookie }))).json();
    expect(codes(answered.verdicts)).toEqual(["accepted", "outcomesMissing"]);
    expect(answered).toMatchObject({ opened: [] });
    expect(answered).not.toHaveProperty("returned");
    expect(await take([], { person: owner })).toMatchObject({ value: { returned: [{ command: wrong }] } });
    expect(await entryOf(command.entryId)).toMatchObject({ status: "quarantined", quarantine: { reason: "revokedPhone" } });
  });
});
