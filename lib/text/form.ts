/** What every form of the phone says. */
export const form = {
  draftKept: "Nháp đã giữ",
  draftNotKept: "Nháp chưa giữ được",
  edit: "Sửa",
  save: "Lưu",
  saving: "Đang lưu…",
  summary: (count: number) => (count === 1 ? "Còn 1 chỗ cần xem:" : `Còn ${count} chỗ cần xem:`),
  diskFull: "Chưa lưu được: máy hết chỗ. Xoá bớt ảnh rồi bấm Lưu lại, thông tin vẫn còn đây.",
  storage: "Chưa lưu được vào máy. Bấm Lưu lần nữa, thông tin vẫn còn đây.",
  unit: "Ghi cho đội",
  notAmendable: "Mục này không sửa được nữa.",
  openEntry: "Xem mục",
  discard: "Bỏ phần đã sửa",
  discardDraft: { action: "Bỏ bản nháp", title: "Bỏ bản nháp này?", body: "Những gì đã điền sẽ mất, không lấy lại được." },
  discardChanges: { action: "Bỏ phần đã sửa", title: "Bỏ phần đã sửa?", body: "Mục đã ghi vẫn giữ như cũ." },
  keepDraft: "Giữ lại",
  reviewNote: (name: string) => `${name} trả lại`,
} as const;
