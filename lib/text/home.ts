import type { EntryKind } from "../domain/entry/entry";

const weekdays = ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];

export const home = {
  /** "Thứ Sáu, 07/08/2026" from a weekday (0 is Sunday) and a written date. */
  date: (weekday: number, date: string) => `${weekdays[weekday]}, ${date}`,
  /** After a number: "3 lượt thăm hộ". */
  units: {
    helpSession: "lượt hỗ trợ",
    householdVisit: "lượt thăm hộ",
    outreachEvent: "buổi tuyên truyền",
    article: "tin, bài",
    shiftAttendance: "ca trực",
  } satisfies Record<EntryKind, string>,
  entries: "mục ghi nhận",
  today: (unit: string) => `${unit} hôm nay`,
  received: (count: number) => `${count} đã nhận`,
  onPhone: (count: number) => `${count} trên máy`,
  needsYou: (count: number) => `${count} cần xử lý`,
  attention: (count: number) => `${count} mục cần xử lý`,
  /** "1 của hôm nay, 1 của hôm qua" */
  attentionDays: ({ today, yesterday, earlier }: { today: number; yesterday: number; earlier: number }) =>
    [today > 0 && `${today} của hôm nay`, yesterday > 0 && `${yesterday} của hôm qua`, earlier > 0 && `${earlier} từ trước đó`].filter(Boolean).join(", "),
  recent: "Vừa ghi nhận",
  all: "Xem hết",
  firstDay: "Hôm nay chưa có lượt nào.",
  firstDayHint: "Bấm Ghi nhận, quét mã trên thẻ của người dân rồi chọn việc đã giúp.",
  shift: (from: string, to: string) => `Ca hôm nay, ${from}–${to}`,
  parked: "Đang tạm gác",
  parkedAt: (time: string) => `Gác lúc ${time}`,
  /** "Trần Thị Mai, 09:46" */
  parkedOf: (name: string, time: string) => `${name}, ${time}`,
  other: "Ghi việc khác",
  personMenu: "Cá nhân và cài đặt",
  sync: "Gửi dữ liệu",
} as const;
