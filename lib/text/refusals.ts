import type { RefusalCode } from "../domain/refusal";

/** What is wrong and what to do, for a volunteer in a village. Shown as it is, beside the field if there is one. */
export const refusals: Record<RefusalCode, string> = {
  required: "Chỗ này còn trống. Điền hoặc chọn rồi tiếp tục.",
  malformed: "Chỗ này chưa đúng mẫu. Xem lại rồi điền lại.",
  tooLong: "Dài quá. Viết ngắn lại.",

  personalNumberNotDigits: "Số định danh chỉ gồm chữ số. Bỏ chữ và dấu khác đi.",
  personalNumberWrongLength: "Số định danh phải đủ 12 số. Đếm lại trên thẻ.",
  personalNumberIsOldCard: "Đây là số CMND cũ có 9 số. Nhập số định danh 12 số trên CCCD.",

  birthDateMalformed: "Ngày sinh chưa đúng mẫu. Nhập như 15/03/1995, hoặc chỉ năm 1995.",
  birthDateNotInCalendar: "Ngày sinh này không có trong lịch. Xem lại trên thẻ.",
  birthDateInFuture: "Ngày sinh này ở sau hôm nay. Xem lại trên thẻ.",
  birthDateTooLongAgo: "Năm sinh này xa quá. Xem lại trên thẻ.",

  phoneMalformed: "Số điện thoại chưa đúng. Số di động có 10 số, bắt đầu bằng 03, 05, 07, 08 hoặc 09.",
  phoneWithoutConsent: "Người dân chưa đồng ý lưu số điện thoại. Hỏi lại, hoặc xoá số này.",

  nameHasUnexpectedCharacters: "Họ tên có số hoặc ký tự lạ. Ghi bằng chữ như trên thẻ.",
  taxCodeMalformed: "Mã số thuế chưa đúng. Xem lại từng số trên giấy tờ.",

  dossierCodeMalformed: "Mã hồ sơ chưa đúng mẫu. Xem lại trên giấy hẹn, mã có dạng H57.132-260804-0583.",
  dossierCodeIsProcedureCode: "Đây là mã thủ tục. Tìm mã hồ sơ trên giấy hẹn.",
  dossierCodeIsPaymentCode: "Đây là mã thanh toán. Tìm mã hồ sơ trên giấy hẹn.",
  dossierCodeNotInCalendar: "Ngày trong mã hồ sơ không có trong lịch. Xem lại sáu số ở giữa.",
  serviceUnknown: "Dịch vụ này không có trong danh mục. Chọn lại dịch vụ.",

  outcomesMissing: "Chưa chọn việc đã giúp. Chọn ít nhất một việc.",
  outcomeRepeated: "Có việc được chọn hai lần. Bỏ bớt một.",
  dossierRepeated: "Mã hồ sơ này ghi hai lần trong cùng một mục. Bỏ bớt một.",
  organisationOutcomeNotPossible: "Việc này chỉ làm cho người dân, không làm cho tổ chức. Chọn việc khác.",
  consentMissing: "Thiếu đồng ý của người dân. Đọc thông báo cho người dân nghe rồi hỏi.",
  guardianRequired: "Người dưới 16 tuổi cần người giám hộ đồng ý. Hỏi cha, mẹ hoặc người giám hộ.",
  duplicateReasonMissing: "Có thể đã được ghi nhận. Chọn vì sao vẫn ghi.",
  happenedInFuture: "Giờ đã ghi ở sau bây giờ. Xem lại ngày, giờ của việc và giờ trên máy.",

  guideStepsMissing: "Hướng dẫn chưa có bước nào. Viết ít nhất một dòng như: 1. Mở ứng dụng.",
  guideExists: "Đã có hướng dẫn với tên này. Đặt tên khác, hoặc mở hướng dẫn ấy để sửa.",

  comeBackInPast: "Ngày hẹn ở trước hôm đi. Chọn ngày sau.",
  attendanceMissing: "Chưa ghi có bao nhiêu người dự. Ghi ít nhất một người.",
  articleUrlMalformed: "Đường dẫn chưa đúng. Chép lại cả dòng, bắt đầu bằng https.",
  checkOutBeforeCheckIn: "Giờ ra ca ở trước giờ vào ca. Xem lại hai giờ.",
  shiftTooLong: "Ca dài hơn 16 giờ. Xem lại giờ ra ca.",

  shiftEndsBeforeStart: "Giờ kết thúc phải sau giờ bắt đầu. Xem lại hai giờ.",
  personNotInTeam: "Người này không ở trong đội vào ngày ấy. Chọn người khác.",
  personDoubleBooked: "Người này đã có ca khác trùng giờ. Chọn người khác hoặc đổi giờ.",

  campaignGoalMissing: "Chưa có mục tiêu. Ghi số hộ cần tới, ít nhất 1.",
  campaignEndsBeforeStart: "Ngày cuối ở trước ngày đầu của đợt. Xem lại hai ngày.",
  campaignAreasMissing: "Chưa có thôn, khu phố nào. Thêm ít nhất một.",
  campaignAreaRepeated: "Đội này đã có thôn, khu phố này ở dòng trên. Bỏ bớt một dòng.",
  hamletOfOthers: "Thôn, khu phố này đội của đơn vị khác đã đi. Nhờ cán bộ cấp trên phân đội.",

  dateMalformed: "Ngày chưa đúng. Ghi ngày trước, tháng sau, như 15/03/2023.",
  numberLostDigits: "Excel đã làm mất chữ số. Đổi cột này sang dạng văn bản rồi xuất lại.",
  channelUnknown: "Chưa rõ nộp trực tuyến hay trực tiếp. Sửa ô này trong tệp.",
  leftBeforeJoined: "Ngày ra ở trước ngày vào. Xem lại hai ngày.",
  dateInFuture: "Ngày này ở sau ngày của tệp. Xem lại ngày.",
  unitUnknown: "Không thấy đơn vị này. Ghi tên hoặc mã đơn vị như trong cây đơn vị.",
  unitAmbiguous: "Có nhiều đơn vị tên này. Ghi thêm đơn vị cấp trên sau dấu phẩy.",

  rowKeyUnknown: "Không thấy dòng này trong phần việc được giao. Giữ nguyên cột mã dòng.",
  rowRepeated: "Dòng này có hai lần với kết quả khác nhau. Giữ lại một.",
  verdictUnknown: "Chưa rõ kết quả. Ghi xác nhận hoặc từ chối.",
  evidenceReasonUnknown: "Lý do này không có trong danh sách. Chọn một trong bốn lý do.",

  nothingChanges: "Quy tắc đang đúng như vậy. Chọn giá trị khác.",
  ruleChangedSince: "Quy tắc này vừa có người đổi. Mở lại trang để xem rồi quyết định.",
  periodEndsBeforeStart: "Ngày cuối ở trước ngày đầu. Xem lại hai ngày.",
  periodNotOver: "Kỳ này chưa hết nên chưa khoá được. Chọn ngày cuối trước hôm nay.",
  periodIsClosed: "Kỳ này đã khoá rồi. Thay đổi sau đó nằm ở phần điều chỉnh.",

  asOfTooLate: "Ngày này chưa qua nên số còn đổi. Chọn ngày trước hôm nay.",
  asOfBeforeEnd: "Ngày chốt số ở trước ngày cuối của kỳ. Xem lại hai ngày.",
  reportIsPublished: "Báo cáo này đã công bố nên không đổi được nữa. Lập báo cáo mới để điều chỉnh.",
  reportNumberTaken: "Số này đã dùng cho một báo cáo khác trong năm. Xem lại số văn bản.",
  paragraphsToReview: "Còn đoạn từ kỳ trước chưa ai xem lại. Giữ nguyên hoặc sửa từng đoạn.",

  fileUnreadable: "Không đọc được tệp này. Mở bằng Excel, lưu thành .xlsx rồi chọn lại.",
  fileIsOldExcel: "Tệp kiểu cũ hoặc có mật khẩu. Lưu thành .xlsx không mật khẩu rồi chọn lại.",
  fileTooManyRows: "Tệp có nhiều dòng quá. Chia tệp, hoặc lưu thành CSV.",
  headerMissing: "Không thấy dòng tên cột. Thêm dòng tên cột vào tệp rồi chọn lại.",
  sheetUnknown: "Tệp không có trang tính này. Chọn trang tính khác.",

  cardWrongCharset: "Mã trên thẻ đọc ra chữ lạ. Quét lại, hoặc nhập tay.",
  cardNotACard: "Đây không phải mã trên thẻ.",
  cardIsVneid: "Mã trong ứng dụng VNeID chưa đọc được ở đây, hãy nhập tay.",
  cardNumberMalformed: "Số định danh đọc được không đủ 12 số. Quét lại, hoặc nhập tay.",
  cardAlreadyScanned: "Thẻ này đã quét rồi.",

  unknownOrForbidden: "Không thấy mục này trong phần việc được giao. Hỏi đội trưởng.",
  notAllowedInThisState: "Mục này đã sang bước khác nên không làm được việc này nữa. Mở lại mục để xem.",
  versionConflict: "Mục này vừa có người thay đổi. Xem trước khi quyết định.",
  ownEntry: "Không tự duyệt mục của mình. Để người khác duyệt.",
  reasonMissing: "Chưa có lý do. Chọn hoặc ghi lý do.",
  undoTooLate: "Đã quá lúc hoàn tác được. Nhờ cán bộ đơn vị xem lại.",
  ownTeam: "Mục này của đội mà chính mình ghi. Để người khác đề xuất.",
  alreadyAnswered: "Mục này đã nhờ đội trưởng xem một lần. Sửa hoặc rút mục.",
  alreadyRecorded: "Việc này đã được ghi nhận rồi. Xem lại trong danh sách.",
  contentConflict: "Mục này có hai bản khác nhau, cả hai vẫn còn. Xem lại rồi hỏi đội trưởng.",

  keyUnknown: "Khoá truy cập không đúng hoặc đã bị thu hồi.",
  notSignedIn: "Cần đăng nhập lại để tiếp tục. Chưa mất gì cả.",
  wrongPerson: "Máy đang đăng nhập bằng người khác. Đăng nhập đúng người đã ghi.",
  forbidden: "Việc này ngoài quyền được giao. Hỏi đội trưởng hoặc cán bộ đơn vị.",
  tooLarge: "Phần gửi lên lớn quá. Chia nhỏ rồi gửi lại.",
  tooManyRequests: "Máy chủ đang bận. Chờ một lát rồi thử lại.",
  unsupportedProtocol: "Ứng dụng trên máy là bản cũ nên chưa gửi được. Cập nhật, mục đã lưu vẫn còn.",
  badRequest: "Máy chủ không đọc được phần vừa gửi. Mở lại ứng dụng rồi thử lại.",
  wrongOrigin: "Trang này không mở từ đúng địa chỉ. Mở lại Tình Nguyện Số.",
  signInFailed: "Tên đăng nhập hoặc mật khẩu chưa đúng. Nhập lại.",
  serverFault: "Có lỗi từ hệ thống. Mục của bạn vẫn trên máy, sẽ gửi lại sau.",
};
