/** What every screen of the phone shares. */
export const appShell = {
  product: "Tình Nguyện Số",
  description: "Ghi lại việc giúp người dân dùng dịch vụ công trực tuyến, cả khi không có mạng.",
  home: "Hôm nay",
  list: "Danh sách",
  areas: "Địa bàn",
  results: "Kết quả",
  review: "Duyệt",
  record: "Ghi nhận",
  navigation: "Các màn hình chính",
  back: "Quay lại",
  close: "Đóng",
  opening: "Đang mở…",
  newerData: {
    title: "Máy đang giữ dữ liệu của bản mới hơn",
    body: "Đóng các cửa sổ khác của ứng dụng rồi mở lại. Mục chưa gửi vẫn an toàn và vẫn được gửi.",
    retry: "Mở lại",
  },
  wiped: {
    title: "Máy này đã được thu hồi",
    body: "Mọi mục chưa gửi đã gửi xong cho đội trưởng, dữ liệu trên máy đã xoá. Muốn làm việc tiếp, bạn hỏi đội trưởng.",
  },
  vanished: (count: number, from: string | undefined) =>
    `Bộ nhớ trình duyệt của máy này đã bị xoá: ${count} mục chưa gửi${from ? `, cũ nhất ngày ${from},` : ""} không còn. Bạn ghi lại giúp, đội trưởng cũng đã biết.`,
  unavailable: {
    title: "Chưa mở được bộ nhớ của máy",
    timeout: "Trình duyệt chưa trả lời. Thử lại; chưa mất gì cả.",
    selfTest: "Trình duyệt này không giữ được dữ liệu (có thể đang ở chế độ ẩn danh). Mở bằng Chrome hoặc Safari thường.",
    error: "Bộ nhớ của trình duyệt đang bận hoặc hết chỗ. Thử lại; chưa mất gì cả.",
    retry: "Thử lại",
  },
  update: { offer: "Có bản mới. Cập nhật khi bạn rảnh tay.", action: "Cập nhật" },
  signInToSend: (count: number) => (count > 0 ? `Đăng nhập lại để gửi ${count} mục đã lưu. Chưa mất gì cả.` : "Đăng nhập lại để gửi và nhận tiếp. Chưa mất gì cả."),
  signIn: "Đăng nhập",
  clockOff: (minutes: number) => `Giờ trên máy lệch ${minutes} phút. Chỉnh lại để mục ghi đúng ngày.`,
  notFound: { title: "Không có trang này", body: "Địa chỉ này không còn, hoặc bạn không xem được.", home: "Về trang đầu" },
} as const;
