import type { EntryKind } from "../domain/entry/entry";

/** States as in `EntrySyncState` of lib/phone. */
type EntrySyncState = "saved" | "sending" | "received" | "attention";

export const savedText = {
  title: { saved: "Đã lưu trên máy", sending: "Đang gửi", received: "Đã nhận", attention: "Đã lưu trên máy" } satisfies Record<EntrySyncState, string>,
  hint: {
    saved: "Có mạng là tự gửi. Không cần làm gì thêm.",
    sending: "Đang gửi lên máy chủ.",
    received: "Máy chủ đã nhận. Đội trưởng sẽ duyệt.",
    attention: "Mục này cần bạn xem lại.",
  } satisfies Record<EntrySyncState, string>,
  receipt: (code: string) => `Mã ${code}`,
  road: { saved: "Lưu trên máy", received: "Máy chủ nhận", reviewed: "Đội trưởng duyệt", matched: "Đối khớp" },
  paidOnline: "Đã thanh toán trực tuyến",
  paperDossier: { full: "Nộp hồ sơ bản giấy", short: "Nộp bản giấy" },
  consented: (count: number) => `Người dân đã đồng ý (${count} mục đích)`,
  next: {
    helpSession: "Lượt tiếp theo",
    householdVisit: "Hộ kế tiếp",
    outreachEvent: "Buổi khác",
    article: "Bài khác",
    shiftAttendance: "Xem ca trực",
  } satisfies Record<EntryKind, string>,
  samePerson: "Cùng người này, việc khác",
  edit: "Sửa mục này",
  home: "Về Hôm nay",
  missing: "Không thấy mục này trên máy.",
} as const;
