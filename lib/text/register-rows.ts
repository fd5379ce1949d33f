import type { RegisterIndicator } from "../domain/report/register-indicators";
import type { RowChannel, RowPart } from "../protocol/register-rows";

/** The rows of iGate and of the member list behind a number. */
export const rowTexts = {
  title: "Các dòng phía sau con số",
  tab: "Các dòng",
  heading: (unit: string, indicator: string) => `${indicator}: ${unit}`,
  parts: { whole: "Tổng số", part: "Đạt", rest: "Chưa đạt" } satisfies Record<RowPart, string>,
  counts: { whole: (count: string) => `${count} dòng, tổng số`, part: (count: string) => `${count} dòng đạt`, rest: (count: string) => `${count} dòng chưa đạt` } satisfies Record<RowPart, (count: string) => string>,
  partsNav: "Xem phần nào",
  masked: "Số định danh chỉ hiện 4 số cuối.",
  period: (from: string, to: string) => `Từ ${from} đến ${to}.`,
  until: (to: string) => `Từ đầu đề án đến ${to}.`,
  onDay: (day: string) => `Đoàn viên của ngày ${day}.`,
  /** Registers can be asked as of a day, lists of members cannot. */
  ofThen: (day: string) => `Theo các tệp iGate đã nhập đến hết ngày ${day}, như con số đã xem; danh sách đoàn viên là của lúc này.`,
  accountsOfThen: (day: string) => `Theo quyết định và các tệp iGate đã nhập đến hết ngày ${day}, như con số đã xem.`,
  first: (shown: string, count: string) => `${shown} dòng đầu trên ${count} dòng.`,
  none: "Không có dòng nào phía sau con số này.",
  columns: {
    unit: "Đơn vị", code: "Mã hồ sơ", receipt: "Mã nhận", service: "Dịch vụ", number: "Số định danh", counts: "Đạt", why: "Vì sao", channel: "Cách nộp",
    received: "Ngày nhận", counted: "Ngày ghi", memberSince: "Đoàn viên từ",
  },
  yes: "có",
  no: "chưa",
  pages: "Trang",
  previous: "Trang trước",
  next: "Trang sau",
  back: "Về bảng số",
  backToServices: "Về bảng dịch vụ",
  channels: { online: "Trực tuyến", inPerson: "Trực tiếp" } satisfies Record<RowChannel, string>,
  servicesCount: (count: string) => `${count} hồ sơ`,
  fileNames: { shares: (day: string) => `cac-dong-${day}`, services: (month: string) => `de-an-06-ho-so-${month}` },
} as const;

type Told = { readonly counts: boolean; readonly told: boolean; readonly since: string | undefined };
type Reasons = { readonly yes: string; readonly no: string; readonly untold: string };

const dossierReasons: Reasons = { yes: "nộp trực tuyến", no: "nộp giấy", untold: "iGate không ghi cách nộp" };
const reasons: Record<Exclude<RegisterIndicator, "members_with_account" | "members_vneid2">, Reasons> = {
  transacting_rate: { yes: "iGate ghi có giao dịch", no: "iGate ghi chưa có giao dịch", untold: "iGate chưa cho biết giao dịch" },
  online_rate: dossierReasons,
  online_share: dossierReasons,
  online_payment_share: { yes: "thanh toán trực tuyến", no: "không thanh toán trực tuyến", untold: "iGate không ghi thanh toán" },
};

/** Why a row counts or doesn't. `since`: a day as it is written. */
export function rowReason(indicator: RegisterIndicator, { counts, told, since }: Told): string {
  if (indicator === "members_with_account") return since ? (counts ? `có tài khoản từ ${since}` : `có tài khoản từ ${since}, sau ngày cuối kỳ`) : "iGate chưa có tài khoản";
  if (indicator === "members_vneid2") return since ? (counts ? `liên kết VNeID từ ${since}` : `liên kết VNeID từ ${since}, sau ngày cuối kỳ`) : "iGate chưa có liên kết VNeID";
  const { yes, no, untold } = reasons[indicator];
  return counts ? yes : told ? no : untold;
}
