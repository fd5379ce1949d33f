/** Coming into a team: by an invitation, or by asking. */
export const joinText = {
  title: "Vào đội",
  intro: "Quét mã mời trên máy đội trưởng, hoặc mã Xin vào đội dán ở điểm hỗ trợ. Chưa có mạng vẫn làm được.",
  scan: "Quét mã",
  typeInstead: "Không quét được? Nhập mã gồm 8 ký tự.",
  code: "Mã mời",
  codeHint: "Nhập mã cần có mạng.",
  codeMalformed: "Mã có 8 chữ và số, ví dụ 7KQ2 M9XB.",
  go: "Tiếp tục",
  busy: "Đang hỏi máy chủ…",
  signIn: "Đã có tài khoản? Đăng nhập",
  invited: "Bạn được mời vào",
  asLeader: "Vai trò: đội trưởng",
  asking: "Bạn xin vào",
  askingHow: "Làm được ngay, mọi mục lưu trên máy. Đội trưởng duyệt xong là tự gửi.",
  expired: (day: string) => `Mã mời này hết hạn từ ngày ${day}. Vẫn xin vào đội được: làm được ngay, gửi sau khi đội trưởng duyệt.`,
  name: "Họ và tên của bạn",
  nameHint: "Đội trưởng thấy tên này ở mỗi mục bạn ghi.",
  nameMissing: "Ghi họ và tên của bạn.",
  nextPin: "Tiếp theo: chọn mã PIN của riêng bạn cho máy này.",
  back: "Quét mã khác",
  openedBy: (name: string) => `Máy này đang mở cho ${name}. Vào đội xong, máy khoá phần của ${name} và mở phần của bạn.`,
  starterMissing: "Máy này chưa tải phần cần thiết để bắt đầu. Có mạng một lần rồi quét lại mã.",
  storage: "Máy chưa mở được chỗ lưu. Đóng bớt trang rồi thử lại.",
  unreachable: "Chưa tới được máy chủ. Có mạng rồi thử lại, hoặc quét mã thay cho nhập.",
  throttled: "Thử nhiều lần quá. Chờ một lát rồi nhập lại.",
} as const;

/** What becomes of somebody who came so. */
export const joiningText = {
  toJoin: (unit: string) => `Bạn đang vào ${unit} bằng mã mời. Có mạng là tự báo máy chủ, cứ ghi tiếp.`,
  toAsk: (unit: string) => `Bạn đang xin vào ${unit}. Có mạng là tự hỏi đội trưởng, cứ ghi tiếp.`,
  asked: (unit: string) => `Chờ đội trưởng ${unit} duyệt. Mục lưu trên máy, duyệt xong là tự gửi.`,
  refused: (unit: string) => `Đội trưởng ${unit} chưa nhận bạn. Mục vẫn trên máy, chưa gửi đi đâu.`,
  why: {
    invitationUnknown: "Mã mời đã có người dùng trước.",
    invitationExpired: "Mã mời đã hết hạn trước khi máy có mạng.",
    invitationRevoked: "Mã mời đã bị thu hồi.",
  },
  askAgain: "Xin lại",
  useInvitation: "Quét mã mời",
} as const;
