import "server-only";
import type { BatchKind } from "@/lib/server/imports/stage-kind";
import { applyMembers } from "./plan-members";
import { settleMembers } from "./settle-members";

export const memberBatches: BatchKind = {
  remove: (tx, batchId, most) => tx.$executeRaw`
    delete from member_staging where batch_id = ${batchId}::uuid and number_hash in (
      select number_hash from member_staging where batch_id = ${batchId}::uuid order by number_hash limit ${most})`,
  accept: async (tx, batch, moment) => {
    const members = await applyMembers(tx, batch);
    await settleMembers(tx, batch.id, moment);
    return { members };
  },
};
