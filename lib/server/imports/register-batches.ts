import "server-only";
import { settleMembers } from "@/lib/server/members/settle-members";
import { readStandings } from "./read-standings";
import { removeRegisterRows } from "./register-kinds";
import type { BatchKind } from "./stage-kind";

/** Claims are matched with what the batch says, and the tallies told; then codes one character off become questions. */
export const registerBatches: BatchKind = {
  remove: removeRegisterRows,
  followUp: "nearMisses",
  accept: async (tx, { id }, moment) => {
    const { counts: before } = await readStandings(tx, moment);
    const [settled] = await tx.$queryRaw<{ touched: number }[]>`select settle_import(${id}::uuid, ${moment}::timestamptz) as touched`;
    await settleMembers(tx, id, moment);
    const { counts: after, newly: newlyMatched } = await readStandings(tx, moment);
    return { before, after, newlyMatched, touched: settled?.touched ?? 0 };
  },
};
