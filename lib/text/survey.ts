import type { SurveyAnswers } from "../domain/survey/survey-answers";

type Question<Answer extends string> = { readonly question: string; readonly answers: Readonly<Record<Answer, string>> };

/** The survey as the citizen reads it, on a phone that may be anybody's. */
export const surveyQuestions: { readonly [Name in keyof SurveyAnswers]: Question<SurveyAnswers[Name]> } = {
  satisfaction: {
    question: "Ông bà, anh chị có hài lòng với việc được giúp không?",
    answers: { satisfied: "Hài lòng", neutral: "Bình thường", unsatisfied: "Chưa hài lòng" },
  },
  able: {
    question: "Lần sau tự làm được chưa?",
    answers: { yes: "Tự làm được", partly: "Làm được một phần", no: "Chưa làm được" },
  },
  asked: {
    question: "Có ai đòi tiền hay hỏi mật khẩu, mã OTP không?",
    answers: { no: "Không có", yes: "Có" },
  },
};

export const survey = {
  title: "Đánh giá việc hỗ trợ",
  anonymous: "Ba câu, mỗi câu bấm một lần. Không hỏi tên, không ai biết ai trả lời.",
  step: (number: number, of: number) => `Câu ${number}/${of}`,
  back: "Câu trước",
  thanks: "Xin cảm ơn",
  saving: "Đang lưu câu trả lời.",
  sent: "Câu trả lời đã gửi, không kèm tên ai.",
  waiting: {
    counter: "Câu trả lời đã lưu trên máy, có mạng là tự gửi.",
    own: "Câu trả lời đã lưu trên máy. Giữ trang này mở, có mạng là tự gửi.",
  },
  refused: "Mã này không còn dùng nên câu trả lời chưa được tính. Nhờ tình nguyện viên đưa mã mới.",
  notSaved: "Chưa lưu được câu trả lời: máy chưa có mạng và không giữ được dữ liệu.",
  retry: "Thử lại",
  mayClose: "Có thể đóng trang này.",
  next: "Người tiếp theo",
  giveBack: "Trả máy cho tình nguyện viên",
  advice: "Không ai được đòi tiền, hỏi mật khẩu hay mã OTP của người dân. Nếu có, báo công an xã, phường và đổi mật khẩu.",
  noCode: {
    title: "Trang này thiếu mã của nơi hỗ trợ",
    body: "Quét lại mã QR ở quầy, hoặc nhờ tình nguyện viên mở giúp.",
    action: "Tải lại",
  },
} as const;

/** The volunteer's screen with the code of the place. */
export const surveyCodeText = {
  title: "Mời người dân đánh giá",
  place: "Nơi hỗ trợ",
  how: "Người dân quét mã này bằng máy ảnh trên điện thoại của họ rồi bấm ba lần. Không cần đăng nhập, không hỏi tên.",
  qrCode: (place: string) => `Mã QR đánh giá, ${place}`,
  qrCodeFailed: "Chưa vẽ được mã QR. Mở ngay trên máy này cũng được.",
  handOver: "Người dân không có điện thoại thì mở ngay trên máy này rồi đưa cho họ tự bấm. Bạn không xem được từng câu trả lời.",
  openHere: "Mở ngay trên máy này",
  none: {
    title: "Chưa có mã đánh giá",
    body: "Nhờ đội trưởng hoặc cán bộ đơn vị tạo mã ở bàn làm việc, mục Đánh giá. Máy tự nhận mã khi có mạng.",
    action: "Về trang đầu",
  },
} as const;
