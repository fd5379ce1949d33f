import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Verdict } from "@/lib/protocol/commands";
import type { Person } from "@/lib/server/auth/person";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { makeAmend, makeManifest, makeRecord, makeReview, makeWithdraw } from "../../factories/commands";
import { makeDossier, makeHelpSession, makeOutcome, makePerson } from "../../factories/help-session";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let volunteer: Person;
let leader: Person;
const device = makeManifest();
const now = "2026-08-07T03:00:00.000Z";

beforeAll(async () => {
  province = await makeWorkingProvince();
  volunteer = await province.addActingPerson("volunteer", province.units.teamA);
  leader = await province.addActingPerson("leader", province.units.teamA);
});
afterAll(() => province.remove());

const execute = (person: Person, ...commands: unknown[]): Promise<Verdict[]> => executeCommands(person, { device, commands }, { now });
const record = (changes = {}) => makeRecord(province.units.teamA, makeHelpSession({ subject: makePerson(), ...changes }));
const count = async (table: string, entryId: string, column = "entry_id") =>
  Number((await province.client.query(`select count(*) from ${table} where ${column} = $1`, [entryId])).rows[0].count);

describe("recording", () => {
  test("is accepted with a receipt that a person can read out, and read back from the tables", async () => {
    const command = record();
    const [verdict] = await execute(volunteer, command);
    expect(verdict).toMatchObject({ verdict: "accepted", entryId: command.entryId, status: "submitted", version: 1 });
    expect(verdict).toHaveProperty("receipt", expect.stringMatching(/^[2-9A-HJ-NP-TW-Z]{3}-[2-9A-HJ-NP-TW-Z]{3}$/));
    expect(await count("outcome", command.entryId)).toBe(1);
    expect(await count("consent", command.entryId)).toBe(1);
  });

  test("for a unit where the person has no role waits in quarantine instead of being turned away", async () => {
    const command = { ...record(), unitId: province.units.teamB };
    expect(await execute(volunteer, command)).toMatchObject([{ verdict: "accepted", status: "quarantined" }]);
  });

  test("for a unit that does not exist is refused like one that may not be known", async () => {
    const command = { ...record(), unitId: randomUUID() };
    expect(await execute(volunteer, command)).toMatchObject([{ verdict: "refused", code: "unknownOrForbidden", field: "unitId" }]);
  });

  test("of a malformed session is refused at its field and stops no other command", async () => {
    const wrong = record();
    const good = record();
    const verdicts = await execute(volunteer, { ...wrong, content: { ...wrong.content, outcomes: [] } }, good);
    expect(verdicts).toMatchObject([{ verdict: "refused", code: "outcomesMissing", field: "outcomes" }, { verdict: "accepted" }]);
  });

  test("marks what somebody else may have recorded already, whoever it was", async () => {
    const other = await province.addActingPerson("volunteer", province.units.teamB);
    const dossier = { outcomes: [makeDossier({ dossierCode: "H08.21-260807-7777" })] };
    await execute(other, makeRecord(province.units.teamB, makeHelpSession(dossier)));
    const second = record({ outcomes: [makeDossier({ dossierCode: "H08.21-260807-7777" })] });
    await execute(volunteer, second);
    const { rows } = await province.client.query("select flags from entry where id = $1", [second.entryId]);
    expect(rows[0].flags).toContain("possibleDuplicate");
  });
});

describe("the same command", () => {
  test("gets the same answer however often it arrives, and happens once", async () => {
    const command = record();
    const first = await execute(volunteer, command);
    const again = await execute(volunteer, command, command);
    expect(again).toEqual([...first, ...first]);
    expect(await count("change", command.entryId)).toBe(1);
  });

  test("sent many times at the same moment happens once", async () => {
    const commands = Array.from({ length: 5 }, () => record());
    const attempts = await Promise.all(
      Array.from({ length: 8 }, (_, index) => executeCommands(volunteer, { device: makeManifest(), commands: index % 2 ? commands : commands.toReversed() }, { now })),
    );
    for (const verdicts of attempts) expect(verdicts.map(({ verdict }) => verdict)).toEqual(Array(5).fill("accepted"));
    for (const { entryId } of commands) expect(await count("command_log", entryId)).toBe(1);
  });

  test("that was refused is refused again with the same words, although it would fit by now", async () => {
    const command = record();
    const early = makeReview(command.entryId, 1, "confirm");
    expect(await execute(leader, early)).toMatchObject([{ verdict: "refused", code: "unknownOrForbidden" }]);
    await execute(volunteer, command);
    expect(await execute(leader, early)).toMatchObject([{ verdict: "refused", code: "unknownOrForbidden" }]);
    expect(await execute(leader, { ...early, id: randomUUID() })).toMatchObject([{ verdict: "accepted", status: "confirmed" }]);
  });

  test("with another content is refused, and what it said is kept unreadable to whoever reads the table", async () => {
    const command = record();
    await execute(volunteer, command);
    const changed = { ...command, content: makeHelpSession({ subject: makePerson({ name: "Trần Văn Bình" }) }) };
    expect(await execute(volunteer, changed)).toMatchObject([{ verdict: "refused", code: "contentConflict" }]);
    await execute(volunteer, changed);
    const { rows } = await province.client.query("select sealed from command_conflict where command_id = $1", [command.id]);
    expect(rows).toHaveLength(1);
    expect(rows[0].sealed.toString("utf8")).not.toContain("Trần");
  });
});

describe("an entry that exists", () => {
  test("is accepted again under another command id when its content is the same", async () => {
    const command = record();
    const [first] = await execute(volunteer, command);
    const again = { ...command, id: randomUUID(), issuedAt: "2026-08-07T02:59:00.000Z" };
    expect(await execute(volunteer, again)).toEqual([{ ...first, commandId: again.id }]);
    expect(await count("change", command.entryId)).toBe(1);
  });

  test("is a conflict under another command id with another content, which is kept", async () => {
    const command = record();
    await execute(volunteer, command);
    const other = { ...record(), entryId: command.entryId };
    expect(await execute(volunteer, other)).toMatchObject([{ verdict: "refused", code: "contentConflict" }]);
    expect(await count("command_conflict", other.id, "command_id")).toBe(1);
  });

  test("of somebody else can't be taken over by using its id or its outcomes' ids", async () => {
    const other = await province.addActingPerson("volunteer", province.units.teamB);
    const theirs = makeRecord(province.units.teamB, makeHelpSession());
    await execute(other, theirs);
    const sameEntry = { ...record(), entryId: theirs.entryId };
    const sameOutcome = record({ outcomes: [...theirs.content.outcomes] });
    const mine = record();
    expect(await execute(volunteer, mine, sameEntry, sameOutcome)).toMatchObject([
      { verdict: "accepted" },
      { verdict: "refused", code: "contentConflict" },
      { verdict: "refused", code: "contentConflict" },
    ]);
    const steal = makeAmend(mine.entryId, 1, makeHelpSession({ outcomes: [...theirs.content.outcomes] }));
    expect(await execute(volunteer, steal)).toMatchObject([{ verdict: "refused", code: "contentConflict" }]);
    expect(await count("outcome", theirs.entryId)).toBe(1);
  });
});

describe("the way of an entry", () => {
  test("is decided in the order sent, also within one request", async () => {
    const command = record();
    const amend = makeAmend(command.entryId, 1, makeHelpSession({ outcomes: [makeOutcome("vneidActivated")] }));
    const withdraw = makeWithdraw(command.entryId, 2);
    const verdicts = await execute(volunteer, command, amend, withdraw);
    expect(verdicts).toMatchObject([{ version: 1 }, { version: 2 }, { version: 3, status: "withdrawn" }]);
  });

  test("goes from return over repair to confirmation, and a note rests sealed", async () => {
    const command = record();
    await execute(volunteer, command);
    const back = makeReview(command.entryId, 1, "return", { reason: "wrongDossierCode", field: "outcomes.0.dossierCode", note: "Hỏi lại bà Nguyễn Thị Lan" });
    expect(await execute(leader, back)).toMatchObject([{ status: "returned", version: 2 }]);
    expect(await execute(volunteer, makeAmend(command.entryId, 2, command.content))).toMatchObject([{ status: "submitted", version: 3 }]);
    expect(await execute(leader, makeReview(command.entryId, 3, "confirm"))).toMatchObject([{ status: "confirmed", version: 4 }]);
    expect(await execute(leader, makeReview(command.entryId, 4, "undo"))).toMatchObject([{ status: "submitted", version: 5 }]);
    const { rows } = await province.client.query("select action, sealed_note from review_event where entry_id = $1 order by version", [command.entryId]);
    expect(rows.map(({ action }) => action)).toEqual(["return", "confirm", "undo"]);
    expect(rows[0].sealed_note.toString("utf8")).not.toContain("Lan");
  });

  test("lets one of two decisions made on the same version win and tells the other", async () => {
    const command = record();
    await execute(volunteer, command);
    const second = await province.addActingPerson("leader", province.units.district);
    const answers = await Promise.all([
      execute(leader, makeReview(command.entryId, 1, "confirm")),
      execute(second, makeReview(command.entryId, 1, "refuse", { reason: "likelyDuplicate" })),
      execute(volunteer, makeAmend(command.entryId, 1, command.content)),
    ]);
    const verdicts = answers.flat();
    expect(verdicts.filter(({ verdict }) => verdict === "accepted")).toHaveLength(1);
    expect(verdicts.filter((verdict) => verdict.verdict === "refused").map(({ code }) => code)).toEqual(["versionConflict", "versionConflict"]);
  });

  test("keeps an outcome that is taken out, voided, and raises its revision when it comes back", async () => {
    const [kept, gone] = [makeOutcome("accountOpened"), makeOutcome("vneidActivated")];
    const command = record({ outcomes: [kept, gone] });
    await execute(volunteer, command);
    await execute(volunteer, makeAmend(command.entryId, 1, makeHelpSession({ outcomes: [kept] })));
    await execute(volunteer, makeAmend(command.entryId, 2, makeHelpSession({ outcomes: [kept, gone] })));
    const { rows } = await province.client.query("select revision, voided_at from outcome where id = $1", [gone.id]);
    expect(rows).toEqual([{ revision: 2, voided_at: null }]);
  });

  test("is a chain in the ledger: each command finds what the one before left", async () => {
    const command = record();
    await execute(volunteer, command, makeAmend(command.entryId, 1, makeHelpSession()));
    await execute(leader, makeReview(command.entryId, 2, "return", { reason: "needsExplanation", note: "Gọi lại" }));
    await execute(volunteer, makeAmend(command.entryId, 3, command.content));
    const { rows } = await province.client.query(
      `select before_digest, after_digest from command_log where entry_id = $1 order by (answer ->> 'version')::int`, [command.entryId]);
    expect(rows).toHaveLength(4);
    rows.slice(1).forEach((row, index) => expect(row.before_digest).toEqual(rows[index].after_digest));
  });
});

describe("a command that the database can't hold", () => {
  test("is refused alone; the others of its request are taken", async () => {
    const commands = Array.from({ length: 6 }, () => record());
    const poison = { ...record(), content: makeHelpSession({ place: { kind: "home", name: "x\u0000y" } }) };
    const verdicts = await execute(volunteer, ...commands.slice(0, 3), poison, ...commands.slice(3));
    expect(verdicts.map(({ verdict }) => verdict)).toEqual([...Array(3).fill("accepted"), "refused", ...Array(3).fill("accepted")]);
    expect(await execute(volunteer, poison)).toMatchObject([{ verdict: "refused", code: "malformed" }]);
  });
});

describe("a person without the right", () => {
  test("reviews nothing of another team and learns nothing of it", async () => {
    const stranger = await province.addActingPerson("leader", province.units.teamB);
    const command = record();
    await execute(volunteer, command);
    const answers = await execute(stranger, makeReview(command.entryId, 1, "confirm"), makeReview(randomUUID(), 1, "confirm"));
    expect(answers.map(({ commandId: _, ...answer }) => answer)).toEqual(Array(2).fill({ verdict: "refused", code: "unknownOrForbidden" }));
  });

  test("does not confirm an own entry", async () => {
    const command = makeRecord(province.units.teamA, makeHelpSession());
    await execute(leader, command);
    expect(await execute(leader, makeReview(command.entryId, 1, "confirm"))).toMatchObject([{ verdict: "refused", code: "ownEntry" }]);
  });
});
