import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Person } from "@/lib/server/auth/person";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { serverKey } from "@/lib/server/crypto/server-key";
import { acceptPeople, previewPeople } from "@/lib/server/people/import-people";
import { tellNobody } from "@/lib/server/people/tell-progress";
import { findReviewedEntry } from "@/lib/server/review-queue/find-reviewed-entry";
import { takeRows } from "@/lib/server/recovery/take-rows";
import { makeAmend, makeManifest, makeRecord, makeReview } from "../../factories/commands";
import { makeConsent, makeHelpSession, makeOutcome, makePerson } from "../../factories/help-session";
import { act, addCampaign, makeHouseholdVisit, makeVisitCommand } from "../../factories/households";
import { accountColumns, dossierFile, makeImporter } from "../../factories/imports";
import { makePeopleFile } from "../../factories/people-file";
import { makeRecoveredRow } from "../../factories/server-seal";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";
import { findTraces, type Secrets } from "../../setup/traces";

const number = "052211004178";
/** Families' phones are written with 0, 84 and +84 in front. */
const phone = "935417826";
const secrets: Secrets = {
  number, phone,
  name: "Siu H'Chăm Quỳnh", guardian: "Rmah Đông Phương", address: "Số 417/8 hẻm Bàu Sấu",
  head: "Huỳnh Ngọc Khuê Bửu", door: "Số 93/2 dốc Ông Phật",
};
const now = "2026-08-07T12:00:00.000Z";

let province: WorkingProvince;
let volunteer: Person;
let leader: Person;
let officer: Person;
let verifier: Person;

beforeAll(async () => {
  province = await makeWorkingProvince();
  ({ volunteerA: volunteer, leaderA: leader, officer } = await province.addStaff());
  verifier = await province.addActingPerson("provinceVerifier", province.units.province);
});
afterAll(() => province.remove());

test("no table of the database holds a citizen in the clear, whatever happened to what was recorded", async () => {
  await recordHelp();
  await visitHousehold();
  await importFiles();
  const tables = await copyEveryTable();
  const seen = (table: string) => tables.get(table)!.length;
  for (const table of ["subject", "consent", "household", "command_log", "command_conflict", "recovered_command", "access_log", "register_record", "app_user"]) expect(seen(table), table).toBeGreaterThan(0);
  // What may be read is found: the scan sees what it looks at.
  expect(findTraces(tables.get("app_user")!, { volunteer: "Trần Văn Mười" })).toContain("volunteer (text)");
  const found = [...tables].flatMap(([table, bytes]) => findTraces(bytes, secrets).map((trace) => `${table}: ${trace}`));
  expect(found).toEqual([]);
});

/** Somebody under 16 with all that a session can hold: reviewed, amended, sent twice with another content, refused, lost with its key. */
async function recordHelp(): Promise<void> {
  const { teamA } = province.units;
  const { name, guardian, address } = secrets as Record<"name" | "guardian" | "address", string>;
  const subject = makePerson({ name, personalNumber: number, birth: { precision: "day", year: 2011, month: 3, day: 15 }, sex: "female", phone: `0${phone}`, address });
  const consent = makeConsent({ purposes: ["record", "verify", "contact"], guardian: { name: guardian } });
  const content = (outcomes = [makeOutcome("guidanceGiven")], changes: object = {}) => makeHelpSession({ subject, consent, outcomes, ...changes });
  const command = makeRecord(teamA, content());
  const withdrawn = makeRecord(teamA, content([makeOutcome("vneidActivated")]));
  await act(volunteer, [command, withdrawn]);
  await act(volunteer, [makeAmend(command.entryId, 1, { ...command.content, happenedAt: "2026-08-07T02:47:00.000Z" as never })]);
  expect(await findReviewedEntry(leader.actor, command.entryId, now)).toMatchObject({ id: command.entryId });
  await act(leader, [makeReview(command.entryId, 2, "return", { field: "subject.birth", reason: "identityMismatch", note: "Xem lại ngày sinh." })]);
  await act(volunteer, [{ id: randomUUID(), entryId: withdrawn.entryId, issuedAt: now, type: "withdrawConsent" }]);
  const again = { ...command, content: content() };
  const { consent: _, ...withoutConsent } = content();
  const refused = makeRecord(teamA, withoutConsent as never);
  const verdicts = await executeCommands(volunteer, { device: makeManifest(), commands: [again, refused] }, { now });
  expect(verdicts.map(({ verdict }) => verdict)).not.toContain("accepted");
  await leaveToTheServer(makeRecord(teamA, content()), makeRecord(teamA, withoutConsent as never));
}

/** Came sealed to the server's key, from a phone that nobody could open any more. */
async function leaveToTheServer(...commands: readonly unknown[]): Promise<void> {
  const rows = await Promise.all(commands.map((command) => makeRecoveredRow(command, volunteer.actor.userId, serverKey())));
  const device = makeManifest();
  await province.client.query("insert into device (id, province_id, revoked_at) values ($1, $2, $3)", [device.deviceId, province.provinceId, now]);
  await province.client.query(
    `insert into device_manifest (province_id, device_id, user_id, pending_count, pending_ids_digest, app_version, persisted, installed, clock_offset_ms, reported_at)
     values ($1, $2, $3, 2, '', 'test', true, true, 0, $4)`, [province.provinceId, device.deviceId, volunteer.actor.userId, now]);
  const taken = await takeRows({ protocol: 1, device, rows, taken: [] } as never, { person: undefined, deviceId: device.deviceId, provinceId: province.provinceId, now });
  expect(taken).toMatchObject({ ok: true });
}

async function visitHousehold(): Promise<void> {
  const { sharedHamlet: areaId } = await addCampaign(province.client, province);
  const informed = makeHouseholdVisit({ areaId, head: secrets.head!, address: secrets.door! });
  await act(volunteer, [makeVisitCommand(province.units.teamA, informed)]);
}

/** The register names the citizen by number, also in rows that can't be read; people come as a file too. */
async function importFiles(): Promise<void> {
  const importer = makeImporter(verifier, now);
  await importer.bring(dossierFile(["H08.21-260807-0417", { number }], ["mã hỏng", { number }], ["H08.21-260807-0418", { number: `${number}9` }]));
  await importer.bring([accountColumns, `${number},01/08/2026,02/08/2026,3`, `${number}x,hôm qua,,nhiều`, ""].join("\n"));
  const file = await makePeopleFile([["Trần Văn Mười", "Đội xã Phước Lộc"]]);
  const planned = await previewPeople(officer.actor, file, now, tellNobody);
  if (!planned.ok) throw new Error(planned.error);
  const accepted = await acceptPeople(officer.actor, { action: "accept", id: randomUUID(), digest: planned.value.plan.digest }, file, now, tellNobody);
  expect(accepted).toMatchObject({ ok: true, value: { newCount: 1 } });
}

/** Every table of every schema of ours, as COPY writes it; bytes also as what they are. */
async function copyEveryTable(): Promise<Map<string, Buffer>> {
  const { rows } = await province.client.query<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1, 2`);
  const tables = new Map<string, Buffer>();
  for (const { schema, name } of rows) {
    const table = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
    tables.set(name, Buffer.concat([await copy(table, "text"), await copy(table, "binary")]));
  }
  return tables;
}

function copy(table: string, format: "text" | "binary"): Promise<Buffer> {
  const pieces: Buffer[] = [];
  class Copy extends pg.Query {
    handleCopyData({ chunk }: { chunk: Buffer }): void {
      pieces.push(Buffer.from(chunk));
    }
  }
  return new Promise((resolve, reject) => {
    const query = new Copy(`copy ${table} to stdout (format ${format})`);
    query.on("error", reject);
    query.on("end", () => resolve(Buffer.concat(pieces)));
    province.client.query(query);
  });
}
