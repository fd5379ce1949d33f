import "server-only";
import { changeText, type Change, type ChangeFormat } from "@/lib/domain/report/change";
import { numberOf } from "@/lib/domain/report/findings";
import { wholePercent } from "@/lib/domain/report/percent";
import type { AnnexCell, AnnexRow } from "@/lib/domain/report/report-document";
import { isRatio, type AnnexIndicator, type ReportLine, type ReportTable } from "@/lib/domain/report/report-table";
import { formatCount } from "@/lib/text/moment";
import { annexTexts } from "@/lib/text/report-annexes";

/** Cells of both annexes: what is printed, and the number behind it. */

export function textCell(text: string): AnnexCell {
  return { text, value: { kind: "text" } };
}

export function countCell(count: number, says?: AnnexCell["says"]): AnnexCell {
  return { text: formatCount(count), value: { kind: "count", count }, says };
}

/** A target of 0 is printed as it was set; one that was never set is left open. */
export function targetCell(line: ReportLine, indicator: AnnexIndicator): AnnexCell {
  const target = line.targets[indicator];
  if (target === undefined) return { ...textCell(""), says: { indicator, what: "target" } };
  if (!isRatio(indicator)) return countCell(target, { indicator, what: "target" });
  return { text: `${String(target).replace(".", ",")}%`, value: { kind: "percent", percent: target }, says: { indicator, what: "target" } };
}

/** What a line has now or had before. A share of nothing is printed as 0 %, as it always was. */
export function numberCell(line: ReportLine, indicator: AnnexIndicator, what: "now" | "before"): AnnexCell {
  const says = { indicator, what };
  const cells = what === "now" ? line.cells : line.previous;
  const number = cells && numberOf({ ...line, cells }, indicator);
  if (number === undefined) return { text: annexTexts.unknown, value: { kind: "unknown" }, says };
  if (typeof number === "number") return countCell(number, says);
  return { text: `${wholePercent(number) ?? 0}%`, value: { kind: "ratio", ...number }, says };
}

export function changeCell(change: Change, indicator: AnnexIndicator, format: ChangeFormat): AnnexCell {
  return { text: changeText(change, format), value: { kind: "text" }, says: { indicator, what: "change" } };
}

/** Numbered are units alone: what has no unit of its own stands below them without a number. */
export function annexRows({ lines }: ReportTable, numbers: (line: ReportLine) => readonly AnnexCell[]): AnnexRow[] {
  const units = lines.filter(({ place }) => place.kind === "unit");
  const others = lines.filter(({ place }) => place.kind !== "unit");
  return [
    ...units.map((line, index) => ({ of: line.place, cells: [countCell(index + 1), textCell(placeName(line)), ...numbers(line)] })),
    ...others.map((line) => ({ of: line.place, cells: [textCell(""), textCell(placeName(line)), ...numbers(line)] })),
  ];
}

function placeName({ place }: ReportLine): string {
  return place.kind === "unit" ? place.name : annexTexts[place.kind];
}
