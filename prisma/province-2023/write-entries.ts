import type { Command } from "../../lib/domain/command/command";
import type { Act } from "../demo/acting";
import { newId } from "../demo/new-id";
import type { DemoPerson } from "../demo/people";
import type { Ending, PlannedEntry } from "./unit-work";
import type { Staff, Team } from "./staff";

/** Entries that a phone sends at once: the more, the less the database has to begin anew. */
const sentAtOnce = 1_500;
const hour = 60 * 60 * 1000;

export type Writing = {
  readonly act: Act;
  /** Nobody decides later than this. Milliseconds. */
  readonly until: number;
  readonly onWritten: (entries: number) => Promise<void>;
};

/** A unit's entries in the order of time: sent by one volunteer after the other, looked at by the leader on the next day. */
export async function writeEntries({ teams }: Staff, entries: readonly PlannedEntry[], writing: Writing): Promise<void> {
  for (let start = 0, turn = 0; start < entries.length; start += sentAtOnce, turn += 1) {
    await writeSlice(teams[turn % teams.length]!, turn, entries.slice(start, start + sentAtOnce), writing);
  }
}

async function writeSlice({ unitId, volunteers, leader }: Team, turn: number, slice: readonly PlannedEntry[], { act, until, onWritten }: Writing): Promise<void> {
  const author = volunteers[turn % volunteers.length]!;
  const lastAt = Date.parse(slice.at(-1)!.happenedAt);
  const sentAt = Math.min(lastAt + hour, until - 3 * hour);
  await perform(act, author, sentAt, [
    ...slice.map(({ entryId, happenedAt, content }): Command => ({ id: newId(), type: "recordEntry", entryId, unitId, issuedAt: happenedAt, content })),
    // Some were withdrawn before the phone had sent them.
    ...slice.flatMap((entry) => (entry.ending === "withdrawn" ? [commandOn(entry, { type: "withdrawEntry" })] : [])),
  ]);
  const lookedAt = Math.min(lastAt + 24 * hour, until - hour);
  await perform(act, leader, lookedAt, slice.flatMap((entry) => {
    const decision = decisions[entry.ending];
    return decision ? [commandOn(entry, { type: "reviewEntry", ...decision })] : [];
  }));
  await onWritten(slice.length);
}

const decisions: Readonly<Record<Ending, object | undefined>> = {
  confirmed: { action: "confirm" },
  returned: { action: "return", reason: "identityMismatch", field: "subject.birth", note: "Bạn xem lại giúp, năm sinh chưa khớp với thẻ." },
  refused: { action: "refuse", reason: "likelyDuplicate", note: "Đã ghi ở mục khác của cùng ngày." },
  waiting: undefined,
  withdrawn: undefined,
};

function commandOn({ entryId, happenedAt }: PlannedEntry, details: object): Command {
  return { id: newId(), entryId, expectedVersion: 1, issuedAt: happenedAt, ...details } as Command;
}

/** Nothing is planned that the server would not take. */
async function perform(act: Act, person: DemoPerson, at: number, commands: readonly Command[]): Promise<void> {
  if (commands.length === 0) return;
  const verdicts = await act(person, at, commands);
  const refused = verdicts.find(({ verdict }) => verdict !== "accepted");
  if (refused) throw new Error(`The server did not take what was recorded: ${JSON.stringify(refused)}`);
}
