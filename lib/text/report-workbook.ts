/** Sheets of the report's workbook beside those of the annexes. */
export const reportWorkbookTexts = {
  report: "Báo cáo",
  annexes: { annex1: "Phụ lục 1", annex2: "Phụ lục 2" },
  figures: "Số liệu",
  figuresTitle: "Số liệu tính tỷ lệ của chỉ tiêu 3 và chỉ tiêu 4",
  part: { transacting_rate: "Tài khoản có giao dịch", online_rate: "Hồ sơ trực tuyến" },
  whole: { transacting_rate: "Tổng số tài khoản", online_rate: "Tổng số hồ sơ" },
  now: "Kỳ này",
  before: "Kỳ trước",
} as const;
