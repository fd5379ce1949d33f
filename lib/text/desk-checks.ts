import type { OfficerKind } from "../domain/evidence/checked-kind";

/** What both the police and officers do with a row of their list. */
export const checkTexts = {
  confirm: "Xác nhận",
  refuse: "Từ chối",
  acceptProposal: "Nhận đề xuất",
  proposeConfirm: "Đề xuất xác nhận",
  proposeRefuse: "Đề xuất từ chối",
  undo: "Hoàn tác",
  remaining: (seconds: number) => `${seconds} giây`,
  chooseReason: "Lý do từ chối",
  back: "Quay lại",
  rows: "Danh sách",
  pages: "Trang",
  first: "Về đầu",
  more: "Trang sau",
  views: { open: "Chờ", done: "Đã xong" },
  confirmed: "Đã xác nhận",
  refused: "Từ chối",
  proposedConfirmed: "Đề xuất xác nhận",
  proposedRefused: "Đề xuất từ chối",
  by: (name: string) => `của ${name}`,
  sending: "Đang gửi",
  sendingMany: (count: number) => `Đang gửi ${count} mục…`,
  notTaken: "Chưa ghi",
  hiddenNumber: (lastFour: string) => `•••• •••• ${lastFour}`,
  noNumber: "không ghi",
  doneNotice: (count: number) => `Đã ghi ${count} mục.`,
  takenBack: (count: number) => `Đã hoàn tác ${count} mục.`,
  notAll: (count: number) => `${count} mục chưa ghi được. Xem lý do ở từng dòng.`,
  unreachable: (count: number) => `Chưa gửi được ${count} mục: không tới được máy chủ.`,
  unreachableFile: "Chưa tới được máy chủ. Chưa có gì được ghi.",
  again: "Gửi lại",
  notSignedIn: "Đăng nhập lại để tiếp tục. Quyết định chưa gửi sẽ mất.",
  signIn: "Đăng nhập",
  undoTooLate: "Đã quá thời gian hoàn tác.",
  keys: "Phím",
  keysTitle: "Phím tắt",
  keyList: [["X", "xác nhận, sang dòng sau"], ["T", "từ chối, rồi 1–4 chọn lý do"], ["C", "nhận đề xuất"], ["↑ ↓", "chuyển dòng"], ["Enter", "mở đường dẫn"], ["Z", "hoàn tác"], ["?", "bảng này"]],
  keysNote: "Phím theo vị trí trên bàn phím nên bộ gõ Telex không cản. Đang gõ chữ thì phím tắt nghỉ.",
  keysOn: "Dùng phím tắt",
  close: "Quay lại",
} as const;

export const officerKindNames: Record<OfficerKind, string> = { articlePublished: "Tin, bài", eventHeld: "Buổi tuyên truyền" };

/** Screen of the officer: articles and events of the own units. */
export const officerTexts = {
  title: "Kiểm tra tin, buổi",
  open: (count: string) => `${count} chờ kiểm tra`,
  empty: "Không còn tin, bài hay buổi nào chờ kiểm tra.",
  emptyDone: "Chưa kiểm tra mục nào.",
  columns: { title: "Tên", publisher: "Nơi đăng", link: "Đường dẫn", place: "Nơi", attendance: "Người dự", unit: "Đơn vị", day: "Ngày", verdict: "Kết quả" },
  openLink: "Mở",
  opensNew: "mở trong cửa sổ mới",
  attendance: (youth: number, others: number) => `${youth} đoàn viên, ${others} khác`,
  confirmPage: (count: number) => `Xác nhận cả trang (${count})`,
} satisfies Record<string, unknown>;
