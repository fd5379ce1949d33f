import { afterAll, beforeAll, expect, test } from "vitest";
import { countIndicators, type ReportTable } from "@/lib/domain/report/report-table";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { Person } from "@/lib/server/auth/person";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { readReportTable } from "@/lib/server/reports/read-report-table";
import { createDice } from "../../../prisma/demo/invented";
import { makeAmend, makeManifest, makeRecord, makeReview, makeWithdraw } from "../../factories/commands";
import { makeDossier, makeHelpSession, makeOutcome, makePerson } from "../../factories/help-session";
import { acceptRegister, type Listed } from "../../factories/register";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let staff: Awaited<ReturnType<WorkingProvince["addStaff"]>>;
let verifier: Person;
let sent = 0;
let imports = 0;
const dice = createDice(5299);
/** Fewer people and dossiers than sessions: many are claimed more than once. */
const [people, codes] = [2_000, 2_500];

beforeAll(async () => {
  province = await makeWorkingProvince();
  staff = await province.addStaff();
  verifier = await province.addActingPerson("provinceVerifier", province.units.province);
});
afterAll(() => province.remove());

test("after 10,000 commands, many of them at the same time, the tallies are what plain SQL counts in entries and register", async () => {
  const { volunteerA, volunteerB, leaderA, officer } = staff;
  for (let round = 0; round < 5; round += 1) {
    await Promise.all([record(volunteerA, "teamA", 500), record(volunteerB, "teamB", 500), acceptDossiers(400), acceptAccounts(300)]);
    await Promise.all([review(leaderA, "teamA", 250), review(officer, "teamB", 250), rethink(volunteerA, 250), rethink(volunteerB, 250), acceptDossiers(400)]);
  }
  expect(sent).toBe(10_000);
  const counted = await recounted();
  expect(Object.keys(counted).length).toBeGreaterThan(15);
  expect(await tallied()).toEqual(counted);
}, 300_000);

test("an outcome that loses its evidence takes one from its own cells, and nothing from any other", async () => {
  for (const { code, number, cells } of await someMatched()) {
    const before = cellsOf(await read());
    await accept(code ? [{ dossier: code, receivedOn: "2026-08-06", channel: "paper" }] : [{ account: number, createdOn: "2021-05-05" }]);
    const after = cellsOf(await read());
    const changes = Object.keys(before).filter((cell) => before[cell] !== after[cell]).map((cell) => [cell, after[cell]! - before[cell]!]);
    expect(changes.sort()).toEqual(cells.map((cell) => [cell, -1]).sort());
  }
});

const codeOf = (index: number) => `H08.21-260806-${String(index).padStart(4, "0")}`;
const isYoung = (index: number) => index % 2 === 0;
const numberOf = (index: number) => `0520${isYoung(index) ? 95 : 60}${String(index).padStart(6, "0")}`;

function session() {
  const person = dice.below(people);
  const subject = makePerson({ personalNumber: numberOf(person), birth: { precision: "day", year: isYoung(person) ? 1995 : 1960, month: 3, day: 15 } });
  const dossier = makeDossier({ dossierCode: codeOf(dice.below(codes)) });
  return makeHelpSession({ subject, outcomes: dice.below(3) === 0 ? [dossier] : [makeOutcome("accountLinked"), dossier] });
}

function record(author: Person, team: "teamA" | "teamB", count: number): Promise<void> {
  return send(author, Array.from({ length: count }, () => makeRecord(province.units[team], session())));
}

async function review(reviewer: Person, team: "teamA" | "teamB", count: number): Promise<void> {
  const found = await pick("unit_id", province.units[team], "('submitted', 'reopened', 'confirmed', 'returned')", count);
  const wayOf = (status: string) => (status === "confirmed" ? "reopen" : dice.pick(["confirm", "confirm", "confirm", "return", "refuse"] as const));
  await send(reviewer, found.map(({ id, version, status }) => makeReview(id, version, wayOf(status), { reason: "needsExplanation", note: "Xem lại" })));
}

/** The author corrects or takes back. */
async function rethink(author: Person, count: number): Promise<void> {
  const found = await pick("author_id", author.actor.userId, "('submitted', 'returned')", count);
  await send(author, found.map(({ id, version }) => (dice.below(3) === 0 ? makeWithdraw(id, version) : makeAmend(id, version, session()))));
}

/** Entries as they are, with commands that may come too late in between. */
async function pick(column: "unit_id" | "author_id", value: string, statuses: string, count: number) {
  const { rows } = await province.client.query<{ id: string; version: number; status: string }>(
    `select id, version, status::text from entry where ${column} = $1 and status in ${statuses} order by md5(id::text || $2) limit $3`, [value, String(sent), count]);
  return rows;
}

/** In requests of 125, one after the other, as one phone or desk sends them. */
async function send(person: Person, commands: readonly object[]): Promise<void> {
  sent += commands.length;
  for (let start = 0; start < commands.length; start += 125) {
    const verdicts = await executeCommands(person, { device: makeManifest(), commands: commands.slice(start, start + 125) }, { now: "2026-08-07T03:00:00.000Z" });
    expect(verdicts.map(({ verdict }) => verdict)).not.toContain("failed");
  }
}

const acceptDossiers = (count: number) =>
  accept(Array.from({ length: count }, () => ({ dossier: codeOf(dice.below(codes)), receivedOn: dice.pick(["2026-08-06", "2026-08-06", "2021-08-06"]), channel: dice.pick(["online", "online", "paper"] as const) })));
const acceptAccounts = (count: number) =>
  accept(Array.from({ length: count }, () => ({ account: numberOf(dice.below(people)), createdOn: dice.pick(["2026-08-05", "2026-08-05", "2021-08-05"]), transactions: dice.below(3) })));

/** Imports come one after the other, as the desk lets them. */
let lastImport: Promise<void> = Promise.resolve();
function accept(rows: readonly Listed[]): Promise<void> {
  const at = new Date(Date.parse("2026-08-07T04:00:00.000Z") + 1000 * (imports += 1)).toISOString();
  return (lastImport = lastImport.then(() => acceptRegister(province, rows, at)));
}

const accountIndicators = "('member_accounts', 'citizen_accounts')";

/** What counts, said once more: the entries, the newest row of the register for each key, the first claim of each. */
async function recounted(): Promise<Record<string, number>> {
  return cells(`
    with spoken as (
      select distinct on (record.kind, coalesce(record.dossier_code, encode(record.number_hash, 'hex'))) record.*
      from register_record record join import_batch batch on batch.id = record.import_batch_id
      order by record.kind, coalesce(record.dossier_code, encode(record.number_hash, 'hex')), batch.accepted_at desc, record.row_number desc
    ), standing as (
      select outcome.*, entry.unit_id, entry.happened_on, entry.status,
             row_number() over (partition by outcome.key_hash, outcome.kind order by outcome.claimed_at, outcome.id) as place
      from entry join outcome on outcome.entry_id = entry.id and outcome.voided_at is null and outcome.indicators <> '{}'
      where entry.status in ('submitted', 'returned', 'reopened', 'confirmed')
    ), good as (
      select standing.*, spoken.transaction_count from standing
      join spoken on spoken.dossier_code = standing.dossier_code and spoken.channel = 'online' and spoken.received_on >= '2023-03-01'
        or spoken.number_hash = standing.key_hash and spoken.kind = 'account' and standing.kind = 'accountLinked' and spoken.created_on >= '2022-05-01'
      where standing.status = 'confirmed' and standing.place = 1
    )
    select unit_id, unnest(indicators) as indicator, 'recorded' as stage, happened_on, count(*) as count from standing group by 1, 2, 3, 4
    union all select unit_id, unnest(indicators), 'confirmed', happened_on, count(*) from standing where status = 'confirmed' group by 1, 2, 3, 4
    union all select unit_id, unnest(indicators), 'matched', happened_on, count(*) from good group by 1, 2, 3, 4
    union all select unit_id, 'transacting_rate', 'whole', happened_on, count(*) from good where kind = 'accountLinked' group by 1, 2, 3, 4
    union all select unit_id, 'transacting_rate', 'part', happened_on, count(*) from good where kind = 'accountLinked' and transaction_count > 0 group by 1, 2, 3, 4`);
}

const tallied = () => cells("select unit_id, indicator, stage, happened_on, sum(delta) as count from tally group by 1, 2, 3, 4 having sum(delta) <> 0");

async function cells(query: string): Promise<Record<string, number>> {
  const { rows } = await province.client.query<{ cell: string; count: string }>(`select concat_ws(' ', unit_id, indicator, stage, happened_on) as cell, count from (${query}) counted`);
  return Object.fromEntries(rows.map(({ cell, count }) => [cell, Number(count)]));
}

/** Some that count, of both kinds and teams, claimed by nobody else; with the cells of the province's table that they are in. */
async function someMatched(): Promise<{ code: string | null; number: string; cells: string[] }[]> {
  const { rows } = await province.client.query<{ code: string | null; hash: string; transacting: boolean; indicator: string }>(`
    select outcome.dossier_code as code, encode(outcome.key_hash, 'hex') as hash, known.transacting, known.matched[1] as indicator
    from outcome_standing known join outcome on outcome.id = known.outcome_id
    where known.matched <> '{}' and not exists (select from outcome other where other.key_hash = outcome.key_hash and other.id <> outcome.id and other.voided_at is null)
    order by known.matched[1] in ${accountIndicators}, md5(outcome.id::text)`);
  const numbers = new Map(Array.from({ length: people }, (_, index) => numberOf(index)).map((number) => [keyedHash("personalNumber", number).toString("hex"), number]));
  const picked = [...rows.filter(({ code }) => code).slice(0, 4), ...rows.filter(({ code }) => !code).slice(0, 6)];
  expect(picked).toHaveLength(10);
  return picked.map(({ code, hash, transacting, indicator }) => {
    const shares = code ? [] : [`transacting_rate whole`, ...(transacting ? ["transacting_rate part"] : [])];
    const own = [`${indicator} matched`, ...shares];
    return { code, number: numbers.get(hash) ?? "", cells: own.flatMap((cell) => [`total ${cell}`, `${province.units.district} ${cell}`]) };
  });
}

const day = LocalDate.parse("2026-08-19");
const read = async () => (await readReportTable(verifier.actor, { unitId: province.units.province, point: { through: day, asOf: day } }, "2026-08-20T03:00:00.000Z"))!;

/** Every number of a table. */
function cellsOf({ total, lines }: ReportTable): Record<string, number> {
  const named = [["total", total] as const, ...lines.map((line) => [line.place.kind === "unit" ? line.place.id : line.place.kind, line] as const)];
  return Object.fromEntries(named.flatMap(([name, { cells: { counts, ratios } }]) => [
    ...countIndicators.flatMap((indicator) => Object.entries(counts[indicator]).map(([stage, count]) => [`${name} ${indicator} ${stage}`, count])),
    ...Object.entries(ratios).flatMap(([indicator, ratio]) => (ratio ? [[`${name} ${indicator} part`, ratio.part], [`${name} ${indicator} whole`, ratio.whole]] : [])),
  ]));
}
