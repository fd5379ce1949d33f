import { afterAll, beforeAll, expect, test } from "vitest";
import { Instant, LocalDate } from "@/lib/domain/time/local-date";
import type { Verdict } from "@/lib/protocol/commands";
import type { Person } from "@/lib/server/auth/person";
import { readChanges } from "@/lib/server/changes/read-changes";
import { executeCommands } from "@/lib/server/commands/execute-commands";
import { findReviewedEntry } from "@/lib/server/review-queue/find-reviewed-entry";
import { queueFilterOf } from "@/lib/server/review-queue/queue-filter";
import { readQueue } from "@/lib/server/review-queue/read-queue";
import { makeAnswer, makeManifest, makeRecord, makeReview } from "../../factories/commands";
import { makeHelpSession } from "../../factories/help-session";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let author: Person;
let leader: Person;
let stranger: Person;
const now = Instant.parse("2026-08-07T03:00:00.000Z");
const today = LocalDate.parse("2026-08-07");
const note = "Bà Nguyễn Thị Lan đưa giấy hẹn đúng mã này.";

beforeAll(async () => {
  province = await makeWorkingProvince();
  const { teamA, teamB } = province.units;
  author = await province.addActingPerson("volunteer", teamA);
  leader = await province.addActingPerson("leader", teamA);
  stranger = await province.addActingPerson("volunteer", teamB);
});
afterAll(() => province.remove());

const execute = (person: Person, ...commands: unknown[]): Promise<Verdict[]> => executeCommands(person, { device: makeManifest(), commands }, { now });
const heard = async (id: string) =>
  (await readChanges(author, { personId: author.actor.userId, headers: new Headers(), now })).entries.find((entry) => entry.id === id);
const answeredIds = async () => (await readQueue(leader.actor, queueFilterOf({ view: "answered" }), today)).items.map(({ id }) => id);

async function returned(): Promise<string> {
  const command = makeRecord(province.units.teamA, makeHelpSession());
  const back = makeReview(command.entryId, 1, "return", { reason: "wrongDossierCode", field: "outcomes.0.dossierCode" });
  expect(await execute(author, command)).toMatchObject([{ verdict: "accepted" }]);
  expect(await execute(leader, back)).toMatchObject([{ status: "returned", version: 2 }]);
  return command.entryId;
}

test("an author's note brings the entry back to the leader, who finds and reads it; at rest it is sealed", async () => {
  const id = await returned();
  expect(await execute(author, makeAnswer(id, 2, note))).toMatchObject([{ verdict: "accepted", status: "submitted", version: 3 }]);
  const { rows } = await province.client.query("select action, reason, sealed_note, (select last_review from entry where id = entry_id)::text as last from review_event where entry_id = $1 order by version", [id]);
  expect(rows.map(({ action }) => action)).toEqual(["return", "answer"]);
  expect(rows[1].sealed_note.toString("utf8")).not.toContain("Lan");
  expect(rows[1].last).not.toContain("Lan");

  const shown = await findReviewedEntry(leader.actor, id, now);
  expect(shown?.history.at(-1)).toMatchObject({ step: "answer", note, reason: "wrongDossierCode", personName: author.name });
  const { items, counts } = await readQueue(leader.actor, queueFilterOf({}), today);
  expect(items.find((item) => item.id === id)).toMatchObject({ answered: true, bulk: false });
  expect(counts.answered).toBe(1);
  expect(await answeredIds()).toEqual([id]);

  expect(await execute(leader, makeReview(id, 3, "confirm"))).toMatchObject([{ status: "confirmed" }]);
  expect(await answeredIds()).toEqual([]);
});

test("the feed tells the author that the one note is used, also after it came back once more", async () => {
  const id = await returned();
  expect((await heard(id))?.review).not.toHaveProperty("answered");
  await execute(author, makeAnswer(id, 2, note));
  expect((await heard(id))?.review).toMatchObject({ action: "answer", note, answered: true });
  await execute(leader, makeReview(id, 3, "return", { reason: "needsExplanation" }));
  expect((await heard(id))?.review).toMatchObject({ action: "return", reason: "needsExplanation", answered: true });
  expect(await execute(author, makeAnswer(id, 4, "Lần nữa"))).toMatchObject([{ verdict: "refused", code: "alreadyAnswered" }]);
});

test("of two phones one answers, the other is told; nobody answers for somebody else", async () => {
  const id = await returned();
  const answers = await Promise.all([execute(author, makeAnswer(id, 2, "Một")), execute(author, makeAnswer(id, 2, "Hai"))]);
  expect(answers.flat().map(({ verdict }) => verdict).sort()).toEqual(["accepted", "refused"]);
  expect(answers.flat().find(({ verdict }) => verdict === "refused")).toMatchObject({ code: "versionConflict" });
  const other = await returned();
  expect(await execute(stranger, makeAnswer(other, 2, note))).toMatchObject([{ verdict: "refused", code: "unknownOrForbidden" }]);
  expect(await execute(author, makeAnswer(other, 2, "  "))).toMatchObject([{ verdict: "refused", code: "required", field: "note" }]);
});
