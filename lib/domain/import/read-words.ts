import type { RefusalCode } from "../refusal";
import { err, ok, type Result } from "../result";
import { cleanCell, wordsOf } from "./clean-cell";

/** How a dossier reached the office: through a portal, or as paper at a counter or by post. */
export type Channel = "online" | "paper";

/** Reads the words for it; a mark stands for online. Refuses with `required` or `channelUnknown`. */
export function readChannel(text: string): Result<Channel, RefusalCode> {
  if (cleanCell(text) === "") return err("required");
  const words = wordsOf(text);
  const [online, paper] = [onlineWords.test(words), paperWords.test(words)];
  if (online !== paper) return ok(online ? "online" : "paper");
  if (online) return err("channelUnknown");
  const isMarked = markOf(text);
  return isMarked === undefined ? err("channelUnknown") : ok(isMarked ? "online" : "paper");
}

/** Reads yes or no; nothing is no, as in columns of marks. Refuses with `malformed`. */
export function readYesOrNo(text: string): Result<boolean, RefusalCode> {
  if (cleanCell(text) === "") return ok(false);
  const isMarked = markOf(text);
  return isMarked === undefined ? err("malformed") : ok(isMarked);
}

/** Reads whether it was paid online, from a mark or from how it was paid. Refuses with `malformed`. */
export function readPaidOnline(text: string): Result<boolean, RefusalCode> {
  const words = wordsOf(text);
  if (notPaidOnlineWords.test(words)) return ok(false);
  return paidOnlineWords.test(words) ? ok(true) : readYesOrNo(text);
}

/** Reads words that are kept as they stand, such as the name of a service; undefined for none, `tooLong` beyond 300. */
export function readWords(text: string): Result<string | undefined, RefusalCode> {
  const cell = cleanCell(text);
  if (cell.length > 300) return err("tooLong");
  return ok(cell === "" ? undefined : cell);
}

const onlineWords = /(?<!khong |chua )\b(truc tuyen|online|qua mang|cong dvc\w*|cong dich vu cong|dvc|dvctt|toan trinh|mot phan|internet|vneid|muc (do )?[34])\b/;
const paperWords = /\b(truc tiep|khong truc tuyen|khong qua mang|bo phan mot cua|mot cua|tai quay|buu chinh|buu dien|bcci|ban giay|giay|offline|luu dong)\b/;

const notPaidOnlineWords = /\b(khong|chua|mien|tien mat|truc tiep|tai quay)\b/;
const paidOnlineWords = /\b(truc tuyen|online|chuyen khoan|payment|vnpt pay|vnpay|momo|payplat\w*|da thanh toan|da tt|da nop)\b/;

const marks: ReadonlyMap<string, boolean> = new Map([
  ...["co", "x", "1", "true", "yes", "y", "dung", "roi", "✓", "✔", "√", "☑", "+"].map((mark) => [mark, true] as const),
  ...["khong", "0", "false", "no", "n", "sai", "chua", "k", "✗", "☐", "-"].map((mark) => [mark, false] as const),
]);

/** `x`, `✓` or words for yes and no. */
function markOf(text: string): boolean | undefined {
  return marks.get(wordsOf(text)) ?? marks.get(cleanCell(text));
}
