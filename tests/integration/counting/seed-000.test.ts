import { afterAll, beforeAll, expect, test } from "vitest";
import type { ChangedEntry } from "@/lib/protocol/changes";
import type { Person } from "@/lib/server/auth/person";
import { readChanges } from "@/lib/server/changes/read-changes";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { makeManifest, makeReview, makeWithdraw } from "../../factories/commands";
import { makeImporter } from "../../factories/imports";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";
import { accountFiles, claimsOf, dossierFiles, overclaimed, type Claimed } from "./seed-000";

/**
 * What the province's office found in 2023 (seed 000, proposal 2): a unit typed in dossiers and accounts from before
 * the scheme among good ones, some of them twice, some that another unit claims too.
 */
let province: WorkingProvince;
type Staff = Awaited<ReturnType<WorkingProvince["addStaff"]>>;
let staff: Staff;
let importer: ReturnType<typeof makeImporter>;
let claims: readonly Claimed[];
/** Everything that was sent, in its order: to be sent again. */
const sent: { readonly person: Person; readonly commands: readonly object[]; readonly now: string }[] = [];

const at = (minute: number) => new Date(Date.parse("2026-08-07T03:00:00.000Z") + minute * 60_000).toISOString();
const reason = { note: "Xem lại theo yêu cầu của tỉnh." };

beforeAll(async () => {
  province = await makeWorkingProvince();
  staff = await province.addStaff();
  importer = makeImporter(await province.addActingPerson("provinceVerifier", province.units.province), at(600));
  claims = claimsOf(province.units);
  for (const [wave, minute] of [["first", 0], ["main", 10], ["again", 20]] as const) {
    for (const team of ["teamA", "teamB"] as const) {
      const entered = claims.filter((claim) => claim.wave === wave && claim.team === team);
      await send(team === "teamA" ? staff.volunteerA : staff.volunteerB, entered.map(({ command }) => command), at(minute));
      // Nobody had the task yet in March 2022: those wait in quarantine.
      const open = entered.filter(({ command }) => command.content.happenedAt > "2022-05");
      await send(team === "teamA" ? staff.leaderA : staff.leaderB, open.map(({ command }) => makeReview(command.entryId, 1, "confirm")), at(minute + 5));
    }
  }
}, 240_000);
afterAll(() => province.remove());

test("exactly the right ones count, each of the others says why, and nothing is counted twice", async () => {
  expect(claims.length).toBe(500 + 500 + 200 + 200 + 40 + 15);
  expect(await tallies()).toEqual({
    "teamA online_dossiers": { recorded: 540, confirmed: 540 }, "teamB online_dossiers": { recorded: 15, confirmed: 15 },
    "teamA member_accounts": { recorded: 150, confirmed: 150 }, "teamA citizen_accounts": { recorded: 150, confirmed: 150 },
  });
  expect(await wronglyTold("before")).toEqual([]);

  // The first files: some days, channels and a code in them are wrong, in both directions.
  const files = [...dossierFiles(claims), ...accountFiles(claims)];
  const [firstDossiers, secondDossiers, firstAccounts, secondAccounts] = files as [string, string, string, string];
  expect(await importer.bring(firstDossiers)).toMatchObject({ status: "accepted", unreadCount: 0 });
  expect(await importer.bring(firstAccounts)).toMatchObject({ status: "accepted", unreadCount: 0 });
  expect(await wronglyTold("first")).toEqual([]);
  expect(await matched()).toEqual({
    "teamA online_dossiers": 495 - overclaimed.wrongDay - overclaimed.wrongChannel - overclaimed.wrongCode, "teamB online_dossiers": 5,
    "teamA member_accounts": 100 + (overclaimed.wronglyNew - overclaimed.wronglyOld) / 2,
    "teamA citizen_accounts": 100 + (overclaimed.wronglyNew - overclaimed.wronglyOld) / 2,
  });

  expect(await importer.bring(secondDossiers)).toMatchObject({ status: "accepted", newCount: overclaimed.wrongCode, changedCount: overclaimed.wrongDay + overclaimed.wrongChannel });
  expect(await importer.bring(secondAccounts)).toMatchObject({ status: "accepted", newCount: 0, changedCount: overclaimed.wronglyNew + overclaimed.wronglyOld });
  expect(await wronglyTold("second")).toEqual([]);
  const counted = { "teamA online_dossiers": 495, "teamB online_dossiers": 5, "teamA member_accounts": 100, "teamA citizen_accounts": 100 };
  expect(await matched()).toEqual(counted);

  // Taken back: the next claim of the same dossier counts, of the same team or of the other one.
  const twice = claims.filter(({ kind, team, wave }) => kind === "twice" && team === "teamA" && wave === "main");
  const contested = claims.filter(({ kind, team, wave }) => kind === "contested" && team === "teamA" && wave === "main");
  const [own, others] = [twice[0]!, contested[9]!];
  await takeBack([own, others], 30);
  const [ownNext, othersNext] = [own, others].map((lost) => claims.find(({ key, wave }) => key === lost.key && wave === "again")!) as [Claimed, Claimed];
  const told = await feeds();
  expect([own, others].map(({ command }) => told.get(command.entryId)!.status)).toEqual(["withdrawn", "withdrawn"]);
  for (const claim of [ownNext, othersNext]) expect(told.get(claim.command.entryId)!.outcomes).toMatchObject([{ standing: "matched", matched: ["online_dossiers"] }]);
  expect(await matched()).toEqual({ ...counted, "teamA online_dossiers": 494, "teamB online_dossiers": 6 });

  // The same commands and the same files once more.
  const before = await everything();
  for (const { person, commands, now } of sent) await send(person, commands, now, { again: true });
  for (const file of files) expect(await importer.bring(file)).toMatchObject({ status: "cancelled" });
  expect(await everything()).toEqual(before);
}, 240_000);

/** Reopened by the officer, withdrawn by the author. */
async function takeBack(taken: readonly Claimed[], minute: number): Promise<void> {
  await send(staff.officer, taken.map(({ command }) => makeReview(command.entryId, 2, "reopen", reason)), at(minute));
  await send(staff.volunteerA, taken.map(({ command }) => makeWithdraw(command.entryId, 3)), at(minute + 1));
}

async function send(person: Person, commands: readonly object[], now: string, { again = false } = {}): Promise<void> {
  if (!again) sent.push({ person, commands, now });
  for (let start = 0; start < commands.length; start += 250) {
    const verdicts = await executeCommands(person, { device: makeManifest(), commands: commands.slice(start, start + 250) }, { now });
    expect(verdicts.filter(({ verdict }) => verdict !== "accepted")).toEqual([]);
  }
}

/** Claims of which their author reads something else than what is so after the first, the second or no file. */
async function wronglyTold(after: keyof Claimed["told"]): Promise<unknown[]> {
  const told = await feeds();
  return claims.flatMap((claim) => {
    const [outcome] = told.get(claim.command.entryId)?.outcomes ?? [];
    const { notCounted, standing, proposedCode, matched: counted } = outcome ?? {};
    const says = { ...(notCounted ? { notCounted } : {}), ...(standing ? { standing } : {}), ...(proposedCode ? { proposedCode } : {}) };
    const expected = claim.told[after];
    const counts = (counted ?? []).length > 0;
    const isRight = JSON.stringify(says) === JSON.stringify(expected) && counts === (expected.standing === "matched");
    return isRight ? [] : [{ kind: claim.kind, key: claim.key, says, counts, expected }];
  });
}

/** Own entries of both authors as their phones know them once they have read everything. */
async function feeds(): Promise<Map<string, ChangedEntry>> {
  const entries = new Map<string, ChangedEntry>();
  for (const author of [staff.volunteerA, staff.volunteerB]) {
    let cursor: string | undefined;
    for (let more = true; more; ) {
      const page = await readChanges(author, { cursor, briefing: undefined, headers: new Headers(), now: at(5_000) } as never, 2_000);
      for (const entry of page.entries) entries.set(entry.id, entry);
      ({ cursor, more } = page);
    }
  }
  return entries;
}

type Stages = Record<string, number>;

/** Sums by team, indicator and stage; what is nothing is left out. */
async function tallies(): Promise<Record<string, Stages>> {
  const { rows } = await province.client.query(
    "select unit_id, indicator, stage, sum(delta)::int as count from tally group by unit_id, indicator, stage having sum(delta) <> 0");
  const names = new Map(Object.entries(province.units).map(([name, id]) => [id, name]));
  const sums: Record<string, Stages> = {};
  for (const { unit_id: unitId, indicator, stage, count } of rows) (sums[`${names.get(unitId)} ${indicator}`] ??= {})[stage] = count;
  return sums;
}

async function matched(): Promise<Stages> {
  const sums = await tallies();
  return Object.fromEntries(Object.entries(sums).flatMap(([name, stages]) => (stages.matched ? [[name, stages.matched]] : [])));
}

/** Every row of what counting writes. */
async function everything(): Promise<Record<string, { count: number; digest: string }>> {
  const tables = ["tally", "evidence", "outcome_standing", "past_standing", "change", "outcome", "entry", "command_log", "register_record", "code_proposal"];
  const found: Record<string, { count: number; digest: string }> = {};
  for (const table of tables) {
    const { rows } = await province.client.query(`select count(*)::int as count, md5(string_agg(r::text, '|' order by r::text)) as digest from ${table} r`);
    found[table] = rows[0];
  }
  return found;
}
