/** Which column of a file is what: the same question for every file of a register. */
export const columnTexts = {
  title: "Cột nào là gì",
  remembered: (name: string) => `Theo mẫu cột đã nhớ “${name}”`,
  guessed: "Máy đoán theo tên cột. Xem lại trước khi đọc.",
  field: "Cần có",
  columnInFile: "Cột trong tệp",
  samples: "Ba ô đầu",
  noColumn: "Không có",
  optional: "không bắt buộc",
  missing: (fields: string) => `Chưa chọn cột cho: ${fields}.`,
  takenTwice: "Một cột đang dùng cho hai mục. Chọn lại.",
} as const;
