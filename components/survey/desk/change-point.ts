import type { SurveyCode } from "@/lib/domain/survey/survey-code";
import { SurveyPointAnswer, type SurveyPointChange } from "@/lib/protocol/survey-points";

/** Opens or retires a point. undefined: not done, for whatever reason. */
export async function changePoint(change: SurveyPointChange): Promise<SurveyCode | undefined> {
  const answer = await fetch("/api/survey-points", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(change),
    cache: "no-store",
  }).catch(() => undefined);
  const body: unknown = await answer?.json().catch(() => undefined);
  return SurveyPointAnswer.safeParse(body).data?.code;
}
