import type { EntryKind } from "../domain/entry/entry";
import type { ReviewReason } from "../domain/review/lifecycle";

export type ReviewReasonText = {
  /** What the volunteer and the leader read. */
  readonly label: string;
  /**
   * Where "Sửa …" leads when the review names no field of its own: a path inside the content, by kind of entry.
   * Absent means the whole entry.
   */
  readonly fields?: Partial<Record<EntryKind, string>>;
};

export const reviewReasonTexts: Record<ReviewReason, ReviewReasonText> = {
  wrongDossierCode: { label: "Mã hồ sơ chưa đúng", fields: { helpSession: "outcomes.0.dossierCode" } },
  identityMismatch: { label: "Số định danh và ngày sinh chưa hợp nhau", fields: { helpSession: "subject.birth" } },
  wrongOutcome: { label: "Chọn chưa đúng việc đã giúp", fields: { helpSession: "outcomes", householdVisit: "result" } },
  missingConsent: { label: "Thiếu đồng ý của người dân", fields: { helpSession: "consent.purposes", householdVisit: "consent.purposes" } },
  likelyDuplicate: { label: "Có thể đã ghi ở mục khác" },
  wrongPlaceOrTime: {
    label: "Nơi hoặc giờ chưa đúng",
    fields: { helpSession: "place", householdVisit: "place", outreachEvent: "placeName", shiftAttendance: "checkedOutAt" },
  },
  wrongAttendance: { label: "Số người dự chưa đúng", fields: { outreachEvent: "attendance.youth" } },
  wrongLink: { label: "Đường dẫn chưa mở được, hoặc mở ra bài khác", fields: { article: "url" } },
  offTopic: { label: "Không nói về dịch vụ công trực tuyến" },
  needsExplanation: { label: "Cần bạn nói thêm" },
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
  "consent.guardian": "người giám hộ",
  "consent.guardian.name": "người giám hộ",
  "outcomes.dossierCode": "mã hồ sơ",
  "outcomes.service": "dịch vụ",
  outcomes: "kết quả",
  duplicateReason: "lý do vẫn ghi",
  happenedAt: "giờ",
  place: "nơi, giờ",
  placeName: "nơi",
  "place.name": "nơi",
  "household.head": "chủ hộ",
  "household.address": "địa chỉ",
  result: "kết quả",
  comeBackOn: "ngày hẹn lại",
  type: "hình thức",
  title: "tiêu đề",
  audience: "đối tượng",
  "attendance.youth": "số đoàn viên, thanh niên",
  "attendance.others": "số người khác",
  url: "đường dẫn",
  publisher: "nơi đăng",
  publishedOn: "ngày đăng",
  checkedOutAt: "giờ ra ca",
};

/** "mã hồ sơ" for `outcomes.1.dossierCode`; undefined for a path without a name of its own. */
export function fieldName(path: string): string | undefined {
  return fieldNames[path.replace(/\.\d+(?=\.|$)/g, "")];
}
