import type { IndicatorFindings, Reached } from "../domain/report/findings";
import type { Mover, Place } from "../domain/report/movers";
import type { AnnexIndicator, ReportPoint } from "../domain/report/report-table";
import { formatCount } from "./moment";
import { annexIndicatorWords } from "./report-indicator-words";
import { listText, ratioText, shortDay, twoDigits } from "./report-words";

/** What the paragraph of an indicator needs to know beside its findings. */
export type NarrativeFrame = {
  /** The scheme's number of the indicator. */
  readonly number: number;
  readonly previousPoint?: ReportPoint | undefined;
};

/** The paragraph of one indicator, as in section I of seed 000, with every name that the annexes give reason for. */
export function indicatorParagraph(findings: IndicatorFindings<AnnexIndicator>, frame: NarrativeFrame): string {
  const { indicator, total, target } = findings;
  const isShare = indicator === "transacting_rate" || indicator === "online_rate";
  const asked = target === undefined ? undefined : isShare ? percentText(target) : formatCount(target);
  const first = `- Chỉ tiêu ${frame.number} “${annexIndicatorWords[indicator].asks(asked)}”: ${doneText(findings)}.`;
  if (total === undefined) return first;
  if (total === 0) return [first, ...(findings.asked === 0 ? [] : ["Đến nay chưa có đơn vị nào có kết quả."]), ...fallenSentences(findings)].join(" ");
  return [
    first,
    ...(isShare ? shareSentences(findings) : countSentences(findings)),
    ...(frame.previousPoint ? movedSentences(findings, frame.previousPoint) : []),
    ...(indicator === "articles" ? behindSentences(findings) : []),
  ].join(" ");
}

/** A few are named where the strongest are: the others are in the annexes. */
const fewNames = 4;
const fewShares = 3;

function doneText({ indicator, total, target, percent }: IndicatorFindings<AnnexIndicator>): string {
  const { done } = annexIndicatorWords[indicator];
  if (total === undefined) return "dữ liệu từ Hệ thống VNPT iGate chưa cho biết kết quả";
  if (typeof total === "object") return percent === undefined ? "chưa có số liệu để tính tỷ lệ" : `${done(ratioText(total))}, đạt tỷ lệ ${percent}%`;
  if (target === undefined) return `${done(formatCount(total))}`;
  const isOfTarget = indicator === "articles";
  return `${done(isOfTarget ? ratioText({ part: total, whole: target }) : formatCount(total))}, đạt ${formatCount(percent ?? 0)}%${isOfTarget ? "" : " chỉ tiêu"}`;
}

function countSentences({ exceeding, asked }: IndicatorFindings): string[] {
  if (asked === 0) return [];
  if (exceeding.length === 0) return ["Đến nay chưa có đơn vị nào vượt 100% chỉ tiêu đề ra."];
  return [`Có ${twoDigits(exceeding.length)} đơn vị đến nay đã vượt trên 100% chỉ tiêu đề ra, gồm: ${listText(exceeding.map(nameOf))}.`];
}

function shareSentences({ exceeding, highest, percent, asked }: IndicatorFindings): string[] {
  if (exceeding.length > 0) return [`Có ${twoDigits(exceeding.length)} đơn vị vượt tỷ lệ được giao, gồm: ${listText(exceeding.map(withPercent))}.`];
  const above = highest.filter((unit) => unit.percent > (percent ?? 0)).slice(0, fewShares);
  const none = asked === 0 ? [] : ["Chưa có đơn vị nào vượt tỷ lệ được giao."];
  return above.length === 0 ? none : [...none, `Một số đơn vị có tỷ lệ cao so với mặt bằng chung như: ${listText(above.map(withPercent))}.`];
}

function movedSentences({ indicator, total, change, movers, empty }: IndicatorFindings<AnnexIndicator>, { through }: ReportPoint): string[] {
  const since = `kỳ báo cáo trước (đến ngày ${shortDay(through)})`;
  if (typeof total === "object") return change.kind === "points" ? [`So với ${since}, tỷ lệ này ${pointsText(change.points)}.`] : [];
  if (!movers) return [];
  const { risen, begun, fallen } = movers;
  if (risen.length + begun.length + fallen.length === 0) return [`So với ${since}, các đơn vị đều không có sự chuyển biến.`];
  const withoutAny = movers.unchanged.filter(({ place }) => empty.includes(place));
  // Who has nothing and was asked for nothing is not worth a remark.
  const unchanged = movers.unchanged.filter((mover) => mover.change.kind !== "nothing" || withoutAny.includes(mover));
  const { unit } = annexIndicatorWords[indicator];
  return [
    ...(risen.length === 0 ? [] : [`So với ${since}, kết quả có chuyển biến tích cực nhất ở: ${listText(risen.slice(0, fewNames).map((mover) => `${nameOf(mover)} (tăng ${mover.printed ?? ""})`))}.`]),
    ...(begun.length === 0 ? [] : [`Mới phát sinh kết quả: ${listText(begun.map((mover) => `${nameOf(mover)} (${formatCount(mover.size)} ${unit})`))}.`]),
    ...fallenSentences({ movers }),
    ...(unchanged.length === 0 ? [] : [unchangedText(unchanged, withoutAny)]),
  ];
}

function unchangedText(unchanged: readonly Mover[], withoutAny: readonly Mover[]): string {
  const all = `Đáng chú ý, ${twoDigits(unchanged.length)} đơn vị không có sự chuyển biến, gồm: ${listText(unchanged.map(nameOf))}`;
  if (withoutAny.length === 0) return `${all}.`;
  const who = withoutAny.length === unchanged.length ? "các đơn vị này" : `trong đó ${twoDigits(withoutAny.length)} đơn vị`;
  return `${all}; ${who} được giao chỉ tiêu nhưng chưa có kết quả.`;
}

function fallenSentences({ movers }: Pick<IndicatorFindings, "movers">): string[] {
  if (!movers || movers.fallen.length === 0) return [];
  return [`Giảm so với kỳ báo cáo trước: ${listText(movers.fallen.map((mover) => `${nameOf(mover)} (giảm ${mover.printed ?? ""})`))}.`];
}

function behindSentences({ behind, empty }: IndicatorFindings): string[] {
  const short = behind.length + empty.length;
  if (short === 0) return [];
  const lowest = [...empty.map((place) => `${nameOf({ place })} (chưa có)`), ...behind.map(withPercentInBrackets)];
  return [`Còn ${twoDigits(short)} đơn vị chưa hoàn thành chỉ tiêu được giao, thấp nhất là: ${lowest.slice(0, fewNames).join(", ")}.`];
}

function pointsText(points: number): string {
  return points === 0 ? "không thay đổi" : `${points > 0 ? "tăng" : "giảm"} ${Math.abs(points)} điểm %`;
}

function percentText(percent: number): string {
  return `${String(percent).replace(".", ",")}%`;
}

const withPercent = (unit: Reached) => `${nameOf(unit)} ${formatCount(unit.percent)}%`;
const withPercentInBrackets = (unit: Reached) => `${nameOf(unit)} (${formatCount(unit.percent)}%)`;

function nameOf({ place }: { readonly place: Place }): string {
  return place.kind === "unit" ? place.name : "";
}
