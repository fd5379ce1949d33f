const weekdays = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"];

/** The volunteer's own shifts, on the phone. */
export const shift = {
  title: "Ca trực",
  /** "Thứ Hai, 23/11/2026"; days of the week count from Monday, 0. */
  day: (weekday: number, date: string) => `${weekdays[weekday]}, ${date}`,
  hours: (from: string, to: string) => `${from}–${to}`,
  running: "Đang trong ca",
  since: (time: string) => `Vào ca lúc ${time}`,
  today: "Ca hôm nay",
  until: (time: string) => `Theo lịch đến ${time}`,
  nothingToday: "Hôm nay không còn ca nào.",
  nothingAtAll: "Chưa có lịch trực. Đội trưởng xếp lịch ở bàn làm việc, máy tự nhận khi có mạng.",
  checkIn: "Vào ca",
  checkOut: "Ra ca",
  saving: "Đang lưu…",
  otherTime: "Sửa giờ",
  thisWeek: "Tuần này",
  nextWeek: "Tuần sau",
  later: "Sau đó",
  done: "Đã trực",
  unplanned: "Ca ngoài kế hoạch",
  unplannedHint: "Chọn nơi đang trực rồi bấm Vào ca.",
  place: "Nơi trực",
  noPlaces: "Chưa có nơi trực nào trên máy. Nhờ cán bộ đơn vị thêm nơi, máy tự nhận khi có mạng.",
  back: "Quay lại",
  forgotten: "Ca chưa có giờ ra",
  forgottenHint: "Ghi giờ bạn đã ra về. Ca không có giờ ra thì không được tính bồi dưỡng.",
  endedAt: "Giờ ra ca",
  saveEnd: "Ghi giờ ra",
  locked: "Đội trưởng đã duyệt khi ca chưa có giờ ra. Nhờ đội trưởng hoặc cán bộ đơn vị mở lại mục này.",
  form: { title: "Sửa giờ ca trực", checkedIn: "Giờ vào ca", checkedOut: "Giờ ra ca", checkedOutHint: "Để trống nếu chưa ra ca." },
} as const;
