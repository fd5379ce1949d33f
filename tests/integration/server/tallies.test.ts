import fc from "fast-check";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { HelpSession } from "@/lib/domain/entry/help-session";
import { contributionsOf, type Contribution } from "@/lib/domain/report/contributions";
import { reviewActions } from "@/lib/domain/review/lifecycle";
import type { Person } from "@/lib/server/auth/person";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { loadEntries } from "@/lib/server/commands/load-entries";
import { withActor } from "@/lib/server/database/with-actor";
import { makeAmend, makeManifest, makeRecord, makeReview, makeWithdraw } from "../../factories/commands";
import { makeDossier, makeHelpSession, makeOutcome, makePerson } from "../../factories/help-session";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let author: Person;
let overseer: Person;
let people: Person[];

beforeAll(async () => {
  province = await makeWorkingProvince();
  const { teamA, district } = province.units;
  author = await province.addActingPerson("volunteer", teamA);
  overseer = await province.addActingPerson("officer", district);
  people = [author, await province.addActingPerson("leader", teamA), overseer];
});
afterAll(() => province.remove());

/** One command of a round: who does what with which entry. The version is what was known before the round. */
const step = fc.record({
  entry: fc.nat({ max: 3 }),
  person: fc.nat({ max: 2 }),
  action: fc.constantFrom("record", "amend", "amend", "withdraw", ...reviewActions),
  year: fc.constantFrom(1950, 1995, 2000, 2012),
  kinds: fc.uniqueArray(fc.constantFrom("accountOpened", "accountLinked", "vneidActivated", "dossierSubmitted"), { minLength: 1 }),
  day: fc.constantFrom("2022-04-30", "2023-02-28", "2026-08-06", "2026-08-07"),
  team: fc.constantFrom("teamA", "teamA", "teamB"),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Requests of a round run at the same moment. */
const rounds = fc.array(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 });

test("tallies equal what the entries stand for, after any commands, one after the other or at once", async () => {
  await fc.assert(
    fc.asyncProperty(rounds, async (schedule) => {
      const entryIds = Array.from({ length: 4 }, () => randomUUID());
      await province.client.query("truncate tally");
      const before = await statesOf([]);
      expect(before).toEqual([]);
      for (const round of schedule) {
        const versions = new Map((await statesOf(entryIds)).map(({ id, version }) => [id, version]));
        await Promise.all(round.map((steps) => run(steps, entryIds, versions)));
      }
      expect(await tallied()).toEqual(cellsOf((await statesOf(entryIds)).flatMap(contributionsOf)));
    }),
    { numRuns: 40 },
  );
});

/** Commands of one person go in one request; a request of several people's steps is sent person by person. */
async function run(steps: readonly Step[], entryIds: readonly string[], versions: ReadonlyMap<string, number>): Promise<void> {
  const now = new Date(Date.parse("2026-08-07T03:00:00.000Z")).toISOString();
  for (const [index, person] of people.entries()) {
    const commands = steps.filter((candidate) => candidate.person === index).map((one) => commandOf(one, entryIds[one.entry]!, versions));
    if (commands.length === 0) continue;
    const verdicts = await executeCommands(person, { device: makeManifest(), commands }, { now });
    expect(verdicts.map(({ verdict }) => verdict)).not.toContain("failed");
  }
}

function commandOf({ action, ...one }: Step, entryId: string, versions: ReadonlyMap<string, number>) {
  const version = versions.get(entryId) ?? 1;
  if (action === "record") return makeRecord(province.units[one.team as "teamA" | "teamB"], sessionOf(one), { entryId });
  if (action === "amend") return makeAmend(entryId, version, sessionOf(one));
  if (action === "withdraw") return makeWithdraw(entryId, version);
  return makeReview(entryId, version, action, { reason: "needsExplanation", note: "Xem lại" });
}

function sessionOf({ year, kinds, day }: Omit<Step, "action">): HelpSession {
  return makeHelpSession({
    happenedAt: `${day}T02:00:00.000Z`,
    subject: makePerson({ birth: { precision: "year", year } }),
    consent: { noticeVersion: 1, purposes: ["record", "verify"], method: "readAloud", givenAt: `${day}T02:00:00.000Z`, guardian: { name: "Lê Văn Sáu" } },
    outcomes: kinds.map((kind) => (kind === "dossierSubmitted" ? makeDossier() : makeOutcome(kind as "accountOpened"))),
  });
}

const statesOf = (ids: readonly string[]) =>
  withActor(overseer.actor, async (tx) => [...(await loadEntries(tx, ids)).values()].map(({ state }) => state));

async function tallied(): Promise<Record<string, number>> {
  const { rows } = await province.client.query<{ cell: string; sum: string }>(`
    select concat_ws(' ', unit_id, indicator, stage, happened_on) as cell, sum(delta) from tally group by 1 having sum(delta) <> 0`);
  return Object.fromEntries(rows.map(({ cell, sum }) => [cell, Number(sum)]));
}

function cellsOf(contributions: readonly Contribution[]): Record<string, number> {
  const cells: Record<string, number> = {};
  for (const { unitId, indicator, stage, happenedOn, count } of contributions) {
    const cell = [unitId, indicator, stage, happenedOn].join(" ");
    cells[cell] = (cells[cell] ?? 0) + count;
  }
  return cells;
}
