import type { QuarantineReason, QuarantineRequest } from "../domain/review/quarantine";
import type { ReviewedQuarantine } from "../protocol/review-queue";
import { formatDay } from "./moment";

/** Why something waits for a leader, in a word for the list and in sentences above the entry. */
export const quarantineTexts = {
  title: "Vì sao tạm giữ",
  labels: {
    notOfTeam: "Không có tên trong đội ngày đó",
    deactivated: "Người ghi đã ngừng hoạt động",
    revokedPhone: "Máy đã thu hồi",
  } satisfies Record<QuarantineReason, string>,
  asks: {
    withdraw: "Máy ấy gửi yêu cầu rút mục này, chưa rút. Rút là đúng thì chọn Không duyệt, không thì chọn Thôi tạm giữ.",
    withdrawConsent: "Máy ấy báo người dân rút đồng ý, chưa xoá gì. Hỏi lại người dân rồi quyết định.",
  } satisfies Record<QuarantineRequest, string>,
  next: "Thôi tạm giữ thì mục vào danh sách chờ duyệt như mọi mục. Không duyệt thì mục không được tính, vẫn được lưu.",
} as const;

/** Who, and what stands against taking it as it is. Older entries don't say. */
export function whyQuarantined({ reason, since, deviceName, unitsNow = [] }: ReviewedQuarantine, name: string, unitName: string, happenedAt: string): string {
  const from = since === undefined ? "" : ` từ ngày ${formatDay(since)}`;
  switch (reason) {
    case "deactivated":
      return `${name} đã ngừng hoạt động${from}. Mục này tới sau đó.`;
    case "revokedPhone":
      return `Mục này do máy ${deviceName ? `${deviceName} ` : ""}gửi, máy đã thu hồi${from}. Chưa rõ ai cầm máy.`;
    default:
      return `Ngày ${formatDay(happenedAt)}, ${name} không có tên trong ${unitName}. ${unitsNow.length > 0 ? `Nay thuộc ${unitsNow.join(", ")}.` : "Nay không thuộc đội nào."}`;
  }
}
