import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Person } from "@/lib/server/auth/person";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { withActor, withProvince } from "@/lib/server/database/with-actor";
import { makeManifest, makeRecord, makeReview } from "../../factories/commands";
import { makeHelpSession, makePerson } from "../../factories/help-session";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let volunteer: Person;
let stranger: Person;
let leader: Person;
let otherLeader: Person;
let entryId: string;
const now = "2026-08-07T03:00:00.000Z";

const citizen = {
  name: "Đặng Quỳnh Phương Trâm", personalNumber: "052195007788", phone: "0912345678", address: "Thôn Luật Lễ, Diêu Trì, Tuy Phước, Bình Định",
};

beforeAll(async () => {
  province = await makeWorkingProvince();
  volunteer = await province.addActingPerson("volunteer", province.units.teamA);
  stranger = await province.addActingPerson("volunteer", province.units.teamA);
  leader = await province.addActingPerson("leader", province.units.teamA);
  otherLeader = await province.addActingPerson("leader", province.units.teamB);
  const content = makeHelpSession({
    subject: makePerson({ ...citizen, sex: "female" }),
    consent: { noticeVersion: 1, purposes: ["record", "verify", "contact"], method: "readAloud", givenAt: now, guardian: { name: "Đặng Văn Guardian" } },
  });
  const command = makeRecord(province.units.teamA, content);
  ({ entryId } = command);
  const device = makeManifest();
  await executeCommands(volunteer, { device, commands: [command, { ...command, content: makeHelpSession({ subject: makePerson(citizen) }) }] }, { now });
  const note = `Gọi ${citizen.name} theo số ${citizen.phone}`;
  await executeCommands(leader, { device, commands: [makeReview(entryId, 1, "return", { reason: "needsExplanation", note })] }, { now });
});
afterAll(() => province.remove());

/** What an application that forgot every check would see and do. */
const tables = ["entry", "outcome", "subject", "consent", "review_event"];
const seenBy = async (person: Person) =>
  withActor(person.actor, async (tx) => {
    const seen: string[] = [];
    for (const table of tables) {
      const [row] = await tx.$queryRawUnsafe<{ count: bigint }[]>(`select count(*) from ${table}`);
      if (row && row.count > 0n) seen.push(table);
    }
    return seen;
  });

describe("without any check in the application", () => {
  test("the author and the leader of the unit see the entry and what belongs to it", async () => {
    expect(await seenBy(volunteer)).toEqual(tables);
    expect(await seenBy(leader)).toEqual(tables);
  });

  test("a leader above sees it through the tree", async () => {
    expect(await seenBy(await province.addActingPerson("officer", province.units.district))).toEqual(tables);
  });

  test("another volunteer, another team's leader and nobody see nothing", async () => {
    expect(await seenBy(stranger)).toEqual([]);
    expect(await seenBy(otherLeader)).toEqual([]);
    expect(await withProvince(province.provinceId, (tx) => tx.entry.count())).toBe(0);
  });

  test("a disabled leader sees nothing", async () => {
    expect(await seenBy({ ...leader, actor: { ...leader.actor, active: false } })).toEqual([]);
  });

  test("a leader whose role has ended sees nothing", async () => {
    const { assignments } = leader.actor;
    const ended = assignments.map((assignment) => ({ ...assignment, validTo: assignment.validFrom }));
    expect(await seenBy({ ...leader, actor: { ...leader.actor, assignments: ended } })).toEqual([]);
  });

  test("nobody outside the unit changes it", async () => {
    const changed = await withActor(otherLeader.actor, (tx) => tx.$executeRaw`update entry set status = 'confirmed'`);
    expect(changed).toBe(0);
  });

  test("an author can't be given away, nor an entry put into somebody else's name", async () => {
    await expect(withActor(leader.actor, (tx) => tx.$executeRaw`update entry set author_id = ${leader.actor.userId}::uuid`)).rejects.toThrow("42501");
    const copy = withActor(otherLeader.actor, (tx) => tx.$executeRaw`
      insert into entry select (json_populate_record(null::entry, ${JSON.stringify({
        id: crypto.randomUUID(), province_id: province.provinceId, kind: "helpSession", unit_id: province.units.teamA, author_id: volunteer.actor.userId,
        device_id: crypto.randomUUID(), happened_at: now, happened_on: "2026-08-07", received_at: now, clock_offset_ms: 0, status: "confirmed",
        version: 1, status_changed_at: now, receipt: "AAA-AAA", flags: [], place_kind: "home", content: {},
      })}::json)).*`);
    await expect(copy).rejects.toThrow("42501");
  });

  test("history is not rewritten by anybody", async () => {
    for (const table of ["command_log", "review_event", "change", "tally", "access_log", "evidence"]) {
      await expect(withActor(leader.actor, (tx) => tx.$executeRawUnsafe(`delete from ${table}`))).rejects.toThrow("42501");
      await expect(withActor(leader.actor, (tx) => tx.$executeRawUnsafe(`update ${table} set province_id = province_id`))).rejects.toThrow("42501");
    }
  });

  test("nobody gives out roles or moves units", async () => {
    await expect(withActor(leader.actor, (tx) => tx.$executeRaw`update role_assignment set role = 'officer'`)).rejects.toThrow("42501");
    await expect(withActor(leader.actor, (tx) => tx.$executeRaw`update unit_parent set parent_id = unit_id`)).rejects.toThrow("42501");
    await expect(withActor(leader.actor, (tx) => tx.$queryRaw`select refresh_unit_ancestors()`)).rejects.toThrow("42501");
  });

  test("another province is another world", async () => {
    const abroad = { ...leader.actor, provinceId: crypto.randomUUID() };
    expect(await withActor(abroad, (tx) => tx.unit.count())).toBe(0);
    expect(await seenBy({ ...leader, actor: abroad })).toEqual([]);
  });
});

describe("a pooled connection", () => {
  test("never carries one person's scope into the next transaction, whatever ended the one before", async () => {
    const people = [volunteer, leader, stranger, otherLeader];
    await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const person = people[index % people.length]!;
        const ends = index % 3 === 0;
        const run = withActor(person.actor, async (tx) => {
          const [row] = await tx.$queryRaw<{ user: string; role: string; count: bigint }[]>`
            select app_user()::text as user, current_user::text as role, (select count(*) from entry) as count`;
          expect(row).toEqual({ user: person.actor.userId, role: "tns_app", count: person === volunteer || person === leader ? 1n : 0n });
          if (ends) await tx.$queryRaw`select 1 / 0`;
        });
        await (ends ? expect(run).rejects.toThrow("22012") : run);
      }),
    );
    const [left] = await withProvince(province.provinceId, (tx) => tx.$queryRaw<object[]>`
      select app_user() as user, app_scope()::text as scope, current_user::text as role`);
    expect(left).toEqual({ user: null, scope: "{}", role: "tns_app" });
  });
});

describe("the tables at rest", () => {
  test("hold nothing of the citizen in the clear, in whatever column", async () => {
    const { rows: columns } = await province.client.query<{ table_name: string }>(
      "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'");
    const everything: string[] = [];
    for (const { table_name } of columns) {
      const { rows } = await province.client.query<{ row: string }>(`select row_to_json(t)::text as row from "${table_name}" t`);
      everything.push(...rows.map(({ row }) => `${table_name}: ${row}`));
    }
    const clear = ["Quỳnh", "Trâm", citizen.personalNumber, citizen.personalNumber.slice(0, 8), citizen.phone, citizen.phone.slice(1), "Luật Lễ", "Guardian"];
    const hex = clear.map((text) => Buffer.from(text).toString("hex"));
    expect(everything.some((row) => row.startsWith("subject:"))).toBe(true);
    for (const text of [...clear, ...hex]) expect(everything.filter((row) => row.includes(text))).toEqual([]);
  });
});

describe("a database that may forget what it committed", () => {
  test("is not served", async () => {
    const name = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
    await province.client.query(`alter role current_user in database "${name}" set synchronous_commit = off`);
    const { closeDatabase } = await import("@/lib/server/database/client");
    const { assertDurable } = await import("@/lib/server/database/assert-durable");
    await closeDatabase();
    await expect(assertDurable()).rejects.toThrow("switch synchronous_commit on");
    await expect(withActor(leader.actor, (tx) => tx.entry.count())).rejects.toThrow("synchronous_commit");
    await province.client.query(`alter role current_user in database "${name}" reset synchronous_commit`);
    await closeDatabase();
    await expect(assertDurable()).resolves.toBeUndefined();
  });
});
