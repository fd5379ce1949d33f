const weekdays = ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];

export const home = {
  /** "Thứ Sáu, 07/08/2026" from a weekday (0 is Sunday) and a written date. */
  date: (weekday: number, date: string) => `${weekdays[weekday]}, ${date}`,
  today: "lượt hỗ trợ hôm nay",
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
  other: "Ghi việc khác",
  personMenu: "Cá nhân và cài đặt",
  sync: "Gửi dữ liệu",
} as const;
