import type { SurveyCode } from "../domain/survey/survey-code";
import type { SurveySummary } from "../domain/survey/survey-summary";
import type { LocalDate } from "../domain/time/local-date";

/** What the server hands to the desk's screen of survey results. */

/** `YYYY-MM`, sorts as text. */
export type Month = string;

export type SurveyPointRow = { readonly code: SurveyCode; readonly unitName: string; readonly retiredOn: LocalDate | null };

export type PlaceResults = {
  readonly placeId: string;
  readonly name: string;
  /** Open ones first. */
  readonly points: readonly SurveyPointRow[];
  /** One for each of `SurveyResults.months`. */
  readonly byMonth: readonly SurveySummary[];
  /** Most responses on one day of the chosen month: a burst shows here. */
  readonly mostInADay: number;
};

export type SurveyResults = {
  /** Six months, oldest first; the last one is the chosen one. */
  readonly months: readonly Month[];
  readonly places: readonly PlaceResults[];
  /** Places at which the person may still open a point. */
  readonly withoutPoint: readonly { readonly id: string; readonly name: string }[];
  readonly asOf: string;
};

export const resultColumns = ["place", "count", "own", "counter", "satisfied", "able", "asked"] as const;
export type ResultColumn = (typeof resultColumns)[number];
