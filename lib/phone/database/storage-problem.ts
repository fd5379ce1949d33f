export type StorageProblem = { readonly problem: "diskFull" } | { readonly problem: "storage" };

/** What a failed write means to a person. A full disk arrives as an AbortError, or a BulkError, around the real cause. */
export function storageProblemOf(cause: unknown): StorageProblem {
  return isQuota(cause as ErrorLike) ? { problem: "diskFull" } : { problem: "storage" };
}

type ErrorLike = { readonly name?: string; readonly inner?: ErrorLike; readonly failures?: readonly ErrorLike[] } | undefined;

function isQuota(error: ErrorLike): boolean {
  if (!error) return false;
  return error.name === "QuotaExceededError" || isQuota(error.inner) || (error.failures ?? []).some(isQuota);
}
