import * as z from "zod/mini";

/** Is the citizen satisfied with the help? Three faces: five are too many for one tap without reading. */
export const satisfactions = ["satisfied", "neutral", "unsatisfied"] as const;
/** Did the help make them able to do it alone? */
export const abilities = ["yes", "partly", "no"] as const;
/** Did anybody ask for money, a password or a one-time code? */
export const demands = ["no", "yes"] as const;

/** What a citizen says about the help received: three questions, one tap each, nothing about the person. */
export const SurveyAnswers = z.strictObject({
  satisfaction: z.enum(satisfactions),
  able: z.enum(abilities),
  asked: z.enum(demands),
});
export type SurveyAnswers = z.infer<typeof SurveyAnswers>;
