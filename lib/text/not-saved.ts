/** What one button could not save on the phone. */
export const notSaved = {
  diskFull: "Chưa lưu được: máy hết chỗ. Xoá bớt ảnh rồi bấm lại.",
  storage: "Chưa lưu được vào máy. Bấm lại lần nữa.",
} as const;
