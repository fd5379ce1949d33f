import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ChangesResponse } from "@/lib/protocol/changes";
import { deviceHeader } from "@/lib/protocol/device-manifest";
import { protocolMarker, protocolVersion } from "@/lib/protocol/version";
import { Instant } from "@/lib/domain/time/local-date";
import type { Person } from "@/lib/server/auth/person";
import { readChanges } from "@/lib/server/changes/read-changes";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { makeAmend, makeManifest, makeRecord, makeReview } from "../../factories/commands";
import { makeHelpSession } from "../../factories/help-session";
import { makeEvent } from "../../factories/outreach";
import { insertRows } from "../../../prisma/demo/insert-rows";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let volunteer: Person;
let leader: Person;
const now = Instant.parse("2026-08-07T03:00:00.000Z");

beforeAll(async () => {
  province = await makeWorkingProvince();
  leader = await province.addActingPerson("leader", province.units.teamA);
});
beforeEach(async () => {
  volunteer = await province.addActingPerson("volunteer", province.units.teamA);
});
afterAll(() => province.remove());

const execute = (person: Person, ...commands: unknown[]) => executeCommands(person, { device: makeManifest(), commands }, { now });
const read = (cursor?: string, pageSize?: number, person = volunteer) =>
  readChanges(person, { personId: person.actor.userId, headers: new Headers(), now, ...(cursor === undefined ? {} : { cursor }) }, pageSize);
const record = () => makeRecord(province.units.teamA, makeHelpSession());
const idsOf = ({ entries }: { entries: readonly { id: string }[] }) => entries.map(({ id }) => id);

describe("the feed", () => {
  test("tells each change once, and what comes later from the cursor on", async () => {
    const [first, second] = [record(), record()];
    await execute(volunteer, first);
    const one = await read();
    expect(idsOf(one)).toEqual([first.entryId]);
    expect(idsOf(await read(one.cursor))).toEqual([]);
    await execute(volunteer, second);
    expect(idsOf(await read(one.cursor))).toEqual([second.entryId]);
  });

  test("tells several changes of one entry as the entry it has become", async () => {
    const command = record();
    await execute(volunteer, command);
    await execute(volunteer, makeAmend(command.entryId, 1, makeHelpSession()));
    await execute(leader, makeReview(command.entryId, 2, "return", { reason: "wrongDossierCode", field: "outcomes.0", note: "Xem lại" }));
    expect((await read()).entries).toMatchObject([
      { id: command.entryId, version: 3, status: "returned", review: { action: "return", reviewerName: leader.name, reason: "wrongDossierCode", field: "outcomes.0", note: "Xem lại" } },
    ]);
  });

  test("comes in pages that miss nothing", async () => {
    const commands = Array.from({ length: 7 }, record);
    await execute(volunteer, ...commands);
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let more = true; more; ) {
      const page = await read(cursor, 3);
      seen.push(...idsOf(page));
      ({ cursor, more } = page);
    }
    expect(seen.toSorted()).toEqual(commands.map(({ entryId }) => entryId).toSorted());
  });

  test("holds the content only while its author may act on it", async () => {
    const command = record();
    await execute(volunteer, command);
    expect((await read()).entries[0]).toHaveProperty("content", command.content);
    await execute(leader, makeReview(command.entryId, 1, "confirm"));
    expect((await read()).entries[0]).not.toHaveProperty("content");
  });

  test("of one person says nothing of another's entries", async () => {
    await execute(volunteer, record());
    const other = await province.addActingPerson("volunteer", province.units.teamA);
    expect(idsOf(await read(undefined, 10, other))).toEqual([]);
    expect(idsOf(await read(undefined, 10, leader))).toEqual([]);
  });

  test("says what each outcome counts for, people at an event by number", async () => {
    await execute(volunteer, record(), makeRecord(province.units.teamA, makeEvent() as never));
    const { entries } = await read();
    const [session, event] = ["helpSession", "outreachEvent"].map((kind) => entries.find((entry) => entry.kind === kind));
    expect(session?.outcomes).toMatchObject([{ kind: "accountLinked", indicators: ["citizen_accounts"] }]);
    expect(session?.outcomes[0]).not.toHaveProperty("quantity");
    expect(event?.outcomes).toMatchObject([{ kind: "eventHeld", indicators: ["informed_members"], quantity: 19 }]);
  });

  test("says how much the person's other phones still hold, and nobody else's", async () => {
    const other = await province.addActingPerson("volunteer", province.units.teamA);
    const here = makeManifest({ pendingCount: 5 });
    const holding = (person: Person, pendingCount: number) => executeCommands(person, { device: makeManifest({ pendingCount }), commands: [record()] }, { now });
    await holding(volunteer, 2);
    await holding(volunteer, 1);
    await holding(other, 40);
    const headers = new Headers({ [deviceHeader]: Buffer.from(JSON.stringify(here)).toString("base64url") });
    expect(await readChanges(volunteer, { personId: volunteer.actor.userId, headers, now })).toMatchObject({ unsentElsewhere: 3 });
  });

  test("is what the protocol says", async () => {
    await execute(volunteer, record());
    const wire: unknown = JSON.parse(JSON.stringify({ marker: protocolMarker, protocol: protocolVersion, ...(await read()) }));
    expect(ChangesResponse.safeParse(wire).error).toBeUndefined();
  });
});

describe("the goals of a briefing", () => {
  test("are this year's targets of the person's own units, the newest of each", async () => {
    const { teamA, teamB, district } = province.units;
    const target = (unit_id: string, year: number, indicator: string, value: number, superseded_at: string | null = null) =>
      ({ id: randomUUID(), province_id: province.provinceId, unit_id, year, indicator, value, set_at: "2026-01-01T00:00:00Z", superseded_at });
    expect((await read()).briefing?.goals).toEqual([]);
    await insertRows(province.client, "target", [
      target(teamA, 2026, "online_dossiers", 400, "2026-03-01T00:00:00Z"), target(teamA, 2026, "online_dossiers", 480), target(teamA, 2025, "online_dossiers", 1),
      target(teamB, 2026, "online_dossiers", 2), target(district, 2026, "online_dossiers", 3), target(teamA, 2026, "articles", 6),
    ]);
    expect((await read()).briefing?.goals).toEqual([
      { unitId: teamA, indicator: "articles", value: 6 },
      { unitId: teamA, indicator: "online_dossiers", value: 480 },
    ]);
  });
});

describe("a cursor", () => {
  test("of another person starts from the beginning and says so", async () => {
    const command = record();
    await execute(volunteer, command);
    const { cursor } = await read(undefined, 10, leader);
    expect(await read(cursor)).toMatchObject({ resync: true, entries: [{ id: command.entryId }] });
  });

  test("that is garbled or made up starts from the beginning and says so", async () => {
    await execute(volunteer, record());
    const { cursor } = await read();
    for (const wrong of ["", "x", "....", "!!", cursor.slice(2), `${cursor}x`, Buffer.from("[]").toString("base64url")]) {
      expect(await read(wrong)).toMatchObject({ resync: true, entries: [{}] });
    }
    expect(await read(cursor)).toMatchObject({ resync: false, entries: [] });
  });

  test("of before a restored backup starts from the beginning and says so", async () => {
    await execute(volunteer, record());
    const { cursor } = await read();
    await province.client.query("update province set feed_epoch = $1", [randomUUID()]);
    expect(await read(cursor)).toMatchObject({ resync: true, entries: [{}] });
  });
});

describe("a slow transaction that commits after a faster one", () => {
  test("is not skipped, although its sequence lies behind the cursor", async () => {
    const [slow, fast] = [record(), record()];
    await execute(volunteer, slow, fast);
    const { cursor } = await read();
    const begun = await open();
    await announce(begun, slow.entryId);
    const ended = await open();
    await announce(ended, fast.entryId);
    await ended.query("commit");

    const during = await read(cursor);
    const bySequence = await sequencesAfter(0);
    await begun.query("commit");
    const after = await read(during.cursor);

    expect([...idsOf(during), ...idsOf(after)]).toEqual([slow.entryId, fast.entryId]);
    // What a reader with a plain sequence would have done: go on after the highest it saw, and never see the slow one.
    const highest = Math.max(...bySequence);
    expect(await sequencesAfter(highest)).toEqual([]);
    expect((await sequencesAfter(0)).length).toBe(bySequence.length + 1);
    await Promise.all([begun.end(), ended.end()]);
  });

  async function open() {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    await client.query("begin");
    return client;
  }

  const announce = (client: pg.Client, entryId: string) =>
    client.query("insert into change (province_id, audience_id, entry_id) values ($1, $2, $3)", [province.provinceId, volunteer.actor.userId, entryId]);

  async function sequencesAfter(sequence: number): Promise<number[]> {
    const { rows } = await province.client.query<{ sequence: string }>(
      "select sequence from change where audience_id = $1 and sequence > $2 order by sequence", [volunteer.actor.userId, sequence]);
    return rows.map((row) => Number(row.sequence));
  }
});

describe("the briefing", () => {
  test("comes when its version differs from the one that the phone holds", async () => {
    const { briefing } = await read();
    expect(briefing).toMatchObject({
      person: { id: volunteer.actor.userId, name: volunteer.name },
      units: [{ id: province.units.teamA, path: [province.units.province, province.units.district, province.units.teamA] }],
      places: [{ unitId: province.units.district, kind: "counter" }],
      services: [{ slug: "khai-sinh" }],
      consentNotice: { version: 1 },
      schemeRules: { schemeStart: "2022-05-01" },
    });
    const query = { personId: volunteer.actor.userId, headers: new Headers(), now, briefing: briefing?.version ?? "" };
    expect(await readChanges(volunteer, query)).not.toHaveProperty("briefing");
  });

  test("of a leader names the own unit first and then those below it", async () => {
    const above = await province.addActingPerson("leader", province.units.district);
    const { briefing } = await read(undefined, 10, above);
    const [first, ...below] = briefing?.units ?? [];
    expect(first?.id).toBe(province.units.district);
    expect(new Set(below.map(({ id }) => id))).toEqual(new Set([province.units.teamA, province.units.teamB]));
  });
});
