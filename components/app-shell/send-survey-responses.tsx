"use client";
import { useEffect } from "react";
import { whenSettled } from "./when-settled";

/**
 * Responses that citizens gave on this phone while it was offline go out from whatever screen is open. Loads
 * nothing on phones on which no survey was ever answered, and nothing before the screen is there.
 */
export function SendSurveyResponses() {
  useEffect(() => whenSettled(look), []);
  return null;
}

function look(): void {
  send().catch(() => {}); // storage is closed, or the network is gone: the next page looks again
}

async function send(): Promise<void> {
  const { surveyStoreExists } = await import("@/lib/phone/survey/survey-store");
  if (!(await surveyStoreExists(indexedDB))) return;
  const { pageSurvey } = await import("@/lib/phone/survey/page-survey");
  pageSurvey();
}
