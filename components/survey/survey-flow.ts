import { SurveyAnswers } from "@/lib/domain/survey/survey-answers";

export const surveySteps = ["satisfaction", "able", "asked"] as const satisfies readonly (keyof SurveyAnswers)[];
export type SurveyStep = (typeof surveySteps)[number];

/** The answers so far; the question that is shown is the first without one. */
export type SurveyFlow = Partial<SurveyAnswers>;

export type SurveyTap =
  | { readonly kind: "answer"; readonly step: SurveyStep; readonly answer: string }
  | { readonly kind: "back" }
  | { readonly kind: "restart" };

/** One tap further. A second tap on a question that is gone (a trembling finger) does not answer the next one. */
export function nextFlow(flow: SurveyFlow, tap: SurveyTap): SurveyFlow {
  if (tap.kind === "restart") return {};
  const step = openStep(flow);
  if (tap.kind === "answer") return tap.step === step ? { ...flow, [step]: tap.answer } : flow;
  const last = step === undefined ? undefined : surveySteps[surveySteps.indexOf(step) - 1];
  return last === undefined ? flow : Object.fromEntries(Object.entries(flow).filter(([name]) => name !== last));
}

/** The question to ask now; undefined once all are answered. */
export function openStep(flow: SurveyFlow): SurveyStep | undefined {
  return surveySteps.find((step) => flow[step] === undefined);
}

/** All three answers; undefined while one is missing. */
export function completeAnswers(flow: SurveyFlow): SurveyAnswers | undefined {
  return SurveyAnswers.safeParse(flow).data;
}
