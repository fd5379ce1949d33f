import type { DifferencePlace, TableDifference, Told } from "@/lib/domain/report/table-differences";
import { reportTexts } from "@/lib/text/desk-reports";
import { formatCount } from "@/lib/text/moment";
import { reportIndicatorNames } from "@/lib/text/report-indicators";

const { differences: texts } = reportTexts;

export function placeText(place: DifferencePlace): string {
  return place.kind === "unit" ? place.name : texts[place.kind];
}

/** Which number of a line it is: `Chỉ tiêu 5, Hồ sơ trực tuyến (đã duyệt, kỳ trước)`. */
export function cellText({ indicator, of, stage }: TableDifference): string {
  if (indicator === "members") return texts.members;
  const { number, short } = reportIndicatorNames[indicator];
  const more = [stage ? texts.stages[stage] : "", texts.of[of]].filter((word) => word !== "");
  return `${number}. ${short}${more.length > 0 ? ` (${more.join(", ")})` : ""}`;
}

export function toldText(told: Told): string {
  if (told === undefined) return texts.unknown;
  return typeof told === "number" ? formatCount(told) : texts.ratio(formatCount(told.part), formatCount(told.whole));
}
