import fc from "fast-check";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Command } from "@/lib/domain/command/command";
import { statusesOfStage, type Contribution } from "@/lib/domain/report/contributions";
import type { AccountStep, CountingVersion, RegisterRow } from "@/lib/domain/report/standing";
import { addDays, type LocalDate } from "@/lib/domain/time/local-date";
import type { Person } from "@/lib/server/auth/person";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { withActor } from "@/lib/server/database/with-actor";
import { indicatorVersions } from "../../factories/command-context";
import { makeManifest } from "../../factories/commands";
import { addCampaign } from "../../factories/households";
import { evidenceOf, makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";
import {
  codeOf, contentOf, entryIdOf, histories, isOf, numberOf, schedules, type DrawnCommand, type Importing, type RuleStep, type Step, type Word,
} from "./history";
import { makeLedger, type Ledger } from "./ledger";

let province: WorkingProvince;
let people: Person[];
let police: Person;
let verifier: Person;
let hamlet: string;
const definitions: readonly CountingVersion[] = [...indicatorVersions]
  .sort((a, b) => (a.indicator < b.indicator ? -1 : 1))
  .map((version) => ({ ...version, evidence: evidenceOf[version.indicator] }));

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

test("after any history the tallies of every past day are what the pure functions say of that day's facts, and what stood behind them is known", async () => {
  await fc.assert(
    fc.asyncProperty(schedules, async (steps) => {
      await forgetHistory();
      const ledger = newLedger();
      const expected: { day: LocalDate; cells: Record<string, number> }[] = [];
      const stood: { day: LocalDate; standings: Record<string, object>; stages: Record<string, string> }[] = [];
      for (const [index, step] of steps.entries()) {
        const day = addDays("2026-08-07" as LocalDate, index);
        await take(step, `${day}T03:00:00.000Z`, ledger);
        expected.push({ day, cells: cellsOf(ledger.numbers()) });
        stood.push({ day, standings: await standings(), stages: await stages() });
      }
      expect(await talliesUntil(expected.map(({ day }) => day))).toEqual(expected);
      for (const { day, ...then } of stood) expect({ standings: await standings(day), stages: await stages(day) }, day).toEqual(then);
      expect(await classifications()).toEqual(ledger.classifications());
      expect(await standings()).toEqual(Object.fromEntries([...ledger.standings()].filter(([, { standing }]) => standing).map(([id, { standing, matched }]) => [id, { standing, matched }])));
    }),
    { numRuns: 500 / histories },
  );
}, 600_000);

function newLedger(): Ledger {
  const { province: top, district, teamA, teamB } = province.units;
  return makeLedger({ [teamA]: [top, district, teamA], [teamB]: [top, district, teamB] }, definitions);
}

async function take(step: Step, now: string, ledger: Ledger): Promise<void> {
  if (step.type === "commands") return command(step.person, step.commands, now, ledger);
  if (step.type === "import") return importRows(step, now, ledger);
  return step.type === "evidence" ? say(step, now, ledger) : changeRule(step, now, ledger);
}

/** One request of one person; the domain answers each command as the server does. */
async function command(person: number, drawn: readonly DrawnCommand[], now: string, ledger: Ledger): Promise<void> {
  const commands: object[] = [];
  const answers = drawn.map((one) => {
    const sent = commandOf(person, one, ledger);
    commands.push(sent);
    return ledger.apply(people[person]!.actor, Command.parse(sent), now) ? "accepted" : "refused";
  });
  if (commands.length === 0) return;
  const verdicts = await executeCommands(people[person]!, { device: makeManifest(), commands }, { now });
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(answers);
}

function commandOf(person: number, { asAuthor, asReviewer, team, drawn, ...at }: DrawnCommand, ledger: Ledger): object {
  const entryId = entryIdOf(at);
  const envelope = { id: randomUUID(), entryId, issuedAt: "2026-08-07T02:50:00.000Z" };
  const state = ledger.entries.get(entryId)?.state;
  if (!state) {
    const unitId = (person === 1) === (team === "own") ? province.units.teamB : province.units.teamA;
    return { ...envelope, type: "recordEntry", unitId, content: contentOf(at, drawn, hamlet) };
  }
  const expectedVersion = state.version;
  if (state.authorId !== people[person]!.actor.userId) {
    return { ...envelope, type: "reviewEntry", expectedVersion, action: asReviewer, reason: "needsExplanation", note: "Xem lại" };
  }
  if (asAuthor === "amend") return { ...envelope, type: "amendEntry", expectedVersion, content: contentOf(at, drawn, hamlet) };
  return asAuthor === "withdraw" ? { ...envelope, type: "withdrawEntry", expectedVersion } : { ...envelope, type: "withdrawConsent" };
}

async function importRows({ kind, rows }: Importing, now: string, ledger: Ledger): Promise<void> {
  const batch = randomUUID();
  const known = rows.map(({ history, key, day, linked, channel }) => {
    const text = kind === "dossier" ? codeOf(history, key) : numberOf(history, key);
    const row = kind === "dossier" ? { receivedOn: day, channel } : { createdOn: day, linkedOn: linked, transactions: Number((linked ?? day)?.slice(-1) ?? 0) % 3 };
    ledger.list(kind as "dossier", text, Object.fromEntries(Object.entries(row).filter(([, value]) => value)) as RegisterRow);
    return { text, ...row };
  });
  await province.client.query(
    `with batch as (
       insert into import_batch (id, province_id, kind, status, file_digest, imported_by_id, started_at, accepted_at)
       values ($1, $2, $3 || 's', 'accepted', '\\x00', $4, $5, $5) returning id)
     insert into register_record (province_id, import_batch_id, row_number, kind, dossier_code, number_hash, received_on, created_on, linked_on, channel, transaction_count)
     select $2, batch.id, position, $3, code, hash, received_on, created_on, linked_on, channel, transactions
     from batch, unnest($6::text[], $7::bytea[], $8::date[], $9::date[], $10::date[], $11::text[], $12::int[])
       with ordinality as listed (code, hash, received_on, created_on, linked_on, channel, transactions, position)`,
    [
      batch, province.provinceId, kind, verifier.actor.userId, now,
      known.map(({ text }) => (kind === "dossier" ? text : null)),
      known.map(({ text }) => (kind === "account" ? keyedHash("personalNumber", text) : null)),
      ...(["receivedOn", "createdOn", "linkedOn", "channel", "transactions"] as const).map((field) => known.map((row) => ({ ...row })[field as "channel"] ?? null)),
    ],
  );
  await withActor(verifier.actor, (tx) => tx.$queryRaw`select settle_import(${batch}::uuid, ${now}::timestamptz)`);
}

const saidBy: Record<string, readonly string[]> = { police: ["vneidActivated", "householdInformed"], officer: ["eventHeld", "articlePublished"] };

/** The police or an officer about some outcomes, of confirmed entries or not. */
async function say({ source, words }: Word, now: string, ledger: Ledger): Promise<void> {
  const about = words.flatMap(({ history, outcome, stray, verdict }, index) => {
    const known = [...ledger.entries.values()].flatMap(({ state }) =>
      state.outcomes.filter(({ kind }) => isOf(history, state.id) && (stray || saidBy[source]!.includes(kind))).map(({ id }) => ({ entryId: state.id, id })));
    const said = known[outcome % Math.max(known.length, 1)];
    return said ? [{ ...said, verdict, at: new Date(Date.parse(now) + index).toISOString() }] : [];
  });
  for (const { id, verdict } of about) ledger.say(id, source as "police", verdict as "confirmed");
  const person = source === "police" ? police : people[3]!;
  await province.client.query(
    `insert into evidence (id, province_id, outcome_id, outcome_revision, source, verdict, decided_at, decided_by_id)
     select gen_random_uuid(), $1, outcome.id, outcome.revision, $2::"EvidenceSource", said.verdict, said.at, $3
     from unnest($4::uuid[], $5::text[], $6::timestamptz[]) as said (id, verdict, at) join outcome on outcome.id = said.id`,
    [province.provinceId, source, person.actor.userId, about.map(({ id }) => id), about.map(({ verdict }) => verdict), about.map(({ at }) => at)],
  );
  await withActor(person.actor, async (tx) => {
    await tx.$queryRaw`select share_counting()::text`;
    await tx.$queryRaw`select settle_entries(${about.map(({ entryId }) => entryId)}::uuid[], '{}', ${now}::timestamptz)::text`;
  });
}

async function changeRule(step: RuleStep, now: string, ledger: Ledger): Promise<void> {
  const { client, provinceId, units } = province;
  const setRule = (parameters: object) => client.query(
    "insert into refusal_rule (id, province_id, code, parameters, valid_from, set_at) values (gen_random_uuid(), $1, $2, $3, $4::timestamptz, $4::timestamptz)",
    [provinceId, step.rule, parameters, now],
  );
  switch (step.rule) {
    case "schemeStart": {
      await setRule({ date: step.date });
      ledger.rule({ schemeStart: step.date as LocalDate }, ledger.versions(), now);
      break;
    }
    case "futureTolerance": {
      await setRule({ days: step.days });
      ledger.rule({ futureTolerance: step.days }, ledger.versions(), now);
      break;
    }
    case "unitsNotAllowed": {
      const unitIds = step.units.map((name) => units[name as "teamA"]);
      await setRule({ unitIds });
      ledger.rule({ unitsNotAllowed: unitIds }, ledger.versions(), now);
      break;
    }
    case "windowFrom": {
      await client.query("update indicator_version set window_from = $3 where province_id = $1 and indicator = $2", [provinceId, step.indicator, step.date]);
      ledger.rule({}, ledger.versions().map((version) => (version.indicator === step.indicator ? { ...version, windowFrom: step.date as LocalDate } : version)), now);
      break;
    }
    case "evidence": {
      const versions = ledger.versions().flatMap((version) => evidenceFrom(version, step.indicator, step.from as LocalDate, step.source));
      ledger.rule({}, versions, now);
      await writeVersions(versions);
    }
  }
  await withActor(verifier.actor, (tx) => tx.$queryRaw`select settle_rules(${now}::timestamptz, ${randomUUID()}::uuid)`);
}

/** From a day on another source speaks: the definition of that day ends there and goes on as the next one. */
function evidenceFrom(version: CountingVersion, indicator: string, from: LocalDate, source: CountingVersion["evidence"]): CountingVersion[] {
  if (version.indicator !== indicator || (version.validTo && version.validTo <= from)) return [version];
  if (version.validFrom >= from) return [{ ...version, evidence: source }];
  return [{ ...version, validTo: from }, { ...version, validFrom: from, evidence: source }];
}

async function writeVersions(versions: readonly CountingVersion[]): Promise<void> {
  await province.client.query("delete from indicator_version where province_id = $1", [province.provinceId]);
  await province.client.query(
    `insert into indicator_version (id, province_id, indicator, valid_from, valid_to, window_from, outcome_kinds, age_from, age_through,
       online_only, once_per_subject, evidence_rule, credit)
     select gen_random_uuid(), $1, indicator, "validFrom", "validTo", "windowFrom", "outcomeKinds", "ageFrom", "ageThrough", "onlineOnly",
       "oncePerSubject", jsonb_build_object('source', evidence), 'recorderUnit'
     from jsonb_to_recordset($2) as version (indicator text, "validFrom" date, "validTo" date, "windowFrom" date, "outcomeKinds" text[],
       "ageFrom" int, "ageThrough" int, "onlineOnly" boolean, "oncePerSubject" boolean, evidence text)`,
    [province.provinceId, JSON.stringify(versions)],
  );
}

async function forgetHistory(): Promise<void> {
  await province.client.query(`
    delete from tally; delete from change; delete from outcome_standing; delete from past_standing; delete from evidence; delete from register_record; delete from import_batch;
    delete from consent; delete from review_event; delete from command_log; delete from command_conflict; delete from household;
    delete from outcome; delete from entry; delete from subject;
    delete from refusal_rule where code <> 'schemeStart' or parameters <> '{"date": "2022-05-01"}' or set_at > '2022-05-01';
    insert into refusal_rule (id, province_id, code, parameters, valid_from, set_at)
    select gen_random_uuid(), id, 'schemeStart', '{"date": "2022-05-01"}', '2022-05-01', '2022-05-01' from province
    where not exists (select from refusal_rule)`);
  await writeVersions(definitions);
}

async function talliesUntil(days: readonly LocalDate[]): Promise<{ day: LocalDate; cells: Record<string, number> }[]> {
  const { rows } = await province.client.query<{ day: LocalDate; cell: string; delta: number }>(
    "select decided_on::text as day, concat_ws(' ', unit_id, indicator, stage, happened_on) as cell, delta from tally");
  return days.map((until) => {
    const cells: Record<string, number> = {};
    for (const { day, cell, delta } of rows) if (day <= until) cells[cell] = (cells[cell] ?? 0) + delta;
    return { day: until, cells: withoutZeros(cells) };
  });
}

/** Of what was recorded by the day. */
async function standings(day = "infinity"): Promise<Record<string, object>> {
  const { rows } = await province.client.query<{ id: string; standing: string; matched: string[] }>(
    `select stood.outcome_id as id, stood.standing, stood.matched
     from standings_on($1::date) stood join outcome on outcome.id = stood.outcome_id join entry on entry.id = outcome.entry_id
     where stood.standing is not null and scheme_day(entry.received_at) <= $1::date and (outcome.revision > 1 or scheme_day(outcome.claimed_at) <= $1::date)`, [day]);
  return Object.fromEntries(rows.map(({ id, standing, matched }) => [id, { standing, matched }]));
}

/** What the status of each entry lets it count for. */
async function stages(day = "infinity"): Promise<Record<string, string>> {
  const { rows } = await province.client.query<{ id: string; stage: string }>(
    `select id, case when stood = any ($2) then 'confirmed' when stood = any ($3) then 'recorded' else 'nothing' end as stage
     from entry, lateral (select status_on(id, status, status_changed_at, quarantine is not null, $1::date)::text as stood) then_
     where scheme_day(received_at) <= $1::date`, [day, statusesOfStage("confirmed"), statusesOfStage("recorded")]);
  return Object.fromEntries(rows.map(({ id, stage }) => [id, stage]));
}

async function classifications(): Promise<Record<string, object>> {
  const { rows } = await province.client.query<{ id: string; indicators: string[]; notCounted: string | null }>(
    'select id, indicators, not_counted as "notCounted" from outcome where voided_at is null');
  return Object.fromEntries(rows.map(({ id, ...said }) => [id, said]));
}

function cellsOf(contributions: readonly (Contribution | AccountStep)[]): Record<string, number> {
  const cells: Record<string, number> = {};
  for (const { unitId, indicator, stage, happenedOn, count } of contributions) {
    const cell = [unitId, indicator, stage, happenedOn].join(" ");
    cells[cell] = (cells[cell] ?? 0) + count;
  }
  return withoutZeros(cells);
}

function withoutZeros(cells: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(cells).filter(([, count]) => count !== 0));
}
