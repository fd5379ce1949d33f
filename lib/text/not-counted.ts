import type { NotCountedReason } from "../domain/refusal";

/** Why something that was saved doesn't count. The dates are those of the scheme's decision. */
export const notCounted: Record<NotCountedReason, string> = {
  dossierBeforeScheme: "Hồ sơ tiếp nhận trước 01/05/2022: vẫn lưu, không tính.",
  dossierBeforeTeams: "Hồ sơ tiếp nhận trước 01/03/2023, khi chưa có đội tình nguyện: vẫn lưu, không tính.",
  dossierInFuture: "Ngày tiếp nhận trong mã hồ sơ chưa tới: vẫn lưu, không tính.",
  activityBeforeScheme: "Việc này làm trước khi đề án bắt đầu: vẫn lưu, không tính.",
  dossierOnPaper: "Hồ sơ nộp giấy, không nộp trực tuyến: vẫn lưu, không tính.",
  underAge: "Người được giúp dưới 16 tuổi: vẫn lưu, không tính.",
  ageUnknown: "Chưa rõ tuổi người được giúp: vẫn lưu, không tính. Bổ sung năm sinh nếu biết.",
  noAccountInHousehold: "Hộ chưa có ai mở tài khoản dịch vụ công: vẫn lưu, không tính.",
  unitNotAllowed: "Đơn vị này không thuộc diện tính: vẫn lưu, không tính.",
  quarantined: "Mục gửi khi người ghi hoặc máy không còn trong đội: vẫn lưu, xem xét xong mới tính.",
};
