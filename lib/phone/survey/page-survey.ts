import { surveyResponseId, type SurveyResponse } from "../../domain/survey/survey-response";
import { localDateOf } from "../../domain/time/local-date";
import { createSurveyDelivery, type SurveyDelivery } from "./survey-delivery";

/** The delivery of this page; wakes with the network and whenever the page is looked at again. */
export function pageSurvey(): SurveyDelivery {
  return (delivery ??= start());
}

/** A response of this moment with its final id. */
export function makeSurveyResponse(given: Pick<SurveyResponse, "code" | "channel" | "answers">): SurveyResponse {
  const answeredOn = localDateOf(new Date().toISOString());
  return { id: surveyResponseId(answeredOn, crypto.getRandomValues(new Uint8Array(10))), answeredOn, ...given };
}

let delivery: SurveyDelivery | undefined;

function start(): SurveyDelivery {
  const started = createSurveyDelivery({
    indexedDB,
    fetch: (url, init) => fetch(url, init),
    random: () => Math.random(),
    timers: { start: (callback, delayMs) => setTimeout(callback, delayMs), cancel: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>) },
  });
  const wake = () => void started.wake();
  window.addEventListener("online", wake);
  window.addEventListener("pageshow", wake);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && wake());
  wake();
  return started;
}
