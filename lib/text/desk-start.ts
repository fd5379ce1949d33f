import type { LocalDate } from "../domain/time/local-date";
import type { StartItem, StartLevel } from "../protocol/start";
import { formatCount, formatDay } from "./moment";

/** What is due for whoever signs in at the desk. */
export const startTexts = {
  title: "Hôm nay",
  toDo: "Việc cần làm",
  known: "Theo dõi",
  nothing: "Không còn gì phải làm hôm nay.",
  asOf: (moment: string) => `Lúc ${moment}`,
} as const;

export const startLevelNames: Record<StartLevel, string> = { late: "Đã trễ", due: "Cần làm", known: "Để biết" };

/** The number, what it is of, what else is known of it, and the name of the way to it. */
export type StartItemText = { readonly value: string; readonly sentence: string; readonly detail?: string; readonly action: string };

/** One item as it is read: value and sentence together are a sentence of their own. */
export function startItemText(item: StartItem): StartItemText {
  switch (item.kind) {
    case "review": {
      const facts = [...(item.overdue > 0 ? [`${formatCount(item.overdue)} mục quá 3 ngày`] : []), ...(item.oldest ? [`cũ nhất nhận ${formatDay(item.oldest)}`] : [])];
      return { value: formatCount(item.count), sentence: "mục chờ duyệt", ...detailOf(facts), action: "Duyệt" };
    }
    case "reviewOverdue":
      return { value: formatCount(item.count), sentence: "mục chờ duyệt quá 3 ngày ở các đơn vị trực thuộc", action: "Xem các mục quá hạn" };
    case "answered":
      return { value: formatCount(item.count), sentence: "mục tình nguyện viên đã trả lời, chờ xem lại", action: "Xem trả lời" };
    case "quarantined":
      return { value: formatCount(item.count), sentence: "mục tạm giữ, chờ quyết định", action: "Xem mục tạm giữ" };
    case "returned":
      return { value: formatCount(item.count), sentence: "mục đã trả lại để sửa, tình nguyện viên chưa gửi lại", ...detailOf(item.oldest ? [`cũ nhất trả lại ${formatDay(item.oldest)}`] : []), action: "Mở trang duyệt" };
    case "articles":
      return { value: formatCount(item.count), sentence: "tin, bài chờ kiểm tra", action: "Kiểm tra tin, bài" };
    case "events":
      return { value: formatCount(item.count), sentence: "buổi tuyên truyền chờ kiểm tra", action: "Kiểm tra buổi tuyên truyền" };
    case "doubles":
      return { value: formatCount(item.count), sentence: "cặp mục có thể trùng, chờ quyết định", action: "Xem mục trùng" };
    case "joinRequests":
      return { value: formatCount(item.count), sentence: "người xin vào đội, mục đã ghi chưa gửi được", action: "Duyệt người" };
    case "drafts":
      return { value: formatCount(item.count), sentence: "báo cáo còn là bản nháp", action: "Mở báo cáo" };
    case "policeBatch":
      return { value: formatCount(item.open), sentence: "mục chờ xác nhận", ...detailOf(batchFacts(item, item.count)), action: "Xác nhận" };
    case "policeBacklog":
      return {
        value: formatCount(item.count), sentence: `mục của đợt thứ Sáu ${dayText(item.batchDay)} công an chưa xác nhận`,
        ...detailOf([`tất cả ${formatCount(item.open)} mục chờ xác nhận`, ...oldestFact(item.oldest), `đợt tới: thứ Sáu ${dayText(item.nextDay)}`]), action: "Xem theo địa bàn",
      };
    case "servicesToPolice":
      return { ...daysLeft(item.daysLeft, `gửi bảng dịch vụ thiết yếu tháng ${monthText(item.month)} cho Công an tỉnh`), detail: `Hạn: ${dayText(item.day)}.`, action: "Mở bảng" };
    case "servicesToMinistry":
      return { ...daysLeft(item.daysLeft, `gửi bảng dịch vụ thiết yếu tháng ${monthText(item.month)} cho Bộ`), detail: `Trước ngày 22, muộn nhất ${dayText(item.day)}.`, action: "Mở bảng" };
    case "register":
      return item.days === undefined
        ? { value: "Chưa", sentence: "nhập tệp iGate nào", action: "Nhập tệp" }
        : item.days === 0
          ? { value: "Hôm nay", sentence: "đã nhập hồ sơ từ iGate", action: "Xem đối khớp" }
          : { value: formatCount(item.days), sentence: "ngày từ lần nhập hồ sơ iGate gần nhất", action: "Nhập tệp" };
    case "unfound":
      return { value: formatCount(item.count), sentence: "kết quả chưa tìm thấy trên iGate", ...detailOf(item.old > 0 ? [`${formatCount(item.old)} kết quả quá 60 ngày`] : []), action: "Xem đối khớp" };
    case "openMonths":
      return { value: formatCount(item.count), sentence: "tháng đã qua chưa khoá kỳ", detail: `Gần nhất: tháng ${monthText(item.newest)}.`, action: "Khoá kỳ" };
    case "behind":
      return {
        value: formatCount(item.count), sentence: "đơn vị chậm hơn tiến độ ở ít nhất một chỉ tiêu",
        detail: `Trong ${formatCount(item.units)} đơn vị có chỉ tiêu, tính đến hết ${dayText(item.asOf)}.`, action: "Xem số liệu",
      };
    case "targetsMissing":
      return { value: formatCount(item.count), sentence: `đơn vị chưa có chỉ tiêu năm ${item.year}`, action: "Đặt chỉ tiêu" };
    case "numbers":
      return { value: dayText(item.asOf), sentence: "là ngày gần nhất có đủ số liệu", action: "Xem số liệu" };
    case "onPhones":
      return item.count === 0
        ? { value: "0", sentence: "mục còn trên máy, theo lần báo gần nhất của các máy", action: "Xem số liệu" }
        : { value: formatCount(item.count), sentence: `mục còn trên ${formatCount(item.phones)} máy, chưa gửi về`, ...detailOf(item.oldest ? [`cũ nhất ghi ${formatDay(item.oldest)}`] : []), action: "Xem số liệu" };
  }
}

type Batch = Extract<StartItem, { kind: "policeBatch" | "policeBacklog" }>;

function batchFacts({ batchDay, oldest, nextDay }: Batch, due: number): string[] {
  const batch = due > 0 ? `đợt thứ Sáu ${dayText(batchDay)} còn ${formatCount(due)}` : `đợt thứ Sáu ${dayText(batchDay)} đã xong`;
  return [batch, ...oldestFact(oldest), `đợt tới: thứ Sáu ${dayText(nextDay)}`];
}

function oldestFact(oldest: string | undefined): string[] {
  return oldest ? [`cũ nhất ${formatDay(oldest)}`] : [];
}

function daysLeft(count: number, work: string): { value: string; sentence: string } {
  return count === 0 ? { value: "Hôm nay", sentence: work } : { value: formatCount(count), sentence: `ngày nữa ${work}` };
}

/** Facts in one line, which begins like a sentence. */
function detailOf(facts: readonly string[]): { readonly detail?: string } {
  const line = facts.join(", ");
  return line === "" ? {} : { detail: `${line.charAt(0).toUpperCase()}${line.slice(1)}.` };
}

function dayText(day: LocalDate): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** Of a day or of a month's name. */
function monthText(day: string): string {
  return `${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
