import fc from "fast-check";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Contribution } from "@/lib/domain/report/contributions";
import type { AccountStep } from "@/lib/domain/report/standing";
import type { Person } from "@/lib/server/auth/person";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { withActor, withActorForLong, type Transaction } from "@/lib/server/database/with-actor";
import { makeManifest } from "../../factories/commands";
import { addCampaign } from "../../factories/households";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";
import { countAnew } from "./facts";
import { codeOf, contentOf, entryIdOf, numberOf, slots, step, type DrawnCommand, type Importing, type Step, type Word } from "./history";

let province: WorkingProvince;
let people: Person[];
let police: Person;
let verifier: Person;
let hamlet: string;

beforeAll(async () => {
  province = await makeWorkingProvince();
  const { teamA, teamB, district, province: top } = province.units;
  people = [
    await province.addActingPerson("volunteer", teamA),
    await province.addActingPerson("volunteer", teamB),
    await province.addActingPerson("leader", teamA),
    await province.addActingPerson("officer", district),
  ];
  police = await province.addActingPerson("policeVerifier", top);
  verifier = await province.addActingPerson("provinceVerifier", top);
  hamlet = (await addCampaign(province.client, province)).sharedHamlet;
});
afterAll(() => province.remove());

/** One history at a time here: everybody is after the same few things. What is in a round happens at the same moment. */
const rounds = fc.array(fc.array(step, { minLength: 3, maxLength: 5, size: "max" }), { minLength: 3, maxLength: 5, size: "max" });
const entryIds = slots.map((_kind, slot) => entryIdOf({ history: 0, slot }));

test("whatever several people, the police and imports do at once ends in what the pure functions make of it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.noBias(rounds), async (schedule) => {
      await forget();
      for (const round of schedule) {
        const versions = await versionsOf();
        await Promise.all(round.map((one) => take(one, versions)));
      }
      const { numbers, settled } = await countAnew(province.client, people[3]!.actor, entryIds);
      expect(await tallied()).toEqual(cellsOf(numbers));
      expect(await standings()).toEqual(Object.fromEntries([...settled].filter(([, { standing }]) => standing)));
    }),
    { numRuns: 25, endOnFailure: true },
  );
}, 600_000);

test("a verdict on what has no key waits for a review of the same entry, and the other way round", async () => {
  await forget();
  const entryId = entryIdOf({ history: 0, slot: 5 });
  const drawn = { person: 0, year: 1995, kinds: [], code: 0, day: "2026-08-06", one: true, youth: 19 };
  const sent = (command: object) => ({ id: randomUUID(), entryId, issuedAt: "2026-08-07T02:50:00.000Z", ...command });
  const [author, , leader, officer] = people as [Person, Person, Person, Person];
  const execute = (person: Person, command: object) =>
    executeCommands(person, { device: makeManifest(), commands: [sent(command)] }, { now: "2026-08-07T03:00:00.000Z" });
  await execute(author, { type: "recordEntry", unitId: province.units.teamA, content: contentOf({ history: 0, slot: 5 }, drawn as never, hamlet) });
  let review: Promise<unknown> | undefined;
  await withActor(officer.actor, async (tx) => {
    await say(tx, officer, { source: "officer", words: [{ outcome: 0, verdict: "confirmed" }] }, "2026-08-07T03:00:00.000Z");
    let over = false;
    review = execute(leader, { type: "reviewEntry", expectedVersion: 1, action: "confirm" }).then(() => (over = true));
    while (!over && !(await someoneWaits())) continue;
  });
  await review;
  const { numbers } = await countAnew(province.client, officer.actor, [entryId]);
  expect(cellsOf(numbers)).toMatchObject({ [`${province.units.teamA} informed_members matched 2026-08-06`]: 19 });
  expect(await tallied()).toEqual(cellsOf(numbers));
});

async function someoneWaits(): Promise<boolean> {
  const { rows } = await province.client.query("select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())");
  return rows.length > 0;
}

/** Rules are the province's and stay as they are here. */
async function take(one: Step, versions: ReadonlyMap<string, Version>): Promise<void> {
  const now = "2026-08-07T03:00:00.000Z";
  if (one.type === "commands") return command(one.person, one.commands, versions, now);
  if (one.type === "import") return importRows(one, now);
  const sayer = one.type === "evidence" && one.source === "police" ? police : people[3]!;
  if (one.type === "evidence") return withActor(sayer.actor, (tx) => say(tx, sayer, one, now));
  await withActorForLong(verifier.actor, (tx) => tx.$queryRaw`select settle_rules(${now}::timestamptz, ${randomUUID()}::uuid)`);
}

async function forget(): Promise<void> {
  await province.client.query(`
    delete from tally; delete from change; delete from outcome_standing; delete from past_standing; delete from evidence; delete from register_record; delete from import_batch;
    delete from consent; delete from review_event; delete from command_log; delete from command_conflict; delete from household;
    delete from outcome; delete from entry; delete from subject`);
}

type Version = { readonly version: number; readonly authorId: string };

async function versionsOf(): Promise<Map<string, Version>> {
  const { rows } = await province.client.query<Version & { id: string }>('select id, version, author_id as "authorId" from entry');
  return new Map(rows.map(({ id, ...version }) => [id, version]));
}

async function command(person: number, drawn: readonly DrawnCommand[], versions: ReadonlyMap<string, Version>, now: string): Promise<void> {
  const commands = drawn.slice(0, 4).map((one) => commandOf(person, { ...one, history: 0 }, versions));
  const verdicts = await executeCommands(people[person]!, { device: makeManifest(), commands }, { now });
  expect(verdicts.map(({ verdict }) => verdict)).not.toContain("failed");
}

function commandOf(person: number, { asAuthor, asReviewer, team, drawn, ...at }: DrawnCommand, versions: ReadonlyMap<string, Version>): object {
  const entryId = entryIdOf(at);
  const envelope = { id: randomUUID(), entryId, issuedAt: "2026-08-07T02:50:00.000Z" };
  const known = versions.get(entryId);
  const unitId = (person === 1) === (team === "own") ? province.units.teamB : province.units.teamA;
  if (!known) return { ...envelope, type: "recordEntry", unitId, content: contentOf(at, drawn, hamlet) };
  const expectedVersion = known.version;
  if (known.authorId !== people[person]!.actor.userId) {
    return { ...envelope, type: "reviewEntry", expectedVersion, action: asReviewer, reason: "needsExplanation", note: "Xem lại" };
  }
  if (asAuthor === "amend") return { ...envelope, type: "amendEntry", expectedVersion, content: contentOf(at, drawn, hamlet) };
  return asAuthor === "withdraw" ? { ...envelope, type: "withdrawEntry", expectedVersion } : { ...envelope, type: "withdrawConsent" };
}

/** As an import is accepted: its rows are there already, in one transaction they begin to speak and are counted. */
async function importRows({ kind, rows }: Importing, now: string): Promise<void> {
  const batch = randomUUID();
  await withActorForLong(verifier.actor, async (tx) => {
    await tx.$executeRaw`
      insert into import_batch (id, province_id, kind, status, file_digest, imported_by_id, started_at)
      values (${batch}::uuid, ${province.provinceId}::uuid, ${kind}, 'reading', '\\x00', ${verifier.actor.userId}::uuid, now())`;
    for (const [position, { key, day, channel }] of rows.slice(0, 4).entries()) {
      await tx.$executeRaw`
        insert into register_record (province_id, import_batch_id, row_number, kind, dossier_code, number_hash, received_on, created_on, channel)
        values (${province.provinceId}::uuid, ${batch}::uuid, ${position}::int, ${kind}, ${kind === "dossier" ? codeOf(0, key) : null},
          ${kind === "account" ? keyedHash("personalNumber", numberOf(0, key)) : null}::bytea, ${day ?? null}::date, ${day ?? null}::date, ${channel ?? null})`;
    }
    await tx.$queryRaw`select own_counting()::text`;
    await tx.$executeRaw`update import_batch set status = 'accepted', accepted_at = clock_timestamp() where id = ${batch}::uuid`;
    await tx.$queryRaw`select settle_import(${batch}::uuid, ${now}::timestamptz)`;
  });
}

type Said = { readonly source: string; readonly words: readonly Pick<Word["words"][number], "outcome" | "verdict">[] };

async function say(tx: Transaction, person: Person, { source, words }: Said, now: string): Promise<void> {
  await tx.$queryRaw`select share_counting()::text`;
  const known = await tx.$queryRaw<{ id: string; entryId: string; revision: number }[]>`
    select outcome.id, entry_id as "entryId", revision from outcome join entry on entry.id = entry_id
    where voided_at is null and author_id <> ${person.actor.userId}::uuid
      and case ${source} when 'police' then outcome.kind in ('vneidActivated', 'householdInformed') else outcome.kind in ('eventHeld', 'articlePublished') end
    order by outcome.id`;
  if (known.length === 0) return;
  const about = words.slice(0, 3).map(({ outcome, verdict }) => ({ ...known[outcome % known.length]!, verdict }));
  for (const { id, revision, verdict } of about) {
    await tx.$executeRaw`
      insert into evidence (id, province_id, outcome_id, outcome_revision, source, verdict, decided_at, decided_by_id)
      values (${randomUUID()}::uuid, ${province.provinceId}::uuid, ${id}::uuid, ${revision}::int, ${source}::"EvidenceSource", ${verdict}, clock_timestamp(),
        ${person.actor.userId}::uuid)`;
  }
  await tx.$queryRaw`select settle_entries(${about.map(({ entryId }) => entryId)}::uuid[], '{}', ${now}::timestamptz)::text`;
}

async function tallied(): Promise<Record<string, number>> {
  const { rows } = await province.client.query<{ cell: string; sum: string }>(`
    select concat_ws(' ', unit_id, indicator, stage, happened_on) as cell, sum(delta) from tally group by 1 having sum(delta) <> 0`);
  return Object.fromEntries(rows.map(({ cell, sum }) => [cell, Number(sum)]));
}

async function standings(): Promise<Record<string, object>> {
  const { rows } = await province.client.query<{ id: string; standing: string; matched: string[] }>(
    "select outcome_id as id, standing, matched from outcome_standing where standing is not null");
  return Object.fromEntries(rows.map(({ id, standing, matched }) => [id, { standing, matched }]));
}

function cellsOf(contributions: readonly (Contribution | AccountStep)[]): Record<string, number> {
  const cells: Record<string, number> = {};
  for (const { unitId, indicator, stage, happenedOn, count } of contributions) {
    const cell = [unitId, indicator, stage, happenedOn].join(" ");
    cells[cell] = (cells[cell] ?? 0) + count;
  }
  return Object.fromEntries(Object.entries(cells).filter(([, count]) => count !== 0));
}
