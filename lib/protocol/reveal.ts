import * as z from "zod/mini";
import { Uuid } from "../domain/ids";
import { protocolMarker } from "./version";

/** Fields of a citizen that screens mask until somebody asks for them, which is logged. */
export const revealableFields = ["personalNumber", "phone"] as const;
export type RevealableField = (typeof revealableFields)[number];

/** POST /api/reveal. */
export const RevealRequest = z.strictObject({
  entryId: Uuid,
  fields: z.array(z.enum(revealableFields)).check(z.minLength(1), z.maxLength(revealableFields.length)),
});
export type RevealRequest = z.infer<typeof RevealRequest>;

/** A field that was never recorded is absent. */
export const RevealResponse = z.object({
  marker: z.literal(protocolMarker),
  protocol: z.int(),
  values: z.object({ personalNumber: z.optional(z.string()), phone: z.optional(z.string()) }),
});
export type RevealResponse = z.infer<typeof RevealResponse>;
