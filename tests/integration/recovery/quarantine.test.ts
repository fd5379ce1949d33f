import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { Person } from "@/lib/server/auth/person";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { findReviewedEntry } from "@/lib/server/review-queue/find-reviewed-entry";
import { readQueue } from "@/lib/server/review-queue/read-queue";
import { whyQuarantined } from "@/lib/text/quarantine";
import { makeManifest, makeRecord, makeReview } from "../../factories/commands";
import { makeDossier, makeHelpSession } from "../../factories/help-session";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let leader: Person;
let author: Person;

beforeAll(async () => {
  province = await makeWorkingProvince();
  leader = await province.addActingPerson("leader", province.units.teamA);
});
beforeEach(async () => {
  await province.removeEntries();
  author = await province.addActingPerson("volunteer", province.units.teamA);
});
afterAll(() => province.remove());

const now = "2026-08-20T03:00:00.000Z";
const today = LocalDate.parse("2026-08-20");
const capturedOn = (day: string) =>
  makeRecord(province.units.teamA, makeHelpSession({ happenedAt: `${day}T02:46:00.000Z`, outcomes: [makeDossier({ dossierCode: "H08.21-260801-0001" })] }));
const send = (who: Person, command: unknown, device = makeManifest()) => executeCommands(who, { device, commands: [command] }, { now });
const heldItems = async () => (await readQueue(leader.actor, { view: "quarantined", order: "newest", age: "any" }, today)).items;

async function sentenceOf(entryId: string): Promise<string> {
  const entry = await findReviewedEntry(leader.actor, entryId, now);
  return whyQuarantined(entry!.quarantine!, entry!.author.name, entry!.unitName, entry!.happenedAt);
}

/** What counts of online dossiers, by stage, in the author's team. */
async function tallies() {
  const { rows } = await province.client.query(
    "select stage, sum(delta)::int as count from tally where unit_id = $1 and indicator = 'online_dossiers' group by stage having sum(delta) <> 0 order by stage",
    [province.units.teamA]);
  return Object.fromEntries(rows.map(({ stage, count }) => [stage, count]));
}

/** Left team A for team B on the tenth. */
async function move(): Promise<Person> {
  const { userId } = author.actor;
  await province.client.query("update role_assignment set valid_to = '2026-08-10' where user_id = $1", [userId]);
  await province.client.query(
    "insert into role_assignment (id, province_id, user_id, role, unit_id, valid_from) values (gen_random_uuid(), $1, $2, 'volunteer', $3, '2026-08-10')",
    [province.provinceId, userId, province.units.teamB]);
  const [before] = author.actor.assignments;
  const assignments = [
    { ...before!, validTo: LocalDate.parse("2026-08-10") },
    { role: "volunteer" as const, unitId: province.units.teamB, validFrom: LocalDate.parse("2026-08-10") },
  ];
  return { ...author, actor: { ...author.actor, assignments } };
}

test("what a moved person captured before the move stays the former team's like any entry", async () => {
  const moved = await move();
  const command = capturedOn("2026-08-09");
  expect(await send(moved, command)).toMatchObject([{ verdict: "accepted", status: "submitted" }]);
  const { rows } = await province.client.query("select unit_id, quarantine from entry where id = $1", [command.entryId]);
  expect(rows).toEqual([{ unit_id: province.units.teamA, quarantine: null }]);
});

test("what they captured for the former team afterwards is held, and the leader reads why", async () => {
  const moved = await move();
  const command = capturedOn("2026-08-12");
  expect(await send(moved, command)).toMatchObject([{ verdict: "accepted", status: "quarantined" }]);
  expect(await heldItems()).toMatchObject([{ id: command.entryId, status: "quarantined", quarantine: "notOfTeam", authorName: "Lê Thị Hoa" }]);
  expect(await sentenceOf(command.entryId)).toBe("Ngày 12/08/2026, Lê Thị Hoa không có tên trong Đội xã Phước Lộc. Nay thuộc Đội xã Phước Sơn.");
});

test("what a deactivated person's phone held is held, whatever day it claims", async () => {
  await province.client.query("update app_user set disabled_at = '2026-08-15T01:00:00Z' where id = $1", [author.actor.userId]);
  const command = capturedOn("2026-08-09");
  await send({ ...author, actor: { ...author.actor, active: false } }, command);
  expect(await heldItems()).toMatchObject([{ id: command.entryId, quarantine: "deactivated" }]);
  expect(await sentenceOf(command.entryId)).toBe("Lê Thị Hoa đã ngừng hoạt động từ ngày 15/08/2026. Mục này tới sau đó.");
});

test("what a revoked phone brings is held, also while somebody is signed in on it", async () => {
  const device = makeManifest();
  await province.client.query(
    "insert into device (id, province_id, name, revoked_at) values ($1, $2, 'quầy 1', '2026-08-18T01:00:00Z')", [device.deviceId, province.provinceId]);
  const command = capturedOn("2026-08-09");
  expect(await send(author, command, device)).toMatchObject([{ verdict: "accepted", status: "quarantined" }]);
  expect(await heldItems()).toMatchObject([{ id: command.entryId, quarantine: "revokedPhone" }]);
  expect(await sentenceOf(command.entryId)).toBe("Mục này do máy quầy 1 gửi, máy đã thu hồi từ ngày 18/08/2026. Chưa rõ ai cầm máy.");
});

test("nothing that is held counts; released it counts like any entry, and is held no more", async () => {
  const command = capturedOn("2026-08-09");
  await send({ ...author, actor: { ...author.actor, active: false } }, command);
  expect(await tallies()).toEqual({});
  expect(await send(leader, makeReview(command.entryId, 1, "release"))).toMatchObject([{ verdict: "accepted", status: "submitted" }]);
  expect(await tallies()).toEqual({ recorded: 1 });
  expect(await heldItems()).toEqual([]);
  expect(await findReviewedEntry(leader.actor, command.entryId, now)).not.toHaveProperty("quarantine");
  expect(await send(leader, makeReview(command.entryId, 2, "confirm"))).toMatchObject([{ verdict: "accepted", status: "confirmed" }]);
  expect(await tallies()).toEqual({ recorded: 1, confirmed: 1 });
});

test("refused it counts nowhere and is kept", async () => {
  const command = capturedOn("2026-08-09");
  await send({ ...author, actor: { ...author.actor, active: false } }, command);
  expect(await send(leader, makeReview(command.entryId, 1, "refuse", { reason: "needsExplanation" }))).toMatchObject([{ verdict: "accepted", status: "refused" }]);
  expect(await tallies()).toEqual({});
  expect(await findReviewedEntry(leader.actor, command.entryId, now)).toMatchObject({ status: "refused" });
});
