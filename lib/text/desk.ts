import type { Role } from "../domain/people/actor";

/** The frame of the desk: navigation, who is signed in, pages without content. */
export const desk = {
  product: "Tình Nguyện Số",
  skipToContent: "Tới nội dung chính",
  navigation: "Điều hướng chính",
  groups: { decide: "Duyệt, xác nhận", field: "Ở cơ sở", numbers: "Số liệu", people: "Tổ chức", system: "Hệ thống" },
  review: "Duyệt",
  guides: "Hướng dẫn",
  shifts: "Ca trực",
  allowance: "Bồi dưỡng",
  survey: "Đánh giá",
  waiting: (count: number) => `${count} mục chờ duyệt`,
  phoneHome: "Màn hình điện thoại",
  account: "Tài khoản",
  signOut: "Đăng xuất",
  signOutFailed: "Chưa đăng xuất được: không tới được máy chủ. Thử lại khi có mạng.",
  loading: "Đang tải",
  notFound: {
    title: "Không thấy trang này",
    sentence: "Địa chỉ không đúng, hoặc nội dung không thuộc phạm vi được giao.",
    action: "Về bàn làm việc",
  },
  fault: {
    title: "Có lỗi từ hệ thống",
    sentence: "Chưa tải được trang này. Chưa có gì bị thay đổi.",
    action: "Tải lại",
  },
  nothingHere: {
    title: "Bàn làm việc",
    sentence: "Vai trò này chưa có trang nào ở đây.",
  },
} as const;

export const roleNames: Record<Role, string> = {
  volunteer: "Tình nguyện viên",
  leader: "Đội trưởng",
  officer: "Cán bộ đơn vị",
  policeVerifier: "Công an xác nhận",
  policeHelper: "Hỗ trợ công an",
  provinceVerifier: "Văn phòng UBND tỉnh",
  provincePlanner: "Tỉnh đoàn",
  observer: "Lãnh đạo theo dõi",
};
