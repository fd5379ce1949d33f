import type { AnnexIndicator, ReportTable } from "../domain/report/report-table";
import { formatCount } from "./moment";
import { pointNames, reachText } from "./report";
import { monthAndYear, reporterName, shortDay, twoDigits } from "./report-words";

/** Titles, heads and notes of both annexes of seed 000. */
export const annexTexts = {
  labels: { annex1: "PHỤ LỤC 1", annex2: "PHỤ LỤC 2" },
  ordinal: "STT",
  unit: "Tên đơn vị",
  members: "Số lượng đoàn viên",
  indicators: "Một số chỉ tiêu của Đề án 5299 được rà soát, đối khớp dữ liệu, thông tin với Hệ thống VNPT iGate",
  heads: {
    member_accounts: "Chỉ tiêu TK ĐVTN",
    citizen_accounts: "Chỉ tiêu TK Công dân",
    transacting_rate: "Tỷ lệ phát sinh hồ sơ",
    online_rate: "Tỷ lệ Hồ sơ trực tuyến",
    online_dossiers: "Chỉ tiêu HS trực tuyến",
    articles: "Chỉ tiêu Tin bài",
    households: "Chỉ tiêu Hộ dân",
  } satisfies Record<AnnexIndicator, string>,
  target: "Chỉ tiêu",
  achieved: "Thực hiện",
  until: (point: string) => `Đến ${point}`,
  growth: "Tỷ lệ tăng/ giảm",
  points: "Điểm % tăng/ giảm",
  own: "Ghi trực tiếp tại đơn vị",
  residual: "Tổ chức không còn trong cây đơn vị",
  total: "Tổng cộng",
  ofTarget: "Đạt so với chỉ tiêu",
  notes: "Ghi chú:",
  unknown: "chưa rõ",
} as const;

export function annex1Title({ unit, point, lines }: ReportTable): string[] {
  const reach = point.first ? reachText(point, shortDay) : `đến tháng ${monthAndYear(point.through)}`;
  return [`Kết quả thực hiện Đề án 5299 ${reach} của ${organisationsText(unit, lines.filter(({ place }) => place.kind === "unit").length)}`];
}

export function annex2Title({ unit, point, previousPoint, lines }: ReportTable): string[] {
  if (!previousPoint) return [];
  const { before, now } = pointNames(previousPoint, point);
  return [
    `Đánh giá tình hình thực hiện của ${organisationsText(unit, lines.filter(({ place }) => place.kind === "unit").length)}${unit.kind === "province" ? " trực thuộc Tỉnh đoàn" : ""}`,
    `thông qua việc so sánh “Kết quả đến ${now}” với “Kết quả đến ${before}”`,
  ];
}

/**
 * What each column asks for, under its number.
 * @param first number of the column of indicator 1: (4) in annex 1, (3) in annex 2
 */
export function annexNotes({ unit, point, total: { targets } }: ReportTable, first: number): string[] {
  const of = (indicator: AnnexIndicator, asked: (target: string) => string, otherwise: string) => {
    const target = targets[indicator] ?? 0;
    return target > 0 ? asked(formatCount(target)) : otherwise;
  };
  const year = point.through.slice(0, 4);
  const notes = [
    of("member_accounts", (target) => `Mỗi năm có ${target} ĐVTN mở tài khoản sử dụng Cổng DVC quốc gia`, "Số ĐVTN mở tài khoản sử dụng Cổng DVC quốc gia"),
    of("citizen_accounts", (target) => `Mỗi năm có ${target} người dân ngoài độ tuổi thanh niên được ĐVTN hướng dẫn, hỗ trợ mở tài khoản sử dụng DVC quốc gia`, "Số người dân ngoài độ tuổi thanh niên được ĐVTN hướng dẫn, hỗ trợ mở tài khoản sử dụng DVC quốc gia"),
    `${of("transacting_rate", (target) => `${target}% tổng`, "Tỷ lệ trên tổng")} số tài khoản sử dụng Cổng DVC quốc gia tại cột (${first}) + cột (${first + 1}) có phát sinh giao dịch`,
    `${of("online_rate", (target) => `${target}%`, "Tỷ lệ")} hồ sơ thủ tục hành chính do đoàn viên, thanh niên thực hiện được giao dịch bằng hình thức trực tuyến`,
    `${of("online_dossiers", (target) => `Có ít nhất ${target}`, "Số")} hồ sơ dịch vụ công trực tuyến do đoàn viên thanh niên hỗ trợ thực hiện trong năm ${year}`,
    "Có ít nhất 06 tin, bài viết đăng trên Trang thông tin điện tử, trang mạng xã hội của đơn vị",
    `${of("households", (target) => `Phấn đấu đạt khoảng ${target} hộ`, "Số hộ")} gia đình có thành viên có tài khoản dịch vụ công và được thông tin, tuyên truyền về dịch vụ công trực tuyến`,
  ];
  return [
    ...notes.map((note, index) => `(${first + index}): ${note}`),
    `${annexTexts.total}: chỉ tiêu là chỉ tiêu của ${unit.kind === "province" ? "tỉnh" : reporterName(unit)}, không phải tổng chỉ tiêu của các đơn vị.`,
  ];
}

function organisationsText({ kind, name }: ReportTable["unit"], units: number): string {
  return kind === "province" ? `${twoDigits(units)} tổ chức Đoàn thanh niên` : `${twoDigits(units)} đơn vị thuộc ${name}`;
}
