import "server-only";
import type { MemberOptions } from "@/lib/protocol/members";
import type { AnyBatch } from "@/lib/server/imports/batch-row";

/** How the file was said to be meant when its import began. */
export function memberOptionsOf({ id, layout }: Pick<AnyBatch, "id" | "layout">): MemberOptions {
  if (!layout.members) throw new Error(`Batch ${id} is none of members`);
  return layout.members;
}
