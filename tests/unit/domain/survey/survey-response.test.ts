import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { Uuid } from "@/lib/domain/ids";
import { SurveyCode, surveyCode } from "@/lib/domain/survey/survey-code";
import { countedDay, SurveyResponse, surveyResponseId, takesResponse } from "@/lib/domain/survey/survey-response";
import { LocalDate } from "@/lib/domain/time/local-date";
import { makeAnswers, makeResponse } from "../../../factories/survey";

const day = (text: string) => LocalDate.parse(text);

test("an id tells the day of the response and not the minute", () => {
  const id = surveyResponseId(day("2026-08-07"), randomBytes(10));
  expect(Uuid.safeParse(id).success).toBe(true);
  expect(new Date(parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toISOString()).toBe("2026-08-07T00:00:00.000Z");
  expect(surveyResponseId(day("2026-08-07"), randomBytes(10))).not.toBe(id);
});

test("a response holds nothing beside place, day, channel and answers", () => {
  expect(SurveyResponse.safeParse(makeResponse()).success).toBe(true);
  expect(SurveyResponse.safeParse({ ...makeResponse(), name: "Lê Thị Hoa" }).success).toBe(false);
  expect(SurveyResponse.safeParse({ ...makeResponse(), answers: { ...makeAnswers(), note: "0912345678" } }).success).toBe(false);
  expect(SurveyResponse.safeParse({ ...makeResponse(), answers: { satisfaction: "satisfied", able: "yes" } }).success).toBe(false);
});

test("codes can be read out and typed", () => {
  for (let index = 0; index < 200; index += 1) expect(SurveyCode.parse(surveyCode(randomBytes(8)))).not.toMatch(/[01OIL]/);
  for (const wrong of ["", "ABCD", "ABCDEFGHJ", "abcdefgh", "ABCDEFG0"]) expect(SurveyCode.safeParse(wrong).success).toBe(false);
});

test("counts for the day that the device claims, unless that can't be", () => {
  const today = day("2026-08-07");
  expect(countedDay(day("2026-08-01"), today)).toBe("2026-08-01");
  expect(countedDay(day("2030-01-01"), today)).toBe(today);
  expect(countedDay(day("1970-01-01"), today)).toBe("2026-05-09");
});

test("a retired point takes what was answered before", () => {
  expect(takesResponse(undefined, day("2026-08-07"))).toBe(true);
  expect(takesResponse(day("2026-08-07"), day("2026-08-07"))).toBe(true);
  expect(takesResponse(day("2026-08-06"), day("2026-08-07"))).toBe(false);
});
