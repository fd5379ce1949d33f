import type { PeriodKind } from "../domain/time/period";

const weekdays = ["CN", "T2", "T3", "T4", "T5", "T6", "T7"];
const pad = (part: number) => String(part).padStart(2, "0");

type Day = { readonly year: number; readonly month: number; readonly day: number };

/** "Kết quả của tôi": own numbers on the phone. */
export const resultsText = {
  title: "Kết quả của tôi",
  period: "Khoảng thời gian",
  kinds: { day: "Ngày", week: "Tuần", month: "Tháng" } satisfies Record<PeriodKind, string>,
  /** "Tháng 11/2026", "Tuần từ 16/11/2026", "Hôm nay, 22/11/2026" */
  heading: {
    day: ({ year, month, day }: Day) => `Hôm nay, ${pad(day)}/${pad(month)}/${year}`,
    week: ({ year, month, day }: Day) => `Tuần từ Thứ Hai ${pad(day)}/${pad(month)}/${year}`,
    month: ({ year, month }: Day) => `Tháng ${month}/${year}`,
  } satisfies Record<PeriodKind, (from: Day) => string>,
  recordedResults: "kết quả đã ghi nhận",
  more: { day: (count: number) => `Hơn ${count} so với hôm qua`, week: (count: number) => `Hơn ${count} so với cùng kỳ tuần trước`, month: (count: number) => `Hơn ${count} so với cùng kỳ tháng trước` },
  less: { day: (count: number) => `Ít hơn ${count} so với hôm qua`, week: (count: number) => `Ít hơn ${count} so với cùng kỳ tuần trước`, month: (count: number) => `Ít hơn ${count} so với cùng kỳ tháng trước` },
  same: { day: "Bằng hôm qua", week: "Bằng cùng kỳ tuần trước", month: "Bằng cùng kỳ tháng trước" },
  stages: { recorded: "Ghi nhận", confirmed: "Đã duyệt", matched: "Đã khớp" },
  /** "Đã duyệt, chưa đối khớp: 12 chờ công an xác nhận, 3 chưa tìm thấy trên iGate." */
  missing: (parts: readonly string[]) => `Đã duyệt, chưa đối khớp: ${parts.join(", ")}.`,
  states: (waiting: number, returned: number, refused: number) => `${waiting} chờ duyệt, ${returned} cần xử lý, ${refused} không duyệt`,
  empty: { day: "Hôm nay chưa có kết quả nào.", week: "Tuần này chưa có kết quả nào.", month: "Tháng này chưa có kết quả nào." },
  byOutcome: "Theo việc đã làm",
  byKind: "Theo loại mục",
  attendance: (count: number) => `${count} lượt đoàn viên, thanh niên`,
  goals: "So với chỉ tiêu của cả đội",
  goal: (share: string) => `Mục tiêu cả đội: ${share}`,
  goalShare: { day: "một ngày", week: "một tuần", month: "tháng này" },
  goalNote: (year: number, share: string) => `Phần của bạn so với mục tiêu ${share} của cả đội, chia đều theo ngày từ chỉ tiêu năm ${year}.`,
  noGoals: "Chỉ tiêu của đội: chưa giao.",
  last: { day: "7 ngày qua", week: "6 tuần qua, từ Thứ Hai ngày", month: "6 tháng qua" },
  lastTable: { period: "Khoảng thời gian", recorded: "Ghi nhận", confirmed: "Đã duyệt", matched: "Đã khớp" },
  /** Under a column, in two short lines: big letters have no room for more. */
  column: {
    day: ({ day }: Day, weekday: number) => [weekdays[weekday] ?? "", String(day)],
    week: ({ month, day }: Day) => [String(day), `/${month}`],
    month: ({ month, year }: Day) => [String(month), month === 1 ? `/${year % 100}` : ""],
  },
  asOf: (moment: string) => `Số liệu máy chủ đến ${moment}.`,
  neverHeard: "Máy này chưa liên lạc được máy chủ: mới chỉ có mục ghi trên máy này.",
  unsentHere: (count: number) => `Gồm ${count} mục còn trên máy này.`,
  unsentElsewhere: (count: number) => `Chưa gồm ${count} mục trên máy khác.`,
  reading: "Đang mở các mục cũ, số còn tăng.",
  onlyYours: "Chỉ bạn xem trang này. Số của đội ở bàn làm việc.",
} as const;
