import type { ReviewReason } from "../domain/review/lifecycle";

export type ReviewReasonText = {
  /** What the volunteer and the leader read. */
  readonly label: string;
  /** The field in words, for "Sửa …". */
  readonly fieldLabel: string;
  /**
   * Where "Sửa …" leads when the review names no field of its own: a path inside the content. Absent means
   * the whole entry.
   */
  readonly field?: string;
};

export const reviewReasonTexts: Record<ReviewReason, ReviewReasonText> = {
  wrongDossierCode: { label: "Mã hồ sơ chưa đúng", fieldLabel: "mã hồ sơ", field: "outcomes.0.dossierCode" },
  identityMismatch: { label: "Số định danh và ngày sinh chưa hợp nhau", fieldLabel: "năm sinh", field: "subject.birth" },
  wrongOutcome: { label: "Chọn chưa đúng việc đã giúp", fieldLabel: "kết quả", field: "outcomes" },
  missingConsent: { label: "Thiếu đồng ý của người dân", fieldLabel: "đồng ý", field: "consent.purposes" },
  likelyDuplicate: { label: "Có thể đã ghi ở mục khác", fieldLabel: "cả mục" },
  wrongPlaceOrTime: { label: "Nơi hoặc giờ chưa đúng", fieldLabel: "nơi, giờ", field: "place" },
  needsExplanation: { label: "Cần bạn nói thêm", fieldLabel: "cả mục" },
};

/** Fields a reviewer can point at, by path; an outcome's number is cut out before looking it up. */
const fieldNames: Record<string, string> = {
  "subject.name": "họ tên",
  "subject.personalNumber": "số định danh",
  "subject.birth": "năm sinh",
  "subject.sex": "giới tính",
  "subject.phone": "số điện thoại",
  "subject.address": "nơi cư trú",
  "subject.taxCode": "mã số thuế",
  "consent.purposes": "đồng ý",
  "outcomes.dossierCode": "mã hồ sơ",
  "outcomes.service": "dịch vụ",
  outcomes: "kết quả",
  happenedAt: "giờ",
  place: "nơi, giờ",
};

/** "mã hồ sơ" for `outcomes.1.dossierCode`; undefined for a path without a name of its own. */
export function fieldName(path: string): string | undefined {
  return fieldNames[path.replace(/\.\d+(?=\.|$)/g, "")];
}
