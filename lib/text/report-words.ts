import type { Ratio } from "../domain/report/register-indicators";
import type { ReportTable } from "../domain/report/report-table";
import type { LocalDate } from "../domain/time/local-date";
import { formatCount } from "./moment";

/** Days, numbers and lists as they stand in documents of the administration. */

/** "01 tháng 8 năm 2023": days below 10 and the first two months have two digits. Source: Nghị định 30/2020. */
export function longDay(day: LocalDate): string {
  return `${day.slice(8, 10)} tháng ${monthOf(day)} năm ${day.slice(0, 4)}`;
}

/** "01/8/2023" */
export function shortDay(day: LocalDate): string {
  return `${day.slice(8, 10)}/${monthOf(day)}/${day.slice(0, 4)}`;
}

/** "8/2023" */
export function monthAndYear(day: LocalDate): string {
  return `${Number(day.slice(5, 7))}/${day.slice(0, 4)}`;
}

/** "03", "12": how many units, as it is written. */
export function twoDigits(count: number): string {
  return count < 10 ? `0${count}` : formatCount(count);
}

/** "42.628/133.136" */
export function ratioText({ part, whole }: Ratio): string {
  return `${formatCount(part)}/${formatCount(whole)}`;
}

/** More names than these are not read any more: the annexes have them all. */
const mostNames = 20;

/** "A, B, C", and how many others there are. */
export function listText(names: readonly string[], most = mostNames): string {
  const left = names.length - most;
  return left <= 0 ? names.join(", ") : `${names.slice(0, most).join(", ")} và ${twoDigits(left)} đơn vị khác`;
}

/** Who reports: the province's report is its office's. */
export function reporterName({ kind, name }: ReportTable["unit"]): string {
  return kind === "province" ? "Văn phòng Ủy ban nhân dân tỉnh" : name;
}

function monthOf(day: LocalDate): string {
  const month = Number(day.slice(5, 7));
  return month <= 2 ? `0${month}` : String(month);
}
