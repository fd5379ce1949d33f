import "server-only";
import * as z from "zod/mini";
import { Uuid } from "@/lib/domain/ids";

/** A garbled cursor is no error: it starts from the beginning. */
export const PackQuery = z.object({
  personId: Uuid,
  campaign: Uuid,
  cursor: z.optional(z.string().check(z.maxLength(400))),
});
export type PackQuery = z.infer<typeof PackQuery>;
