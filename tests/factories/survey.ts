import { randomBytes, randomUUID } from "node:crypto";
import { surveyCode } from "@/lib/domain/survey/survey-code";
import { surveyResponseId, type SurveyResponse } from "@/lib/domain/survey/survey-response";
import type { SurveyAnswers } from "@/lib/domain/survey/survey-answers";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { Client } from "pg";
import { insertRows } from "../../prisma/demo/insert-rows";

export function makeAnswers(changes: Partial<SurveyAnswers> = {}): SurveyAnswers {
  return { satisfaction: "satisfied", able: "yes", asked: "no", ...changes };
}

export function makeResponse(changes: Partial<SurveyResponse> = {}): SurveyResponse {
  const answeredOn = changes.answeredOn ?? LocalDate.parse("2026-08-07");
  return { id: surveyResponseId(answeredOn, randomBytes(10)), code: surveyCode(randomBytes(8)), answeredOn, channel: "own", answers: makeAnswers(), ...changes };
}

/** A counter of a unit with an open point; answers its ids and code. @param client as the owner of the tables */
export async function addSurveyPoint(client: Client, provinceId: string, unitId: string, name = "Một cửa Phước Lộc") {
  const point = { id: randomUUID(), placeId: randomUUID(), code: surveyCode(randomBytes(8)) };
  await insertRows(client, "place", [{ id: point.placeId, province_id: provinceId, unit_id: unitId, kind: "counter", name, valid_from: "2022-05-01" }]);
  await insertRows(client, "survey_point", [{ id: point.id, province_id: provinceId, place_id: point.placeId, unit_id: unitId, code: point.code, created_at: new Date() }]);
  return point;
}
