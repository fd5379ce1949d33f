import type { ReadinessCheck, Verdict } from "../domain/device/readiness";

type Words = Readonly<Record<Verdict, string>>;

/** The screen that says whether a phone may go where there is no network. */
export const readyText = {
  title: "Sẵn sàng đi thực địa",
  link: "Sẵn sàng đi thực địa?",
  ready: "Máy sẵn sàng.",
  readyBody: "Đi nơi không có mạng vẫn ghi được, không mất gì.",
  notReady: (count: number) => `Còn ${count} việc trước khi đi.`,
  checking: "Đang kiểm tra…",
  again: "Kiểm tra lại",
  checks: {
    browser: { good: "Mở trong trình duyệt của máy", bad: "Đang mở trong ứng dụng khác, dữ liệu không giữ được", waiting: "Trình duyệt" },
    installed: { good: "Đã cài lên màn hình chính", bad: "Chưa cài lên màn hình chính", waiting: "Cài lên màn hình chính" },
    persisted: { good: "Bộ nhớ được giữ", bad: "Máy có thể tự dọn bộ nhớ của ứng dụng", waiting: "Bộ nhớ" },
    shell: { good: "Mọi màn hình mở được khi không có mạng", bad: "Chưa tải xong màn hình để dùng khi không có mạng", waiting: "Đang tải màn hình" },
    storage: { good: "Ghi thử, khoá lại và đọc lại đúng", bad: "Ghi thử nhưng đọc lại không đúng", waiting: "Đang ghi thử" },
    lists: { good: "Danh mục mới", bad: "Danh mục đã cũ hơn một ngày", waiting: "Danh mục" },
    pack: { good: "Đủ danh sách hộ của các đợt", bad: "Danh sách hộ của đợt chưa đủ, hoặc đã cũ hơn một ngày", waiting: "Đang đọc danh sách hộ" },
    recovery: { good: "Quên mã PIN vẫn gửi được mục chưa gửi", bad: "Chưa có khoá dự phòng cho mục chưa gửi", waiting: "Khoá dự phòng" },
    clock: { good: "Giờ của máy đúng", bad: "Giờ của máy sai", waiting: "Chưa so được giờ với máy chủ" },
    camera: { good: "Máy ảnh dùng được", bad: "Máy ảnh đang bị chặn", waiting: "Chưa thử máy ảnh" },
  } satisfies Record<ReadinessCheck, Words>,
  ways: {
    browser: "Bấm dấu ba chấm, chọn “Mở bằng trình duyệt”.",
    installed: "Xem cách cài ở mục “Cài vào màn hình chính” trong trang của bạn.",
    persisted: "Cài lên màn hình chính rồi bấm “Xin giữ bộ nhớ”.",
    shell: "Để ứng dụng mở một lúc khi có mạng, rồi kiểm tra lại.",
    storage: "Đừng ghi trên máy này. Báo đội trưởng đổi máy.",
    lists: "Bấm “Lấy ngay” khi có mạng.",
    pack: "Vào “Địa bàn” khi có mạng và tải danh sách hộ.",
    recovery: "Bấm “Lấy ngay” khi có mạng.",
    clock: "Bật ngày giờ tự động trong cài đặt của máy.",
    camera: "Cho phép máy ảnh trong cài đặt của trang này; chưa được thì vẫn gõ tay được.",
  } satisfies Record<ReadinessCheck, string>,
  heard: (when: string) => `Liên lạc máy chủ lần cuối: ${when}`,
  packs: (when: string, size: string) => `Lấy lúc ${when}, ${size} trên máy.`,
  clockOff: (minutes: string) => `Lệch ${minutes} phút so với máy chủ.`,
  fetchNow: "Lấy ngay",
  askToKeep: "Xin giữ bộ nhớ",
  tryCamera: "Thử máy ảnh",
  toMe: "Cách cài",
  toAreas: "Tải danh sách hộ",
  states: { good: "Được", bad: "Chưa được", waiting: "Chưa biết" } satisfies Words,
} as const;
