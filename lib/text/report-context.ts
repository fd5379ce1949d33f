import type { MonthlyReportData, ReportBacklog, ReportCorrections, Waiting } from "../domain/report/monthly-report";
import type { CountCell, ReportTable } from "../domain/report/report-table";
import type { Ratio } from "../domain/report/register-indicators";
import { formatCount } from "./moment";
import { longDay, ratioText, reporterName, shortDay, twoDigits } from "./report-words";

/** Sentences of a report that speak of the province, and of what its numbers do not hold yet. */

/** Opens the report: where its numbers come from and what they reach over. */
export function scopeText({ table: { unit, point }, context: { schemeStart }, isProvisional }: MonthlyReportData): string {
  const first = point.first ? `từ ngày ${longDay(point.first)}` : schemeStart ? `từ ngày ${longDay(schemeStart)} (thời điểm bắt đầu triển khai Đề án 5299)` : "từ khi bắt đầu triển khai Đề án 5299";
  const known = point.asOf === point.through ? "" : `, theo kết quả duyệt và đối khớp đến hết ngày ${longDay(point.asOf)}`;
  const provisional = isProvisional ? " (số liệu tạm tính do kỳ báo cáo chưa khoá)" : "";
  return `Thông qua việc trích xuất số liệu từ hệ thống “Tình Nguyện Số” được đối khớp dữ liệu, kiểm chứng, xác thực thông tin từ “Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh” (Hệ thống VNPT iGate); ${reporterName(unit)} báo cáo kết quả việc thực hiện các chỉ tiêu của Đề án 5299 tính ${first} đến ngày ${longDay(point.through)}${known}${provisional}, cụ thể như sau:`;
}

export function annexesText(count: number): string {
  return `(Kết quả cụ thể tại ${Array.from({ length: count }, (_, index) => `Phụ lục ${index + 1}`).join(", ")} kèm theo Báo cáo này)`;
}

export function closingText({ unit }: ReportTable): string {
  const to = unit.kind === "province" ? "Chủ tịch Ủy ban nhân dân tỉnh" : "Ban Thường vụ Đoàn cấp trên";
  return `${reporterName(unit)} kính báo cáo ${to} xem xét, chỉ đạo việc thực hiện./.`;
}

/** @param share whole percent of all; undefined where the register has fewer than were helped, or none */
export function accountsText(through: ReportTable["point"]["through"], all: number | undefined, helped: number, share: number | undefined): string {
  if (all === undefined) return `- Chưa có số liệu từ Hệ thống VNPT iGate về toàn bộ tài khoản Cổng Dịch vụ công của người dân trên địa bàn tỉnh; số lượng tài khoản do đoàn viên thanh niên hướng dẫn tạo lập là ${formatCount(helped)} tài khoản.`;
  return `- Số lượng tài khoản sử dụng Cổng Dịch vụ công được người dân trên địa bàn tỉnh tạo lập tính đến ngày ${shortDay(through)} là ${formatCount(all)} tài khoản (chưa bao gồm tài khoản định danh điện tử trên ứng dụng VNeID); trong đó, số lượng tài khoản do đoàn viên thanh niên hướng dẫn tạo lập là ${formatCount(helped)} tài khoản${shareText(share)}.`;
}

type OnlineDossiers = NonNullable<MonthlyReportData["context"]["onlineDossiers"]>;

/** @param change `tăng 79%`, absent where the year before is not known */
export function dossiersText(through: ReportTable["point"]["through"], { first, all, yearBefore }: OnlineDossiers, change: string | undefined, helped: number, share: number | undefined): string {
  const compared = yearBefore === undefined || change === undefined ? "" : `, ${change} so với cùng kỳ năm ${Number(first.slice(0, 4)) - 1} (${formatCount(yearBefore)} hồ sơ trực tuyến)`;
  return `- Số lượng hồ sơ tiếp nhận trực tuyến của toàn tỉnh từ ngày ${shortDay(first)} đến ngày ${shortDay(through)} là ${formatCount(all)} hồ sơ${compared}; trong đó, ${formatCount(helped)} hồ sơ do đoàn viên thanh niên hướng dẫn, hỗ trợ người dân thực hiện${shareText(share)}.`;
}

export function noDossiersText(helped: number): string {
  return `- Chưa có số liệu từ Hệ thống VNPT iGate về toàn bộ hồ sơ tiếp nhận trực tuyến của tỉnh; ${formatCount(helped)} hồ sơ do đoàn viên thanh niên hướng dẫn, hỗ trợ người dân thực hiện.`;
}

/** @param change signed, such as `+79%`; `0%` where it stayed */
export function yearChangeText(direction: -1 | 0 | 1 | undefined, size: string | undefined): string | undefined {
  if (direction === undefined || size === undefined) return undefined;
  return direction === 0 ? "không thay đổi" : `${direction > 0 ? "tăng" : "giảm"} ${size}`;
}

export function policeBacklogText({ police: { vneid, households } }: ReportBacklog, cell: CountCell): string {
  const progress = `Về tài khoản VNeID: đoàn viên thanh niên đã ghi nhận ${formatCount(cell.recorded)}, đội trưởng đã duyệt ${formatCount(cell.confirmed)}, Công an đã xác nhận ${formatCount(cell.matched)} tài khoản.`;
  if (vneid.open + households.open === 0) return `${progress} Không còn tài khoản VNeID, hộ dân nào chờ Công an xác nhận.`;
  const waiting = [...waitingText(vneid, "tài khoản VNeID"), ...waitingText(households, "hộ dân")];
  return `${progress} Tại thời điểm lập báo cáo còn ${waiting.join(" và ")} đã được duyệt nhưng Công an chưa xác nhận, nên chưa được tính vào kết quả.`;
}

export function reviewBacklogText({ review }: ReportBacklog): string {
  if (review.open === 0) return "Không còn mục ghi nhận nào chờ đội trưởng duyệt.";
  return `Tại thời điểm lập báo cáo còn ${waitingText(review, "mục ghi nhận").join("")} chờ đội trưởng duyệt, chưa được tính vào kết quả.`;
}

export function registerBacklogText({ accounts, dossiers }: NonNullable<ReportBacklog["register"]>): string {
  const waiting = [...waitingText(accounts, "tài khoản"), ...waitingText(dossiers, "hồ sơ")];
  if (waiting.length === 0) return "Mọi tài khoản, hồ sơ đã được duyệt đều được tìm thấy trên Hệ thống VNPT iGate.";
  return `Tại thời điểm lập báo cáo còn ${waiting.join(" và ")} đã được duyệt nhưng chưa được tìm thấy trên Hệ thống VNPT iGate, nên chưa được tính vào kết quả.`;
}

export function officerBacklogText({ articles }: NonNullable<ReportBacklog["officer"]>): string {
  if (articles.open === 0) return "Không còn tin, bài nào chờ cán bộ Đoàn kiểm tra.";
  return `Tại thời điểm lập báo cáo còn ${waitingText(articles, "tin, bài").join("")} chờ cán bộ Đoàn kiểm tra, chưa được tính vào kết quả.`;
}

export function phonesBacklogText({ phones }: ReportBacklog): string {
  if (phones.open === 0) return "Theo lần liên lạc gần nhất của từng máy, không còn mục ghi nhận nào trên điện thoại chưa gửi về.";
  return `Còn ${waitingText(phones, "mục ghi nhận").join("")} trên ${twoDigits(phones.phones)} điện thoại của tình nguyện viên chưa gửi về, chưa được tính vào kết quả.`;
}

export function correctionsText({ number, through, changes }: ReportCorrections, numberOf: (indicator: ReportCorrections["changes"][number]["indicator"]) => number): string {
  const report = `báo cáo đã công bố của kỳ trước (${number ? `số ${number}, ` : ""}đến ngày ${shortDay(through)})`;
  if (changes.length === 0) return `Không có điều chỉnh so với ${report}.`;
  const listed = changes.map(({ indicator, published, now }) => `chỉ tiêu ${numberOf(indicator)} từ ${numberText(published)} thành ${numberText(now)}`);
  return `Số liệu của ${report} được điều chỉnh theo kết quả duyệt, đối khớp sau ngày công bố: ${listed.join("; ")}.`;
}

function waitingText({ open, oldest }: Waiting, what: string): string[] {
  return open === 0 ? [] : [`${formatCount(open)} ${what}${oldest ? ` (lâu nhất từ ngày ${shortDay(oldest)})` : ""}`];
}

function numberText(value: number | Ratio): string {
  return typeof value === "number" ? formatCount(value) : ratioText(value);
}

function shareText(share: number | undefined): string {
  return share === undefined ? "" : `, chiếm ${share}%`;
}
