/** A citizen takes the consent back: the same words on the phone and at the desk. */
export const consentWithdrawal = {
  action: "Người dân rút đồng ý",
  title: "Người dân rút đồng ý?",
  erased: "Họ tên, số định danh và mọi thông tin khác của người này bị xoá, ở máy và ở máy chủ.",
  notCounted: "Mục không còn được tính. Việc này không lấy lại được.",
  offline: "Chưa có mạng thì xoá ở máy ngay; có mạng là máy chủ xoá theo.",
  confirm: "Xoá thông tin",
  keep: "Quay lại",
  done: "Người dân đã rút đồng ý, thông tin đã xoá.",
  sent: "Đã xoá thông tin theo yêu cầu của người dân.",
} as const;
