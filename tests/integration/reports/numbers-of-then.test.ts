import { afterAll, beforeAll, expect, test } from "vitest";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { NumberKind } from "@/lib/protocol/dashboard";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import type { Person } from "@/lib/server/auth/person";
import { withActor } from "@/lib/server/database/with-actor";
import { readBacklog, readWaitingSums } from "@/lib/server/reports/read-backlog";
import { readDashboard } from "@/lib/server/reports/read-dashboard";
import { readCountedOutcomes } from "@/lib/server/unit-numbers/read-counted-outcomes";
import { makeManifest, makeRecord, makeReview } from "../../factories/commands";
import { makeDossier, makeHelpSession } from "../../factories/help-session";
import { acceptRegister } from "../../factories/register";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let staff: Awaited<ReturnType<WorkingProvince["addStaff"]>>;
const through = LocalDate.parse("2026-08-06");
const now = "2026-08-20T03:00:00.000Z";
const at = (day: number) => `2026-08-${String(day).padStart(2, "0")}T03:00:00.000Z`;
const endOf = (day: number) => LocalDate.parse(at(day).slice(0, 10));

const send = async (person: Person, day: number, ...commands: object[]) => {
  const verdicts = await executeCommands(person, { device: makeManifest(), commands }, { now: at(day) });
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(commands.map(() => "accepted"));
};

/** On the 7th two dossiers are recorded and confirmed, on the 8th the register knows both; on the 10th one of them is said to be paper, on the 12th the other's confirmation is taken back. */
beforeAll(async () => {
  province = await makeWorkingProvince();
  staff = await province.addStaff();
  const codes = ["H08.21-260806-1000", "H08.21-260806-1001"] as const;
  const records = codes.map((dossierCode) => makeRecord(province.units.teamA, makeHelpSession({ happenedAt: at(6), outcomes: [makeDossier({ dossierCode })] })));
  const [kept, taken] = records;
  await send(staff.volunteerA, 7, ...records);
  await send(staff.leaderA, 7, ...records.map(({ entryId }) => makeReview(entryId, 1, "confirm")));
  await acceptRegister(province, codes.map((dossier) => ({ dossier, receivedOn: "2026-08-06" })), at(8));
  await acceptRegister(province, [{ dossier: codes[0], receivedOn: "2026-08-06", channel: "paper" }], at(10));
  await send(staff.officer, 12, makeReview(taken!.entryId, 2, "overturn", { reason: "needsExplanation", note: "Xem lại" }));
  expect(kept!.entryId).not.toBe(taken!.entryId);
});
afterAll(() => province.remove());

async function told(day: number) {
  const dashboard = (await readDashboard(staff.officer.actor, { unit: province.units.district, to: through, asOf: endOf(day) }, now))!;
  const { recorded, confirmed, matched } = dashboard.table.total.cells.counts.online_dossiers;
  return { recorded, confirmed, matched, waiting: dashboard.waiting.reduce((sum, { count }) => sum + count, 0) };
}

async function listed(day: number | undefined, stage: NumberKind) {
  const query = { unitId: province.units.district, indicator: "online_dossiers", stage, through, treeOn: through, asOf: day === undefined ? undefined : endOf(day) } as const;
  return (await readCountedOutcomes(staff.officer.actor, query, now))!;
}

test.each([
  [6, { recorded: 0, confirmed: 0, matched: 0, waiting: 0 }],
  [7, { recorded: 2, confirmed: 2, matched: 0, waiting: 2 }],
  [9, { recorded: 2, confirmed: 2, matched: 2, waiting: 0 }],
  [11, { recorded: 2, confirmed: 2, matched: 1, waiting: 0 }],
  [19, { recorded: 1, confirmed: 1, matched: 0, waiting: 0 }],
])("a number as of the %ith opens what stood behind it then", async (day, expected) => {
  expect(await told(day)).toEqual(expected);
  for (const stage of ["recorded", "confirmed", "matched", "waiting"] as const) {
    const { count, outcomes } = await listed(day, stage);
    expect([stage, count, outcomes.length]).toEqual([stage, expected[stage], expected[stage]]);
  }
});

test("shows each as it was then, and without a day as it is now", async () => {
  expect((await listed(9, "matched")).outcomes.map(({ status, standing }) => ({ status, standing }))).toEqual(Array(2).fill({ status: "confirmed", standing: "matched" }));
  expect((await listed(7, "waiting")).outcomes.map(({ status, standing }) => ({ status, standing }))).toEqual(Array(2).fill({ status: "confirmed", standing: "notFound" }));
  expect((await listed(undefined, "confirmed")).outcomes.map(({ standing }) => standing)).toEqual(["onPaper"]);
  expect((await listed(11, "refuted")).count).toBe(1);
});

test("a report says what waited on its day, for the register and for the leader", async () => {
  await send(staff.volunteerA, 14, makeRecord(province.units.teamA, makeHelpSession({ happenedAt: at(6) })));
  const backlogOf = (day: number) => withActor(staff.officer.actor, async (tx) => {
    const point = { through, asOf: endOf(day) };
    return readBacklog(tx, province.units.district, point, through, await readWaitingSums(tx, province.units.district, point, through));
  });
  expect(await backlogOf(7)).toMatchObject({ register: { dossiers: { open: 2, oldest: "2026-08-07" } }, review: { open: 0 } });
  expect(await backlogOf(9)).toMatchObject({ register: { dossiers: { open: 0 } }, review: { open: 0 } });
  expect(await backlogOf(14)).toMatchObject({ review: { open: 1, oldest: "2026-08-14" } });
});
