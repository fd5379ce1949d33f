import { ableShare, satisfiedShare, type SurveySummary } from "@/lib/domain/survey/survey-summary";
import type { PlaceResults, ResultColumn } from "@/lib/protocol/survey-results";

const vietnamese = new Intl.Collator("vi", { numeric: true });
const nothing: SurveySummary = { count: 0, channels: { own: 0, counter: 0 } };

/** What the chosen month, the last one, says of a place. */
export function chosenMonth({ byMonth }: PlaceResults): SurveySummary {
  return byMonth.at(-1) ?? nothing;
}

/** Names from A; numbers from the highest, places that keep their answers back at the end. */
export function sortPlaces(places: readonly PlaceResults[], column: ResultColumn): PlaceResults[] {
  const byName = (a: PlaceResults, b: PlaceResults) => vietnamese.compare(a.name, b.name);
  if (column === "place") return [...places].sort(byName);
  const value = (place: PlaceResults) => valueOf(chosenMonth(place), column) ?? -1;
  return [...places].sort((a, b) => value(b) - value(a) || byName(a, b));
}

function valueOf(summary: SurveySummary, column: Exclude<ResultColumn, "place">): number | undefined {
  switch (column) {
    case "count":
      return summary.count;
    case "own":
    case "counter":
      return summary.channels[column];
    case "satisfied":
      return satisfiedShare(summary);
    case "able":
      return ableShare(summary);
    case "asked":
      return summary.answers?.asked.yes;
  }
}
