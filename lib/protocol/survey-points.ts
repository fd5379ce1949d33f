import * as z from "zod/mini";
import { Uuid } from "../domain/ids";
import { SurveyCode } from "../domain/survey/survey-code";
import { protocolMarker } from "./version";

/** POST /api/survey-points, from the desk: opens a point at a place, or retires one for good. */
export const SurveyPointChange = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("open"), placeId: Uuid }),
  z.strictObject({ action: z.literal("retire"), code: SurveyCode }),
]);
export type SurveyPointChange = z.infer<typeof SurveyPointChange>;

/** The point that the change was about; opening a second one at a place answers the first. */
export const SurveyPointAnswer = z.object({ marker: z.literal(protocolMarker), protocol: z.int(), code: SurveyCode });
