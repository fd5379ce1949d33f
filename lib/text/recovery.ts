/** What a phone says of what was lost and comes back, and of what was not heard for long. */
export const recoveryText = {
  recovering: (count: number) => `Đang lấy lại ${count} mục lưu trước khi đổi mã PIN. Có mạng thì tự lấy, chưa mất gì.`,
  tooLongOffline: "Hơn 30 ngày máy chưa có mạng nên phần tải về đã xoá cho an toàn. Mục chưa gửi vẫn còn. Vào mạng để tải lại.",
} as const;
