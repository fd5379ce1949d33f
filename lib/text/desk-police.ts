import type { CheckedKind, EvidenceReason, PoliceKind } from "../domain/evidence/checked-kind";

/** Words of the refusals by kind: the same code means another thing of a household than of an account. */
export const evidenceReasonTexts: Record<CheckedKind, Partial<Record<EvidenceReason, string>>> = {
  vneidActivated: { notActivated: "Chưa kích hoạt mức 2", notFound: "Không tìm thấy người này", wrongPerson: "Số và họ tên không khớp", other: "Lý do khác" },
  householdInformed: { noAccount: "Hộ chưa có ai có tài khoản", notFound: "Không có hộ này", wrongPerson: "Chủ hộ không đúng", other: "Lý do khác" },
  articlePublished: { unreachable: "Không mở được đường dẫn", otherTopic: "Không nói về dịch vụ công", notOwn: "Không phải tin của đơn vị", other: "Lý do khác" },
  eventHeld: { notHeld: "Không có buổi này", wrongAttendance: "Số người dự không đúng", otherTopic: "Không nói về dịch vụ công", other: "Lý do khác" },
};

/** Why it was refused, as the author and the desk read it. */
export function evidenceReasonText(kind: string, reason: EvidenceReason): string {
  const texts: Readonly<Record<string, Partial<Record<EvidenceReason, string>>>> = evidenceReasonTexts;
  return texts[kind]?.[reason] ?? "Lý do khác";
}

export const policeKindNames: Record<PoliceKind, string> = { vneidActivated: "Tài khoản VNeID", householdInformed: "Hộ dân" };

/** Screens of the police: what is to be confirmed, what was, and the same as a file. */
export const policeTexts = {
  title: "Xác nhận",
  done: "Đã xong",
  file: "Xuất, nhập tệp",
  kinds: "Loại",
  area: "Địa bàn",
  allAreas: "Tất cả địa bàn",
  open: (count: string) => `${count} chờ xác nhận`,
  oldest: (day: string) => `cũ nhất ${day}`,
  due: (day: string, count: string) => `đợt thứ Sáu ${day}: còn ${count}`,
  dueDone: (day: string) => `đợt thứ Sáu ${day}: đã xong`,
  proposed: (count: string) => `${count} có đề xuất`,
  empty: "Không còn gì chờ xác nhận.",
  emptyHelper: "Không còn gì để đề xuất.",
  emptyDone: "Chưa xác nhận hay từ chối mục nào.",
  confirmPage: (count: number) => `Xác nhận cả trang (${count})`,
  acceptPage: (count: number) => `Nhận ${count} đề xuất trên trang`,
  proposePage: (count: number) => `Đề xuất xác nhận cả trang (${count})`,
  helperNote: "Đề xuất chờ công an xác nhận. Mục của đội mình ghi không có ở đây.",
  areasTitle: "Tồn đọng theo địa bàn",
  backlogTitle: "Công an xác nhận",
  backlogNone: "Không còn tài khoản hay hộ nào chờ công an xác nhận.",
  backlogNote: (moment: string) => `Số liệu lúc ${moment}. Đợt: đã được đội trưởng duyệt trước 0 giờ thứ Sáu.`,
  openCount: (count: string, name: string) => `${count}, ${name}: xem các mục`,
  noArea: "Chưa rõ địa bàn",
  columns: {
    name: "Họ tên", head: "Chủ hộ", address: "Địa chỉ", birthYear: "Năm sinh", number: "Số định danh", place: "Thôn, khu phố", day: "Ngày", verdict: "Kết quả",
    area: "Địa bàn", kind: "Loại", open: "Chờ xác nhận", since: "Cũ nhất", due: "Đợt thứ Sáu",
  },
  reminder: (count: string, day: string) => `Còn ${count} mục của đợt thứ Sáu ${day}.`,
} as const;

/** The file that goes out and comes back. */
export const policeFileTexts = {
  sheet: "Danh sách",
  fileName: (kind: PoliceKind, day: string) => `xac-nhan-${kind === "vneidActivated" ? "vneid" : "ho-dan"}-${day}.xlsx`,
  heading: { vneidActivated: "DANH SÁCH TÀI KHOẢN VNEID CHỜ XÁC NHẬN", householdInformed: "DANH SÁCH HỘ DÂN CHỜ XÁC NHẬN" } satisfies Record<PoliceKind, string>,
  watermark: (name: string, moment: string) => `Xuất bởi ${name}, ${moment}. Có dữ liệu cá nhân: không chuyển tiếp, xoá sau khi dùng.`,
  howTo: "Ghi Kết quả: xác nhận hoặc từ chối (kèm Lý do). Để trống là chưa quyết định. Không sửa cột Mã dòng.",
  key: "Mã dòng",
  verdict: "Kết quả",
  reason: "Lý do",
  verdictWords: ["xác nhận", "từ chối"],
  out: "Xuất danh sách",
  outNote: "Tệp có họ tên và số định danh. Từng dòng được ghi vào nhật ký.",
  outButton: "Xuất tệp",
  outBusy: "Đang xuất…",
  outDone: (count: string) => `Đã xuất ${count} dòng.`,
  outMore: (count: string) => `Tệp có ${count} dòng cũ nhất. Nhập lại rồi xuất phần còn lại.`,
  outEmpty: "Không có dòng nào để xuất.",
  in: "Nhập lại tệp đã điền",
  inNote: "Xem trước rồi mới ghi. Cùng một tệp nhập hai lần không đổi gì.",
  choose: "Chọn tệp",
  reading: "Đang đọc…",
  accepting: "Đang ghi…",
  preview: "Xem trước",
  willConfirm: (count: string) => `${count} xác nhận`,
  willRefuse: (count: string) => `${count} từ chối`,
  unchanged: (count: string) => `${count} đã ghi từ trước`,
  undecided: (count: string) => `${count} để trống`,
  problems: (count: string) => `${count} dòng chưa nhận được`,
  accept: (count: string) => `Ghi ${count} dòng đúng`,
  back: "Bỏ tệp này",
  accepted: (count: string) => `Đã ghi ${count} dòng.`,
  proposed: (count: string) => `Đã đề xuất ${count} dòng.`,
  nothing: "Tệp này không có gì mới để ghi.",
  row: "Dòng",
  column: "Cột",
  why: "Vì sao",
  moreProblems: (count: string) => `và ${count} dòng nữa`,
} as const;
