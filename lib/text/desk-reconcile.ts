import type { RecordKind, RegisterField } from "../domain/import/record-fields";
import type { Standing } from "../domain/report/standing";
import type { ImportPhase, ImportStatus, RegisterKind } from "../protocol/imports";

/** What is said of a standing in tables: its name, and what it means for the number. */
export type StandingText = { readonly name: string; readonly meaning: string };

/** Reconciliation with the register: choose, map, preview, run, result. */
export const reconcileTexts = {
  nav: "Đối khớp",
  title: "Đối khớp với iGate",
  steps: { label: "Các bước", choose: "Chọn tệp", map: "Ghép cột", preview: "Xem trước", run: "Đối khớp", result: "Kết quả" },
  history: "Các lần nhập",
  newImport: "Nhập tệp",
  unreachable: "Chưa gửi được: không tới được máy chủ. Chưa có gì thay đổi.",
  signIn: "Đăng nhập",
  back: "Quay lại",

  chooseTitle: "Chọn tệp xuất từ iGate",
  chooseHint: "Kéo tệp vào đây, hoặc bấm để chọn. Nhận .xlsx (tới 100.000 dòng) và .csv (tới 1 GB). Tệp gốc không được lưu lại.",
  chooseButton: "Chọn tệp",
  looking: "Đang xem tên cột…",

  kind: "Loại dữ liệu",
  sheet: "Trang tính",
  layoutLabel: "Tên mẫu cột",
  layoutHint: "Lần sau tệp cùng tên cột được ghép như vậy.",
  layoutName: (kind: RecordKind, number: number) => `${{ dossier: "Hồ sơ", account: "Tài khoản", member: "Đoàn viên" }[kind]}, mẫu ${number}`,
  otherFile: "Chọn tệp khác",
  read: "Đọc tệp",

  reading: "Đang đọc tệp",
  readingHint: "Chưa có gì thay đổi. Dừng lúc nào cũng được, không để lại gì.",
  rows: (count: string) => `${count} dòng`,
  rate: (count: string) => `${count} dòng mỗi giây`,
  bytes: (done: string, all: string) => `${done} trên ${all}`,
  stop: "Dừng",
  stopping: "Đang dừng…",
  silent: "Lượt đọc này đã ngắt giữa chừng. Bỏ đi rồi nhập lại tệp.",
  waitingForFile: "Lượt nhập này chưa có tệp.",
  discard: "Bỏ lượt này",

  previewTitle: "50 dòng đầu, như máy đọc",
  willChange: "Nếu đối khớp",
  counts: { new: "Dòng mới", changed: "Dòng thay đổi", same: "Đã biết, không đổi", unread: "Không đọc được" },
  nothingNew: "Mọi dòng đọc được đều đã biết. Đối khớp tệp này không làm số đổi.",
  sameFile: "Tệp này đã được đối khớp. Nhập lại không làm số đổi.",
  seeThat: "Xem lần đó",
  row: "Dòng",
  accept: "Đối khớp",
  outdated: "Sau khi đọc tệp này đã có tệp khác được đối khớp. Nhập lại tệp để so với số mới.",
  unreadTitle: (count: string) => `${count} dòng không đọc được`,
  unreadRow: (row: string, column: string) => `Dòng ${row}, cột “${column}”`,
  unreadRowOnly: (row: string) => `Dòng ${row}`,
  download: (count: string) => `Tải ${count} dòng`,
  downloadFirst: (count: string) => `Tải ${count} dòng đầu`,
  allRead: "Dòng nào cũng đọc được.",

  phases: {
    reading: "Đang đọc tệp",
    waiting: "Đang chờ các quyết định khác xong",
    matching: "Đang đối khớp từng kết quả",
    nearMisses: "Đang tìm mã lệch một ký tự",
  } satisfies Record<ImportPhase, string>,
  runHint: "Có thể rời trang này, việc vẫn chạy. Số chỉ đổi khi xong hết.",

  statuses: {
    reading: "Đang đọc",
    ready: "Chờ đối khớp",
    accepting: "Đang đối khớp",
    accepted: "Đã đối khớp",
    cancelled: "Đã bỏ",
    failed: "Ngắt giữa chừng",
  } satisfies Record<ImportStatus, string>,
  sameStatus: "Tệp cũ, không đổi gì",
  gone: "Lượt nhập này đã bỏ, không để lại gì.",

  readSummary: (rows: string, read: string) => `${rows} dòng, đọc được ${read}`,
  layoutUsed: (name: string) => `mẫu cột “${name}”`,
  fromConnector: "Lấy thẳng từ iGate",
  duration: (minutes: number, seconds: number) => (minutes > 0 ? `${minutes} phút ${seconds} giây` : `${seconds} giây`),
  importedBy: (name: string, moment: string) => `${name}, ${moment}`,
  again: "Nhập lại tệp này không làm số đổi",
  outcomes: (count: string, kind: RegisterKind) => `${count} kết quả ${kind === "dossier" ? "hồ sơ" : "tài khoản"} cần đối khớp`,
  against: (day: string) => `So với lần nhập ${day}`,
  againstBefore: "So với trước lần nhập này",
  newlyMatched: (count: string) => `Lần này khớp thêm ${count}`,
  noOutcomes: "Chưa có kết quả nào cần đối khớp.",
  columns: { standing: "Trạng thái", count: "Kết quả", share: "Tỷ lệ", change: "Thay đổi", meaning: "Nghĩa là" },
  seeEntries: "Xem mục",
  seeEntriesOf: (standing: string) => `Xem mục: ${standing}`,
  chart: (parts: string) => `Các kết quả theo trạng thái: ${parts}`,
  chartPart: (name: string, count: string) => `${name} ${count}`,

  nearMisses: "Mã gần giống",
  nearMissCount: (count: string) => `${count} mã lệch 1 ký tự`,
  nearMissNote: "Máy không tự sửa. Người ghi xem giấy hẹn rồi chọn.",
  nearMissBy: (author: string, unit: string) => `người ghi: ${author}, ${unit}`,
  proposedIs: "trên iGate có",
  send: (count: string) => `Gửi ${count} câu hỏi`,
  sending: "Đang gửi…",
  sent: (count: string) => `Đã gửi ${count} câu hỏi. Mục được mở lại ở chỗ mã hồ sơ.`,
  onPhones: "Câu hỏi đã có trên máy của người ghi.",
  sendConsequence: (count: string) => `${count} mục đã duyệt sẽ mở lại để người ghi xem lại mã. Mục chưa duyệt thì câu hỏi đã có trên máy.`,
  showAll: "Xem hết",
  noNearMisses: "Không có mã nào lệch một ký tự.",
  question: "Mã hồ sơ này chưa có trên iGate, nhưng có một mã lệch một ký tự. Xem lại giấy hẹn.",

  unfound: (count: number) => `Chưa tìm thấy: ${count} đơn vị nhiều nhất`,
  unfoundNote: "Quá 60 ngày: gửi lại cho đơn vị",
  unfoundNone: "Kết quả nào cũng đã thấy trên iGate.",
  unit: "Đơn vị",
  ages: { recent: "Dưới 30 ngày", late: "30–60 ngày", overdue: "Quá 60 ngày", sum: "Cộng" },

  listTitle: (standing: string, kind: string) => `${standing}, ${kind}`,
  listCount: (count: string) => `${count} kết quả`,
  listColumns: { key: "Mã hồ sơ", lastFour: "4 số cuối", unit: "Đơn vị", author: "Người ghi", day: "Ngày làm", since: "Như vậy từ", receipt: "Mục" },
  allUnits: "Mọi đơn vị",
  next: "Trang sau",
  listEmpty: "Không có kết quả nào.",
  noCode: "chưa ghi mã",

  historyColumns: { when: "Lúc", file: "Tệp", kind: "Loại", who: "Ai nhập", rows: "Dòng", news: "Mới", changed: "Đổi", status: "Trạng thái" },
  historyNone: "Chưa nhập lần nào.",
  open: "Mở",

  unreadFile: { sheet: "Dòng không đọc được", row: "Dòng", column: "Cột", field: "Cần có", problem: "Vì sao", text: "Trong tệp" },
} as const;

export const registerKindNames: Record<RegisterKind, string> = { dossier: "Hồ sơ", account: "Tài khoản" };

export const registerFieldNames: Record<RegisterField, string> = {
  code: "Mã hồ sơ",
  receivedOn: "Ngày tiếp nhận",
  service: "Thủ tục",
  channel: "Hình thức nộp",
  paidOnline: "Thanh toán trực tuyến",
  status: "Trạng thái hồ sơ",
  applicantNumber: "Số định danh người nộp",
  number: "Số định danh",
  createdOn: "Ngày tạo tài khoản",
  linkedOn: "Ngày liên kết VNeID",
  transactions: "Số giao dịch",
  unit: "Đơn vị",
  joinedOn: "Ngày vào Đoàn",
  leftOn: "Ngày ra Đoàn",
  publicEmployee: "Cán bộ, công chức, viên chức",
};

export const registerValues = { online: "Trực tuyến", paper: "Nộp giấy", yes: "Có", no: "Không" } as const;

/** How claims on the register stand, in words of the desk. */
export const standingTexts: Record<Standing, StandingText> = {
  matched: { name: "Đã khớp", meaning: "Được tính vào chỉ tiêu" },
  notFound: { name: "Chưa tìm thấy", meaning: "Đối khớp lại lần sau" },
  duplicate: { name: "Trùng", meaning: "Tính một lần, cho mục ghi trước" },
  onPaper: { name: "Khớp, nộp giấy", meaning: "Không tính trực tuyến" },
  outsideScheme: { name: "Ngoài đề án", meaning: "Trước ngày được tính" },
  noKey: { name: "Chưa có mã để khớp", meaning: "Người ghi cần bổ sung" },
  awaitingPolice: { name: "Chờ công an", meaning: "Công an chưa xác nhận" },
  confirmedByPolice: { name: "Công an xác nhận", meaning: "Được tính vào chỉ tiêu" },
  refusedByPolice: { name: "Công an từ chối", meaning: "Không tính" },
  awaitingOfficer: { name: "Chờ cán bộ xem", meaning: "Cán bộ đơn vị chưa xem" },
  checkedByOfficer: { name: "Cán bộ đã xem", meaning: "Được tính vào chỉ tiêu" },
  refusedByOfficer: { name: "Cán bộ không nhận", meaning: "Không tính" },
  notNeeded: { name: "Không cần đối khớp", meaning: "Được tính vào chỉ tiêu" },
};
