import type { DuplicateReason } from "../domain/entry/duplicate-reason";
import type { VisitResult } from "../domain/entry/household-visit";
import type { Audience, EventType } from "../domain/entry/outreach-event";

/** Words of the kinds of entries other than help sessions. */
export const visitResultNames: Record<VisitResult, string> = {
  informed: "Đã gặp, đã tuyên truyền",
  absent: "Vắng nhà",
  refused: "Không tiếp",
  moved: "Đã chuyển đi",
};

export const eventTypeNames: Record<EventType, string> = {
  talk: "Buổi tuyên truyền",
  training: "Tập huấn",
  clubMeeting: "Sinh hoạt chuyên đề",
  contest: "Cuộc thi",
  mobileDay: "Ngày ra quân",
};

export const audienceNames: Record<Audience, string> = {
  youth: "Đoàn viên, thanh niên",
  pupils: "Học sinh, sinh viên",
  residents: "Người dân",
  workers: "Công nhân, người lao động",
  officials: "Cán bộ, công chức, viên chức",
};

export const duplicateReasonNames: Record<DuplicateReason, string> = {
  otherMatter: "Đây là việc khác",
  otherPerson: "Đây là người khác, hộ khác",
  correction: "Ghi lại cho đúng",
};

export const entryKindFacts = {
  result: "Kết quả",
  address: "Địa chỉ",
  comeBackOn: "Hẹn lại",
  hasAccount: "Trong hộ có tài khoản dịch vụ công",
  hasVneid: "Trong hộ có VNeID mức 2",
  yes: "Có",
  no: "Chưa",
  type: "Hình thức",
  audience: "Đối tượng",
  placeName: "Nơi",
  attendance: "Người dự",
  attended: (youth: number, others: number) => `${youth} đoàn viên, thanh niên, ${others} người khác`,
  url: "Đường dẫn",
  opensInNewTab: "mở trong cửa sổ mới",
  publisher: "Nơi đăng",
  publishedOn: "Ngày đăng",
  checkedIn: "Vào ca",
  checkedOut: "Ra ca",
  duplicateReason: "Vẫn ghi vì",
} as const;
