export const articleText = {
  title: "Tin, bài",
  amendTitle: "Sửa tin, bài",
  url: "Đường dẫn",
  urlHint: "Mở bài, chọn Chia sẻ, chép đường dẫn rồi dán vào đây",
  paste: "Dán",
  nothingToPaste: "Chưa có đường dẫn nào để dán. Chép đường dẫn của bài rồi thử lại.",
  pasteRefused: "Trình duyệt chưa cho dán bằng nút. Giữ tay vào ô rồi chọn Dán.",
  open: "Mở mục đã ghi",
  name: "Tiêu đề",
  publisher: "Nơi đăng",
  publisherHint: "Trang, báo hoặc tài khoản đã đăng bài",
  recentPublishers: "Nơi đã dùng",
  publishedOn: "Ngày đăng",
  /** As people call sites that don't go by their address. */
  sites: { "facebook.com": "Facebook", "fb.watch": "Facebook", "zalo.me": "Zalo", "oa.zalo.me": "Zalo", "youtube.com": "YouTube", "youtu.be": "YouTube", "tiktok.com": "TikTok" } as Readonly<Record<string, string>>,
} as const;
