import type { StorageProblem } from "../phone";

/** What a failed write means to a person. A full disk arrives as an AbortError around the real cause. */
export function storageProblemOf(cause: unknown): StorageProblem {
  for (let error = cause as ErrorLike; error; error = error.inner) {
    if (error.name === "QuotaExceededError") return { problem: "diskFull" };
  }
  return { problem: "storage" };
}

type ErrorLike = { readonly name?: string; readonly inner?: ErrorLike } | undefined;
