import { SurveyCode } from "@/lib/domain/survey/survey-code";
import type { SurveyChannel } from "@/lib/domain/survey/survey-response";

/** The survey's path; `counter` when it is opened on the volunteer's device. */
export function surveyPath(code: SurveyCode, channel: SurveyChannel): string {
  return `/survey?${new URLSearchParams({ p: code, ...(channel === "counter" ? { c: "1" } : {}) })}`;
}

/** What an address asks for; undefined without a code that can be one. @param search such as `?p=…&c=1` */
export function surveyOf(search: string): { readonly code: SurveyCode; readonly channel: SurveyChannel } | undefined {
  const query = new URLSearchParams(search);
  const code = SurveyCode.safeParse(query.get("p")?.trim().toUpperCase()).data;
  return code ? { code, channel: query.get("c") === "1" ? "counter" : "own" } : undefined;
}
