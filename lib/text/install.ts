export const installText = {
  title: "Cài vào màn hình chính",
  why: "Cài rồi thì mở nhanh hơn, ghi được khi không có mạng và máy không tự dọn dữ liệu.",
  button: "Cài đặt",
  installed: "Đã cài trên máy này.",
  android: ["Bấm dấu ba chấm ở góc trên bên phải của Chrome.", "Chọn “Thêm vào màn hình chính” hoặc “Cài đặt ứng dụng”.", "Mở Tình Nguyện Số từ màn hình chính."],
  ios: ["Bấm nút Chia sẻ ở dưới cùng của Safari.", "Chọn “Thêm vào MH chính”.", "Mở Tình Nguyện Số từ màn hình chính."],
  inApp: (name: string) => `Đang mở trong ${name}: dữ liệu sẽ không giữ được ở đây.`,
  inAppSteps: ["Bấm dấu ba chấm ở góc màn hình.", "Chọn “Mở bằng trình duyệt”.", "Nếu không có, chép địa chỉ rồi dán vào Chrome hoặc Safari."],
  copy: "Chép địa chỉ",
  copied: "Đã chép",
  copyFailed: "Chưa chép được. Giữ vào địa chỉ bên dưới để chép.",
} as const;
