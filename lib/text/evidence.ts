import type { EvidenceReason } from "../domain/evidence/checked-kind";
import type { Standing } from "../domain/report/standing";
import type { StateText } from "./states";

/** `unchecked`: it may count, and nobody has said anything of it yet. */
export type EvidenceState = Standing | "unchecked";

/** How the evidence of an outcome stands; derived from dated rows of evidence. */
export const evidenceStates: Record<EvidenceState, StateText> = {
  unchecked: { full: "Chưa đối khớp", short: "Chưa đối khớp" },
  noKey: { full: "Chưa có mã hoặc số định danh để đối khớp", short: "Thiếu mã" },
  notFound: { full: "Chưa tìm thấy trên iGate", short: "Chưa tìm thấy" },
  matched: { full: "Đã khớp với iGate", short: "Đã khớp" },
  outsideScheme: { full: "Ngoài thời gian đề án", short: "Ngoài đề án" },
  onPaper: { full: "Trên iGate là hồ sơ giấy", short: "Hồ sơ giấy" },
  duplicate: { full: "Trùng, đã được tính ở mục khác", short: "Trùng" },
  awaitingPolice: { full: "Chờ công an xác nhận", short: "Chờ công an" },
  confirmedByPolice: { full: "Công an đã xác nhận", short: "Công an xác nhận" },
  refusedByPolice: { full: "Công an từ chối", short: "Công an từ chối" },
  awaitingOfficer: { full: "Chờ cán bộ kiểm tra", short: "Chờ kiểm tra" },
  checkedByOfficer: { full: "Cán bộ đã kiểm tra", short: "Đã kiểm tra" },
  refusedByOfficer: { full: "Cán bộ đã kiểm tra, không tính", short: "Không tính" },
  notNeeded: { full: "Không cần đối khớp", short: "Không cần khớp" },
};

/** What it means to its author, where the state alone leaves a question. */
export const evidenceMeanings: Partial<Record<EvidenceState, string>> = {
  noKey: "Vẫn lưu. Có mã hồ sơ hoặc số định danh thì mới đối khớp được.",
  outsideScheme: "iGate ghi ngày ngoài thời gian đề án: vẫn lưu, không tính.",
  onPaper: "iGate ghi là nộp giấy, không nộp trực tuyến: vẫn lưu, không tính.",
  duplicate: "Mục được nhận sớm hơn đã tính việc này: vẫn lưu, không tính lần nữa.",
  refusedByPolice: "Vẫn lưu, không tính.",
  refusedByOfficer: "Vẫn lưu, không tính.",
};

/** Why the police or an officer said no. */
export const evidenceReasonNames: Record<EvidenceReason, string> = {
  notActivated: "Tài khoản chưa kích hoạt mức 2",
  notFound: "Không tìm thấy người này hoặc hộ này",
  wrongPerson: "Không đúng người, không đúng chủ hộ",
  noAccount: "Trong hộ chưa có ai có tài khoản",
  unreachable: "Đường dẫn không mở được",
  otherTopic: "Không nói về dịch vụ công trực tuyến",
  notOwn: "Không phải tin, bài của đơn vị",
  notHeld: "Không có buổi này",
  wrongAttendance: "Số người dự chưa đúng",
  other: "Lý do khác",
};

/** Waiting that should be seen to grow old. */
const ageing: ReadonlySet<EvidenceState> = new Set(["notFound", "awaitingPolice", "awaitingOfficer"]);
const dayMs = 24 * 60 * 60 * 1000;

/** "Chưa tìm thấy trên iGate, 12 ngày". */
export function evidenceText(state: EvidenceState, length: keyof StateText, since: string | undefined, now: string): string {
  const age = waitingAge(state, since, now);
  return age ? `${evidenceStates[state][length]}, ${age}` : evidenceStates[state][length];
}

/** "12 ngày"; undefined for what does not wait, or not for a day yet. */
export function waitingAge(state: EvidenceState, since: string | undefined, now: string): string | undefined {
  const days = since === undefined || !ageing.has(state) ? 0 : Math.floor((Date.parse(now) - Date.parse(since)) / dayMs);
  return days >= 1 ? `${days} ngày` : undefined;
}

/** "12 chờ công an xác nhận": a state inside a sentence. */
export function countedState(count: string, state: string): string {
  return `${count} ${state.charAt(0).toLowerCase()}${state.slice(1)}`;
}

/** The register knows a code that differs in one character: a question to whoever recorded it. */
export const proposedCodeText = {
  title: "Mã gần giống trên iGate",
  recorded: "Bạn ghi",
  proposed: "Trên iGate",
  question: "Hai mã khác nhau một chỗ. Xem lại giấy hẹn rồi chọn.",
  take: "Sửa thành mã này",
  keep: "Mã của tôi đúng",
  locked: "Mục đã duyệt nên không sửa được ở đây. Nếu mã trên iGate mới đúng thì nói với đội trưởng.",
  desk: (code: string) => `Mã gần giống trên iGate: ${code}. Đã hỏi người ghi.`,
} as const;
