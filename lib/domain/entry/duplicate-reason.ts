import * as z from "zod/mini";

/** Why something is recorded although the phone knows the same person or household already. */
export const duplicateReasons = ["otherMatter", "otherPerson", "correction"] as const;
export const DuplicateReason = z.enum(duplicateReasons);
export type DuplicateReason = z.infer<typeof DuplicateReason>;
