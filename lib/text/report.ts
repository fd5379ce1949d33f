import type { ReportHeading, ReportParagraphs } from "../domain/report/monthly-report";
import type { ReportPoint, ReportTable } from "../domain/report/report-table";
import { documents } from "./documents";
import { longDay, monthAndYear, reporterName, shortDay } from "./report-words";

/** What stands around the numbers of the monthly report: seed 000, in the layout of Nghị định 30/2020. */

const scheme = "Đề án “Phát huy vai trò của đoàn viên, thanh niên trong việc thực hiện dịch vụ công trực tuyến giai đoạn 2022 – 2027”";

/** The province's report is its office's; bodies of the Union head theirs with the name of the Union. */
export function reportLetterhead({ unit, point }: ReportTable, { place, number, date }: ReportHeading) {
  const upper = (text: string) => text.toLocaleUpperCase("vi");
  const common = {
    number: documents.number(number, symbolOf(unit)),
    placeAndDay: documents.placeAndDay(place, date ? `ngày ${longDay(date)}` : documents.dayToWrite(point.through.slice(0, 4))),
  };
  return unit.kind === "province"
    ? { ...common, authority: upper(`UBND tỉnh ${place}`), office: "VĂN PHÒNG", country: documents.country, motto: documents.motto }
    : { ...common, authority: upper(`Tỉnh đoàn ${place}`), office: upper(unit.name), country: documents.youthUnion };
}

export const reportTitle = "BÁO CÁO";

export function reportSubject({ point }: ReportTable): string[] {
  return [`Về tình hình thực hiện các chỉ tiêu của ${scheme}`, `(${reachText(point, longDay)})`];
}

export function addresseeText({ unit }: ReportTable): string {
  return unit.kind === "province" ? "Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh" : "Kính gửi: Ban Thường vụ Đoàn cấp trên";
}

export const reportHeadings = {
  results: "I. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU THEO ĐỀ ÁN 5299",
  assessment: "II. ĐÁNH GIÁ CHUNG",
  strengths: "1. Ưu điểm:",
  limits: "2. Tồn tại, hạn chế:",
  proposals: "III. KIẾN NGHỊ, ĐỀ XUẤT",
} as const;

/** `tính đến ngày …`; of a stretch of days, both ends. */
export function reachText({ first, through }: ReportPoint, day: typeof longDay): string {
  return first ? `từ ngày ${day(first)} đến ngày ${day(through)}` : `tính đến ngày ${day(through)}`;
}

/** `tháng 7/2023` and `tháng 8/2023`, or their days where both end in one month. */
export function pointNames(before: ReportPoint, now: ReportPoint): { readonly before: string; readonly now: string } {
  const isSameMonth = monthAndYear(before.through) === monthAndYear(now.through);
  const name = ({ through }: ReportPoint) => (isSameMonth ? `ngày ${shortDay(through)}` : `tháng ${monthAndYear(through)}`);
  return { before: name(before), now: name(now) };
}

/** `(Kèm theo Báo cáo số …)` below the title of an annex. */
export function attachedText({ unit, point }: ReportTable, { number, date }: ReportHeading): string {
  const day = date ? `ngày ${shortDay(date)}` : `ngày    /    /${point.through.slice(0, 4)}`;
  return `(Kèm theo Báo cáo số ${number ?? "      "}/${symbolOf(unit)} ${day} của ${reporterName(unit)})`;
}

/** What a first report begins with, to be looked at before it is published. */
export const startingParagraphs: ReportParagraphs = {
  basis: { carried: true, text: `Thực hiện Quyết định số 5299/QĐ-UBND ngày 30 tháng 12 năm 2021 của Ủy ban nhân dân tỉnh phê duyệt ${scheme} (sau đây gọi tắt là Đề án 5299);` },
  strengths: { carried: true, text: "Nhìn chung, Đoàn thanh niên các cấp từ tỉnh đến cơ sở đã tiếp tục đẩy mạnh triển khai các hoạt động tuyên truyền, hướng dẫn, hỗ trợ người dân mở tài khoản dịch vụ công và nộp hồ sơ trực tuyến, thể hiện qua các số liệu sau:" },
  recipients: { carried: true, text: "- Như trên;\n- Lưu: VT, KSTT." },
  signer: { carried: true, text: "CHÁNH VĂN PHÒNG" },
};

function symbolOf({ kind }: ReportTable["unit"]): string {
  return kind === "province" ? "BC-VPUBND" : "BC";
}
