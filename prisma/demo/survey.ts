import { randomBytes } from "node:crypto";
import type { Client } from "pg";
import type { SurveyAnswers } from "../../lib/domain/survey/survey-answers";
import { surveyCode } from "../../lib/domain/survey/survey-code";
import { surveyResponseId, type SurveyChannel } from "../../lib/domain/survey/survey-response";
import { addDays, localDateOf } from "../../lib/domain/time/local-date";
import { insertRows } from "./insert-rows";
import { createDice, type Dice } from "./invented";
import { newId } from "./new-id";
import type { DemoPlace } from "./places";
import type { DemoUnit } from "./units";

const days = 90;

type Point = { readonly id: string; readonly place: DemoPlace; readonly unitId: string; readonly code: string };

/** A code of its team at every place but one, and three months of invented responses of nobody. */
export async function loadSurvey(client: Client, provinceId: string, places: readonly DemoPlace[], units: readonly DemoUnit[]): Promise<void> {
  const dice = createDice(1022);
  const points = places.slice(0, -1).map((place): Point => ({
    id: newId(), place, unitId: units.find(({ parentId }) => parentId === place.unitId)?.id ?? place.unitId, code: inventCode(dice),
  }));
  const retired = { ...points[0]!, id: newId(), code: inventCode(dice) };
  await insertRows(client, "survey_point", [...points, retired].map(({ id, place, unitId, code }) => ({
    id, province_id: provinceId, place_id: place.id, unit_id: unitId, code, created_at: "2026-05-04T01:00:00Z",
    retired_at: code === retired.code ? "2026-06-30T09:00:00Z" : null,
  })));
  const today = localDateOf(new Date().toISOString());
  const responses = points.flatMap((point, index) =>
    Array.from({ length: days }, (_, ago) => addDays(today, -ago)).flatMap((day) =>
      Array.from({ length: responsesOn(dice, point, index) }, () => {
        const channel = inventChannel(dice, index);
        return {
          id: surveyResponseId(day, randomBytes(10)), province_id: provinceId, point_id: point.id,
          answered_on: day, received_on: day, channel, answers: inventAnswers(dice, channel),
        };
      }),
    ),
  );
  await insertRows(client, "survey_response", responses);
}

/** Quiet and busy places; the market is open one day in ten; one counter had one strangely busy day. */
function responsesOn(dice: Dice, { place }: Point, index: number): number {
  if (place.kind === "mobilePoint") return dice.chance(0.03) ? 1 : 0;
  if (index === 3 && dice.chance(0.02)) return 14;
  return dice.chance(0.35) ? 1 + dice.below(index === 0 ? 4 : 2) : 0;
}

function inventChannel(dice: Dice, index: number): SurveyChannel {
  return dice.chance(index === 3 ? 0.9 : 0.3) ? "counter" : "own";
}

/** Whoever answers under the volunteer's eyes is a little kinder. */
function inventAnswers(dice: Dice, channel: SurveyChannel): SurveyAnswers {
  const mood = dice.below(100) + (channel === "counter" ? 8 : 0);
  const skill = dice.below(100);
  return {
    satisfaction: mood < 6 ? "unsatisfied" : mood < 20 ? "neutral" : "satisfied",
    able: skill < 22 ? "no" : skill < 58 ? "partly" : "yes",
    asked: dice.chance(0.01) ? "yes" : "no",
  };
}

function inventCode(dice: Dice): string {
  return surveyCode(Uint8Array.from({ length: 8 }, () => dice.below(256)));
}
