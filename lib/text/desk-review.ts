import type { EntryFlag } from "../domain/entry/flags";
import type { ConsentPurpose, Consent } from "../domain/entry/consent";
import type { ReviewAction, ReviewStep } from "../domain/review/lifecycle";

/** The leader's queue. */
export const reviewDesk = {
  title: "Duyệt",
  queue: "Các mục chờ",
  waiting: (count: number) => `${count} mục chờ`,
  overdue: (count: number) => `${count} mục quá 3 ngày`,
  views: { flagged: "Cần xem kỹ", answered: "Người ghi nói thêm", all: "Tất cả", quarantined: "Tạm giữ", decided: "Đã duyệt" },
  answered: "Người ghi nói thêm",
  viewsLabel: "Chọn nhóm mục",
  filters: {
    label: "Lọc",
    person: "Người",
    outcome: "Loại",
    place: "Nơi",
    age: "Đã chờ",
    any: "Tất cả",
    ages: { any: "Mọi lúc", overDay: "Trên 1 ngày", over3Days: "Trên 3 ngày", over7Days: "Trên 7 ngày" },
    apply: "Lọc",
    clear: "Bỏ lọc",
    search: "Tìm mục",
    searchHint: "Mã nhận, mã hồ sơ, 4 số cuối",
  },
  order: { newest: "Mới nhất trước", oldest: "Cũ nhất trước" },
  orderLabel: "Đổi thứ tự",
  chooseAll: (count: number) => `Chọn ${count} mục không có dấu hiệu`,
  choose: (name: string) => `Chọn ${name}`,
  chosen: (count: number) => `Đã chọn ${count} mục`,
  confirmChosen: (count: number) => `Duyệt ${count} mục`,
  more: "Xem tiếp",
  first: "Về đầu danh sách",
  pages: "Trang của danh sách",
  emptyQueue: "Không còn mục nào chờ.",
  emptyFilter: "Không có mục nào khớp với bộ lọc.",
  pickOne: "Chọn một mục để xem.",
  entryGone: "Không thấy mục này, hoặc mục không thuộc phạm vi được giao.",
  keys: "Phím tắt",
  keysTitle: "Phím tắt khi duyệt",
  keysNote: "Phím tắt nghỉ khi đang gõ chữ.",
  keysOn: "Dùng phím tắt",
  keyList: [
    ["D", "Duyệt"],
    ["S", "Trả lại để sửa"],
    ["K", "Không duyệt"],
    ["↓ ↑", "Mục sau, mục trước"],
    ["Space", "Chọn mục đang xem"],
    ["/", "Tìm"],
    ["Z", "Hoàn tác"],
    ["?", "Bảng này"],
  ] as const,
  close: "Đóng",
  backToList: "Danh sách",
} as const;

export const reviewDetail = {
  heardOf: (kind: string, time: string, day: string, place: string) => `${kind}, ${time} ngày ${day}, ${place}`,
  facts: "Thông tin",
  personalNumber: "Số định danh",
  birth: "Ngày sinh",
  sex: "Giới tính",
  sexes: { male: "Nam", female: "Nữ" },
  residence: "Nơi cư trú",
  phone: "Điện thoại",
  taxCode: "Mã số thuế",
  consent: "Đồng ý",
  notRecorded: "không ghi",
  scanned: "quét thẻ",
  typed: "nhập tay",
  reveal: { personalNumber: "Hiện số", phone: "Hiện số điện thoại" },
  hide: "Che lại",
  revealing: "Đang mở…",
  revealFailed: "Chưa hiện được. Thử lại.",
  revealLogged: "Mỗi lần hiện đều được ghi vào nhật ký.",
  outcomes: (count: number) => `Kết quả (${count})`,
  paidOnline: "thanh toán trực tuyến",
  paper: "hồ sơ giấy",
  history: "Diễn biến",
  author: "Người ghi",
  answer: {
    title: "Người ghi nói mục này đúng, nhờ xem lại",
    by: (name: string, moment: string) => `${name}, ${moment}`,
    to: (reason: string) => `Trả lời cho: ${reason}`,
  },
  authorCounts: (entries: number, returned: number) => `${entries} mục trong 30 ngày, ${returned} mục trả lại`,
  consentGiven: (purposes: number, version: number, method: string) => `${purposes} mục đích, ${method}, bản ${version}`,
  consentMethods: { readAloud: "đọc cho nghe", shownOnScreen: "đọc trên màn hình" } satisfies Record<Consent["method"], string>,
  consentByGuardian: (name: string) => `người giám hộ: ${name}`,
  consentPurposes: {
    record: "ghi nhận",
    verify: "đối khớp",
    contact: "liên hệ",
  } satisfies Record<ConsentPurpose, string>,
  consentEnough: "Đủ",
  consentMissing: "Thiếu",
  consentWithdrawn: "Đã rút",
  erased: "Đã xoá thông tin",
  remaining: (seconds: number) => `0:${String(seconds).padStart(2, "0")}`,
} as const;

export const historyTexts = {
  receipt: (receipt: string) => `mã ${receipt}`,
  steps: {
    captured: "Lưu trên máy",
    received: "Máy chủ nhận",
    amended: "Người ghi đã sửa",
    withdrawn: "Người ghi đã rút",
    consentWithdrawn: "Người dân rút đồng ý, thông tin đã xoá",
  },
  actions: {
    confirm: "Duyệt",
    return: "Trả lại để sửa",
    refuse: "Không duyệt",
    undo: "Hoàn tác",
    reopen: "Mở lại",
    overturn: "Bác kết quả duyệt",
    release: "Thôi tạm giữ",
    answer: "Người ghi nói thêm, nhờ xem lại",
  } satisfies Record<ReviewStep, string>,
} as const;

export const decisionTexts = {
  confirm: "Duyệt",
  return: "Trả lại để sửa",
  refuse: "Không duyệt",
  release: "Thôi tạm giữ",
  reopen: "Mở lại",
  overturn: "Bác kết quả duyệt",
  undo: "Hoàn tác",
  sending: "Đang gửi…",
  reason: "Lý do",
  chooseReason: "Chọn lý do",
  field: "Chỗ cần sửa",
  wholeEntry: "cả mục",
  note: "Lời nhắn",
  noteRequired: "Ghi lý do để người sau hiểu.",
  noteHint: "Không ghi số định danh, số điện thoại ở đây.",
  dialogTitles: {
    return: "Trả lại để sửa",
    refuse: "Không duyệt mục này",
    reopen: "Mở lại để duyệt lại",
    overturn: "Bác kết quả đã duyệt",
  },
  askFlagged: "Mục này có dấu hiệu cần xem kỹ",
  confirmAnyway: "Đã xem, duyệt",
  back: "Quay lại",
  done: {
    confirm: (count: number) => (count === 1 ? "Đã duyệt 1 mục." : `Đã duyệt ${count} mục.`),
    return: () => "Đã trả lại 1 mục.",
    refuse: () => "Đã ghi: không duyệt 1 mục.",
    release: () => "Đã thôi tạm giữ 1 mục.",
    reopen: () => "Đã mở lại 1 mục.",
    overturn: () => "Đã bác 1 mục.",
    undo: () => "Đã hoàn tác.",
  } satisfies Record<ReviewAction, (count: number) => string>,
  conflict: (who: string, did: string, time: string) => `${who} đã ${did} lúc ${time}. Xem trước khi quyết định.`,
  conflictUnknown: "Mục này vừa thay đổi. Xem trước khi quyết định.",
  did: {
    confirm: "duyệt mục này",
    return: "trả lại mục này",
    refuse: "không duyệt mục này",
    undo: "hoàn tác quyết định",
    reopen: "mở lại mục này",
    overturn: "bác mục này",
    release: "thôi tạm giữ mục này",
    amend: "sửa mục này",
    withdraw: "rút mục này",
    answer: "nói thêm về mục này",
    withdrawConsent: "xoá thông tin theo yêu cầu của người dân",
  },
  notAllDecided: (count: number) => `${count} mục chưa duyệt được, vì vừa thay đổi. Xem lại trong danh sách.`,
  nothingToDecide: "Không có bước nào cho mục này.",
  ownEntry: "Mục do chính mình ghi: người khác duyệt.",
  notSignedIn: "Đăng nhập lại để tiếp tục. Quyết định này chưa được gửi.",
  signIn: "Đăng nhập",
  unreachable: "Chưa gửi được: không tới được máy chủ. Quyết định chưa được ghi.",
  undoTooLate: "Đã quá thời gian hoàn tác.",
} as const;

/** What a flag means and what to do about it. None of them says that somebody did wrong. */
export const flagTexts: Record<EntryFlag, { readonly label: string; readonly explanation: string }> = {
  numberAndBirthDiffer: {
    label: "Số định danh và năm sinh lệch nhau",
    explanation: "Hai chữ số năm trong số định danh khác năm sinh đã ghi. Thẻ cũ có thể in sai: hãy hỏi lại, chưa phải lỗi.",
  },
  numberAndSexDiffer: {
    label: "Số định danh và giới tính lệch nhau",
    explanation: "Chữ số giới tính trong số định danh khác giới tính đã ghi. Hãy hỏi lại người ghi.",
  },
  numberProvinceUnknown: {
    label: "Ba số đầu không phải mã tỉnh nào",
    explanation: "Số định danh có thể gõ nhầm ở đầu. Hãy đối chiếu lại với thẻ.",
  },
  dossierUnitUnknown: {
    label: "Mã hồ sơ của đơn vị chưa rõ",
    explanation: "Phần đầu mã hồ sơ chưa có trong danh mục. Hãy xem lại giấy hẹn.",
  },
  typedNotScanned: {
    label: "Nhập tay, không quét thẻ",
    explanation: "Số định danh được gõ tay nên dễ nhầm hơn. Xem kỹ số và tên.",
  },
  clockOff: {
    label: "Giờ trên máy lệch",
    explanation: "Giờ của máy khi ghi lệch trên 10 phút so với máy chủ. Xem lại ngày giờ của mục.",
  },
  possibleDuplicate: {
    label: "Có thể đã ghi ở mục khác",
    explanation: "Có thể đã được ghi nhận. Vẫn duyệt nếu đây là việc khác.",
  },
  notCheckedOut: {
    label: "Chưa ra ca",
    explanation: "Ca này chưa có giờ ra, có thể đang trực. Duyệt rồi thì không ghi giờ ra được nữa, ca không được tính bồi dưỡng.",
  },
};

/** "2 giờ", "hôm qua", "3 ngày": how long something has waited, at a glance. */
export function waitingTime(minutes: number): string {
  if (minutes < 1) return "vừa xong";
  if (minutes < 60) return `${Math.floor(minutes)} phút`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} giờ`;
  return `${Math.floor(minutes / (24 * 60))} ngày`;
}
