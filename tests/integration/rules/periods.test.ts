import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { POST } from "@/app/api/periods/route";
import type { Refusal } from "@/lib/domain/refusal";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { Person } from "@/lib/server/auth/person";
import { closePeriod } from "@/lib/server/periods/close-period";
import { listPeriods, readPeriodNumbers } from "@/lib/server/periods/read-periods";
import { makeRecord, makeReview } from "../../factories/commands";
import { makeHelpSession, makeOutcome } from "../../factories/help-session";
import { act } from "../../factories/households";
import { makePost } from "../../factories/post";
import { makeSessionCookie } from "../../factories/session";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let verifier: Person;
let officer: Person;
let volunteerA: Person;
let volunteerB: Person;
let leaderA: Person;
const july = { from: LocalDate.parse("2026-07-01"), through: LocalDate.parse("2026-07-31") };
const closing = "2026-08-03T02:00:00.000Z";

beforeAll(async () => {
  province = await makeWorkingProvince();
  ({ officer, volunteerA, volunteerB, leaderA } = await province.addStaff());
  verifier = await province.addActingPerson("provinceVerifier", province.units.province);
});
afterAll(() => province.remove());
beforeEach(async () => {
  await province.removeEntries();
  await province.client.query("truncate period, outcome_standing cascade");
});

/** @param now when the server hears of it, whatever day it is said to have been */
async function record(person: Person, unitId: string, day: string, now: string): Promise<string> {
  const command = makeRecord(unitId, makeHelpSession({ happenedAt: `${day}T02:00:00.000Z`, outcomes: [makeOutcome("accountLinked")] }));
  await act(person, [command], now);
  return command.entryId;
}

async function close(period: { from: LocalDate; through: LocalDate } = july, now = closing): Promise<string> {
  const closed = await closePeriod(verifier.actor, { id: randomUUID(), ...period }, now);
  if (!closed.ok) throw new Error(closed.error.code);
  return closed.value.id;
}
const numbersOf = async (id: string, person = verifier, unitId = province.units.province) => (await readPeriodNumbers(person.actor, id, unitId, closing))?.total.citizen_accounts;

describe("a closed period", () => {
  test("keeps what was decided until the day before it was closed", async () => {
    await record(volunteerA, province.units.teamA, "2026-07-10", "2026-07-10T03:00:00.000Z");
    await record(volunteerA, province.units.teamA, "2026-07-31", "2026-08-02T03:00:00.000Z");
    await record(volunteerA, province.units.teamA, "2026-07-31", closing);
    const id = await close();
    expect(await listPeriods(verifier.actor)).toMatchObject([{ id, ...july, asOf: "2026-08-02", closedAt: closing, closedBy: verifier.name }]);
    expect(await numbersOf(id)).toMatchObject({ recorded: { closed: 2, correction: 1 } });
  });

  test("is not entered by a phone that comes late, whatever its clock says: a correction", async () => {
    const entryId = await record(volunteerA, province.units.teamA, "2026-07-10", "2026-07-10T03:00:00.000Z");
    const id = await close();
    await record(volunteerA, province.units.teamA, "2026-07-11", "2026-09-20T03:00:00.000Z");
    await act(leaderA, [makeReview(entryId, 1, "confirm")], "2026-09-20T03:00:00.000Z");
    expect(await numbersOf(id)).toMatchObject({ recorded: { closed: 1, correction: 1 }, confirmed: { closed: 0, correction: 1 } });
    await act(leaderA, [makeReview(entryId, 2, "undo")], "2026-09-20T03:00:30.000Z");
    expect(await numbersOf(id)).toMatchObject({ confirmed: { closed: 0, correction: 0 } });
  });

  test("is not entered by a request that began before it was closed", async () => {
    const id = await close();
    await record(volunteerA, province.units.teamA, "2026-07-11", "2026-08-02T16:59:59.999Z");
    expect(await numbersOf(id)).toMatchObject({ recorded: { closed: 0, correction: 1 } });
  });

  test("opens by unit, and the units below add up", async () => {
    await record(volunteerA, province.units.teamA, "2026-07-10", "2026-07-10T03:00:00.000Z");
    await record(volunteerB, province.units.teamB, "2026-07-10", "2026-07-10T03:00:00.000Z");
    const id = await close();
    await record(volunteerB, province.units.teamB, "2026-07-12", closing);
    const numbers = await readPeriodNumbers(officer.actor, id, province.units.district, closing);
    expect(numbers?.total.citizen_accounts.recorded).toEqual({ closed: 2, correction: 1 });
    expect(numbers?.children.map(({ id: child, numbers: { citizen_accounts: { recorded } } }) => [child, recorded])).toEqual(expect.arrayContaining([
      [province.units.teamA, { closed: 1, correction: 0 }], [province.units.teamB, { closed: 1, correction: 1 }],
    ]));
  });

  test("shows nobody what is outside of the own units", async () => {
    const id = await close();
    expect(await readPeriodNumbers(officer.actor, id, province.units.province, closing)).toBeUndefined();
    expect(await readPeriodNumbers(leaderA.actor, id, province.units.teamB, closing)).toBeUndefined();
    expect(await readPeriodNumbers(verifier.actor, randomUUID(), province.units.province, closing)).toBeUndefined();
  });
});

describe("closing", () => {
  async function ask(person: Person, body: object): Promise<Refusal | undefined> {
    const cookie = await makeSessionCookie(province.client, person.actor.userId);
    return ((await (await POST(makePost({ id: randomUUID(), ...body }, { cookie }))).json()) as { error?: Refusal }).error;
  }

  test("is the province verifier's alone", async () => {
    for (const person of [officer, leaderA, volunteerA]) expect(await ask(person, july)).toEqual({ code: "unknownOrForbidden" });
    expect(await listPeriods(verifier.actor)).toEqual([]);
  });

  test("is for days that are over", async () => {
    expect(await ask(verifier, { from: "2026-07-01", through: "2999-12-31" })).toEqual({ code: "periodNotOver", field: "through" });
    expect(await ask(verifier, { from: "2026-07-02", through: "2026-07-01" })).toEqual({ code: "periodEndsBeforeStart", field: "through" });
  });

  test("happens once: a second time is periodIsClosed, the same request again is answered again", async () => {
    const id = randomUUID();
    expect(await ask(verifier, { id, ...july })).toBeUndefined();
    expect(await ask(verifier, { id, ...july })).toBeUndefined();
    expect(await ask(verifier, july)).toEqual({ code: "periodIsClosed" });
    const { rows } = await province.client.query("select type from command_log where id = $1", [id]);
    expect(rows).toEqual([{ type: "closePeriod" }]);
  });
});
