/** Of a screen that failed, phone or desk. By itself, because every page loads it. */
export const fault = {
  title: "Có lỗi từ hệ thống",
  body: "Những gì đã lưu vẫn còn nguyên. Mở lại màn hình này để làm tiếp.",
  retry: "Mở lại",
} as const;
