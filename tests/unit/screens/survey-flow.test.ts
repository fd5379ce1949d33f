import { expect, test } from "vitest";
import { surveyOf, surveyPath } from "@/components/survey/survey-address";
import { completeAnswers, nextFlow, openStep, type SurveyFlow, type SurveyTap } from "@/components/survey/survey-flow";

const answer = (step: "satisfaction" | "able" | "asked", value: string): SurveyTap => ({ kind: "answer", step, answer: value });
const back: SurveyTap = { kind: "back" };
const after = (...taps: SurveyTap[]) => taps.reduce<SurveyFlow>(nextFlow, {});

test("three taps are a response", () => {
  const flow = after(answer("satisfaction", "neutral"), answer("able", "partly"), answer("asked", "yes"));
  expect(openStep(flow)).toBeUndefined();
  expect(completeAnswers(flow)).toEqual({ satisfaction: "neutral", able: "partly", asked: "yes" });
});

test("two taps are none", () => {
  const flow = after(answer("satisfaction", "neutral"), answer("able", "partly"));
  expect(openStep(flow)).toBe("asked");
  expect(completeAnswers(flow)).toBeUndefined();
});

test("a second tap on the same question does not answer the next one", () => {
  expect(after(answer("satisfaction", "satisfied"), answer("satisfaction", "unsatisfied"))).toEqual({ satisfaction: "satisfied" });
});

test("going back asks the question before again", () => {
  const flow = after(answer("satisfaction", "satisfied"), answer("able", "no"), back);
  expect(openStep(flow)).toBe("able");
  expect(after(answer("satisfaction", "satisfied"), back, back)).toEqual({});
});

test("what was answered can't be taken back, only begun anew for the next person", () => {
  const done = [answer("satisfaction", "satisfied"), answer("able", "yes"), answer("asked", "no")];
  expect(openStep(after(...done, back))).toBeUndefined();
  expect(after(...done, { kind: "restart" })).toEqual({});
});

test("the address says which place and on whose device", () => {
  expect(surveyOf(new URL(surveyPath("ABCD2345", "own"), "https://x").search)).toEqual({ code: "ABCD2345", channel: "own" });
  expect(surveyOf(new URL(surveyPath("ABCD2345", "counter"), "https://x").search)).toEqual({ code: "ABCD2345", channel: "counter" });
  expect(surveyOf("?p=abcd2345")).toEqual({ code: "ABCD2345", channel: "own" });
  for (const wrong of ["", "?p=", "?p=ABCD", "?c=1", "?p=%00"]) expect(surveyOf(wrong)).toBeUndefined();
});
