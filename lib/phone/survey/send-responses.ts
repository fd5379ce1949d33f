import type { SurveyResponse } from "../../domain/survey/survey-response";
import { err, ok, type Result } from "../../domain/result";
import type { Fetch } from "../../protocol/client";
import { ErrorResponse } from "../../protocol/error-response";
import { SurveyAnswer, type SurveyRequest, type SurveyVerdict } from "../../protocol/survey";
import { protocolVersion } from "../../protocol/version";

const timeoutMs = 20_000;

/**
 * Sends responses without saying who or what device sends them: no cookie goes along. Anything but verdicts of
 * ours is no answer (no network, a captive portal, a busy server): nothing happened as far as anyone knows.
 */
export async function sendResponses(
  fetch: Fetch,
  responses: readonly SurveyResponse[],
): Promise<Result<SurveyVerdict[], { readonly retryAfterSeconds?: number }>> {
  const request: SurveyRequest = { protocol: protocolVersion, responses: [...responses] };
  const answer = await fetch("/api/survey", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
    credentials: "omit",
    cache: "no-store",
    redirect: "manual",
    signal: AbortSignal.timeout(timeoutMs),
  }).catch(() => undefined);
  const body: unknown = await answer?.json().catch(() => undefined);
  const verdicts = SurveyAnswer.safeParse(body).data?.verdicts;
  if (answer?.status === 200 && verdicts?.length === responses.length) return ok(verdicts);
  const seconds = ErrorResponse.safeParse(body).data?.error.retryAfterSeconds;
  return err(seconds === undefined ? {} : { retryAfterSeconds: seconds });
}
