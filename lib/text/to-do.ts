import type { RefusalCode } from "../domain/refusal";
import type { ReviewProof } from "../domain/review/review-proof";

/** "Cần xử lý": why something came back or did not arrive, and the ways out of it. */
export const toDo = {
  open: "Xem mục",
  compare: "Xem hai bản rồi chọn",
  decided: "Mục này không được tính. Chưa rõ thì hỏi đội trưởng.",
  seen: "Đã xem",
  proof: {
    recorded: "Bạn ghi",
    said: { note: "Đội trưởng ghi", personalNumber: "Theo số định danh" } satisfies Record<ReviewProof["by"], string>,
    differs: "chỗ khác nhau",
  },
  /** "Mã hồ sơ: …" */
  atField: (field: string, sentence: string) => `${field.charAt(0).toUpperCase()}${field.slice(1)}: ${sentence}`,
  ask: {
    action: "Đúng rồi, nhờ đội trưởng xem",
    title: "Nhờ đội trưởng xem lại",
    body: "Mục giữ nguyên và quay lại đội trưởng, kèm một lời nhắn. Mỗi mục nhờ được một lần.",
    note: "Lời nhắn",
    hint: "Không ghi số định danh, số điện thoại ở đây.",
    send: "Nhờ xem",
    back: "Quay lại",
    unsent: "Đã nhờ đội trưởng xem, sẽ gửi",
    sent: "Đã nhờ đội trưởng xem",
    yourNote: (note: string) => `Bạn nhắn: ${note}`,
    used: "Mục này đã nhờ xem một lần.",
  },
  asked: "Đang nhờ xem",
} as const;

/** What a refusal of a whole entry means to its author, where the general sentence speaks to somebody at a form. */
export const refusedEntries: Partial<Record<RefusalCode, string>> = {
  tooLarge: "Mục này dài quá nên máy chủ chưa nhận. Viết ngắn lại rồi lưu, hoặc bấm Thử gửi khi có mạng khác.",
  tooLong: "Có chỗ dài quá nên máy chủ chưa nhận. Viết ngắn lại rồi lưu.",
  malformed: "Máy chủ chưa đọc được một chỗ trong mục này. Mở ra, xem lại từng ô rồi lưu.",
  required: "Mục này còn ô trống cần điền. Mở ra điền nốt rồi lưu.",
  badRequest: "Máy chủ chưa đọc được mục này. Mở ra, xem lại từng ô rồi lưu.",
  unknownOrForbidden: "Máy chủ không thấy đội hoặc mục này trong phần việc của bạn. Mục vẫn trên máy; hỏi đội trưởng, rồi sửa hoặc rút.",
  forbidden: "Việc này ngoài quyền được giao. Mục vẫn trên máy; hỏi đội trưởng.",
};
