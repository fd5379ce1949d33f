import type { RefusalCode } from "../refusal";
import { err, ok, type Result } from "../result";
import { foldText } from "../text/fold";

/**
 * Reads the word in a file's column of verdicts, however it is typed; a mark stands for a confirmation. `undefined` for
 * an empty cell: nothing was decided. Refuses with `verdictUnknown`.
 */
export function readVerdict(text: string): Result<"confirmed" | "refused" | undefined, RefusalCode> {
  const words = wordsOf(text);
  if (words === "") return ok(undefined);
  if (refusing.test(words)) return ok("refused");
  return confirming.test(words) ? ok("confirmed") : err("verdictUnknown");
}

/** Which of the offered words is meant: by its text or by its place from 1; -1 for none of them. */
export function findWord(text: string, offered: readonly string[]): number {
  const words = wordsOf(text);
  if (/^[1-9]$/.test(words)) return Number(words) <= offered.length ? Number(words) - 1 : -1;
  return offered.findIndex((one) => wordsOf(one) === words);
}

function wordsOf(text: string): string {
  return foldText(text).replace(/[✓✔☑]/g, "x").replace(/[^a-z0-9]+/g, " ").trim();
}

/** "không xác nhận", "chưa xác nhận", "từ chối", "tc": before the words that confirm, which they may hold. */
const refusing = /^(tu choi|tuchoi|tc|t|khong|khong xac nhan|chua xac nhan|khong dung|sai|no)( \D.*)?$/;
const confirming = /^(xac nhan|xacnhan|xn|da xac nhan|dong y|dung|co|ok|x|1|yes)$/;
