import * as z from "zod/mini";
import { refusalCodes } from "../domain/refusal";
import { Uuid } from "../domain/ids";
import { protocolMarker } from "./version";

export const maxResponsesPerRequest = 50;

/**
 * POST /api/survey, without a session: the anonymous responses that a device holds. Each is read for itself
 * (`SurveyResponse`), so that one that can't be read holds none of the others up.
 */
export const SurveyRequest = z.object({
  protocol: z.int(),
  responses: z.array(z.unknown()).check(z.minLength(1), z.maxLength(maxResponsesPerRequest)),
});
export type SurveyRequest = z.infer<typeof SurveyRequest>;

/** Final for this response: it is stored (now or at an earlier try), or never will be. */
export const SurveyVerdict = z.discriminatedUnion("verdict", [
  z.object({ id: Uuid, verdict: z.literal("accepted") }),
  /** `unknownOrForbidden`: no such point, or one that was retired before that day. */
  z.object({ id: z.optional(Uuid), verdict: z.literal("refused"), code: z.enum(refusalCodes) }),
]);
export type SurveyVerdict = z.infer<typeof SurveyVerdict>;

/** One verdict per response, in the order sent. */
export const SurveyAnswer = z.object({ marker: z.literal(protocolMarker), protocol: z.int(), verdicts: z.array(SurveyVerdict) });
export type SurveyAnswer = z.infer<typeof SurveyAnswer>;
