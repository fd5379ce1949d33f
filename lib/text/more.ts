import type { EntryKind } from "../domain/entry/entry";

/** What else can be recorded, besides help at a counter. */
export const moreText = {
  title: "Ghi việc khác",
  hints: {
    helpSession: "Giúp một người, một tổ chức dùng dịch vụ công",
    householdVisit: "Đến từng nhà trong địa bàn được giao",
    outreachEvent: "Nói chuyện, tập huấn, cuộc thi, ngày ra quân",
    article: "Bài đã đăng trên báo, trang, mạng xã hội",
  } satisfies Partial<Record<EntryKind, string>>,
} as const;
