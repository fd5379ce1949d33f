import * as z from "zod/mini";

/** What a person is for the allowance: rates differ by it. */
export const memberKinds = ["volunteer", "student", "publicEmployee"] as const;

export const MemberKind = z.enum(memberKinds);
export type MemberKind = z.infer<typeof MemberKind>;
