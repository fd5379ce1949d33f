import "server-only";
import * as z from "zod/mini";
import { Uuid } from "@/lib/domain/ids";

/** A garbled cursor is no error: it starts from the beginning. */
export const ChangesQuery = z.object({
  personId: Uuid,
  cursor: z.optional(z.string().check(z.maxLength(400))),
  briefing: z.optional(z.string().check(z.maxLength(100))),
});
export type ChangesQuery = z.infer<typeof ChangesQuery>;
