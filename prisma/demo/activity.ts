import type { Command } from "../../lib/domain/command/command";
import { closeDatabase } from "../../lib/server/database/client";
import { createActing, type Act } from "./acting";
import { inventVisits, type DemoHousehold } from "./campaigns";
import { createDice, type Dice } from "./invented";
import { inventSession } from "./invented-session";
import { newId } from "./new-id";
import type { DemoPerson } from "./people";
import type { DemoUnit } from "./units";

const weeks = 3;
const day = 24 * 60 * 60 * 1000;

type Demo = { readonly provinceId: string; readonly units: readonly DemoUnit[]; readonly people: readonly DemoPerson[]; readonly households: readonly DemoHousehold[] };
type Recorded = { readonly entryId: string; readonly at: number; readonly author: DemoPerson };

/** Three weeks of help sessions and of what leaders and officers decided about them, in the order of time. */
export async function recordActivity({ provinceId, units, people, households }: Demo): Promise<void> {
  const dice = createDice(5299);
  const recorded: Recorded[] = [];
  const act = createActing(provinceId, people);
  const morning = Math.floor(Date.now() / day) * day + 60 * 60 * 1000; // 08:00 in Vietnam
  for (const author of people.filter(({ role }) => role === "volunteer")) {
    for (let daysAgo = weeks * 7; daysAgo >= 1; daysAgo -= 1) {
      const sessions = Array.from({ length: dice.below(4) }, () => morning - daysAgo * day + dice.below(8 * 60) * 60_000);
      const commands = sessions.sort().map((at) => recordCommand(dice, author, author.unitId!, at));
      if (commands.length === 0) continue;
      await act(author, sessions.at(-1)! + 5 * 60_000, commands);
      recorded.push(...commands.map(({ entryId }, index) => ({ entryId, at: sessions[index]!, author })));
    }
  }
  await quarantineOne(dice, people, units, morning, act);
  await visitHouseholds(households, people, morning, act);
  for (const entry of recorded) await decide(entry, { dice, people, units, act, until: Date.now() });
  await closeDatabase();
}

/** Somebody recorded for a team they do not belong to: it waits for that team's leader. */
async function quarantineOne(dice: Dice, people: readonly DemoPerson[], units: readonly DemoUnit[], morning: number, act: Act) {
  const stranger = people.find(({ login }) => login === "hamy")!;
  const team = units.find(({ name }) => name === "Đội tình nguyện xã Phước Lộc")!;
  await act(stranger, morning - day, [recordCommand(dice, stranger, team.id, morning - day)]);
}

/** Most afternoons from door to door are confirmed by their leader the next evening; the last days' still wait. */
async function visitHouseholds(households: readonly DemoHousehold[], people: readonly DemoPerson[], morning: number, act: Act) {
  for (const { author, at, commands } of inventVisits(households, people, morning)) {
    const verdicts = await act(author, at, commands);
    const leader = people.find(({ role, unitId }) => role === "leader" && unitId === author.unitId);
    if (!leader || at > morning - 4 * day) continue;
    await act(leader, at + day, commands.flatMap(({ entryId }, index) => {
      const accepted = verdicts[index]?.verdict === "accepted" && (commands.length < 4 || index % 9 > 0);
      return accepted ? [review({ entryId, at, author }, 1, { action: "confirm" })] : [];
    }));
  }
}

async function decide(entry: Recorded, demo: Pick<Demo, "people" | "units"> & { dice: Dice; act: Act; until: number }): Promise<void> {
  const { dice, people, units, act, until } = demo;
  const roll = dice.below(100);
  const at = entry.at + (1 + dice.below(3)) * day;
  const leader = people.find(({ role, unitId }) => role === "leader" && unitId === entry.author.unitId);
  const officer = people.find(({ role, unitId }) => role === "officer" && isAbove(unitId, entry.author.unitId, units));
  if (roll < 3) return void (await act(entry.author, entry.at + 60_000 * 30, [command(entry, 1, { type: "withdrawEntry" })]));
  if (!leader || at > until) return;
  if (roll < 10) return returnToAuthor(entry, at, leader, demo, roll < 6 ? "repairs" : roll === 9 ? "answers" : "waits");
  if (roll < 13) {
    await act(leader, at, [review(entry, 1, { action: "refuse", reason: "likelyDuplicate", note: "Đã ghi ở mục khác của cùng ngày." })]);
    return;
  }
  await act(leader, at, [review(entry, 1, { action: "confirm" })]);
  if (!officer || at + day > until || roll > 16) return;
  const action = roll === 13 ? "overturn" : "reopen";
  await act(officer, at + day, [review(entry, 2, { action, note: "Gọi lại thì người dân nói chưa được giúp việc này." })]);
}

async function returnToAuthor(entry: Recorded, at: number, leader: DemoPerson, { act, dice, until }: { act: Act; dice: Dice; until: number }, then: "repairs" | "answers" | "waits") {
  await act(leader, at, [
    review(entry, 1, { action: "return", reason: "identityMismatch", field: "subject.birth", note: "Bạn xem lại giúp, số định danh và năm sinh chưa khớp nhau." }),
  ]);
  if (then === "waits" || at + day > until) return;
  if (then === "answers") {
    await act(entry.author, at + day, [command(entry, 2, { type: "answerReview", note: "Thẻ in đúng như vậy, em đã xem lại cùng người dân." })]);
    return;
  }
  const content = inventSession(dice, new Date(entry.at).toISOString());
  await act(entry.author, at + day, [command(entry, 2, { type: "amendEntry", content })]);
}

function recordCommand(dice: Dice, author: DemoPerson, unitId: string, at: number): Command {
  const issuedAt = new Date(at).toISOString();
  return { id: newId(), type: "recordEntry", entryId: newId(), unitId, issuedAt, content: inventSession(dice, issuedAt) } as Command;
}

function review(entry: Recorded, expectedVersion: number, details: object): Command {
  return command(entry, expectedVersion, { type: "reviewEntry", ...details });
}

function command({ entryId, at }: Recorded, expectedVersion: number, details: object): Command {
  return { id: newId(), entryId, expectedVersion, issuedAt: new Date(at).toISOString(), ...details } as Command;
}

function isAbove(upper: string | undefined, lower: string | undefined, units: readonly DemoUnit[]): boolean {
  for (let unit = units.find(({ id }) => id === lower); unit; unit = units.find(({ id }) => id === unit?.parentId)) {
    if (unit.id === upper) return true;
  }
  return false;
}
