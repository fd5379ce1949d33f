export const entryList = {
  title: "Danh sách",
  search: "Tìm tên hoặc 4 số cuối",
  filters: { all: "Tất cả", onPhone: "Trên máy", returned: "Cần sửa", submitted: "Chờ duyệt", confirmed: "Đã duyệt", refused: "Không duyệt" },
  filterLegend: "Lọc theo",
  empty: "Chưa có mục nào.",
  emptyHint: "Bấm Ghi nhận để ghi lượt đầu tiên.",
  nothingFound: "Không thấy. Thử tên không dấu hoặc 4 số cuối.",
  today: "Hôm nay",
  yesterday: "Hôm qua",
  count: (count: number) => `${count} mục`,
  more: "Xem thêm",
  reading: "Đang mở các mục cũ.",
  /** An entry that was closed before this phone knew it: its name stays with the server. */
  unnamed: (receipt: string) => `Mục ${receipt}`,
} as const;
