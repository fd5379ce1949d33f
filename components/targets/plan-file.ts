import { err, ok, type Result } from "@/lib/domain/result";
import { ErrorResponse } from "@/lib/protocol/error-response";
import { TargetFileAnswer, type TargetFilePlan } from "@/lib/protocol/targets";
import { targetTexts } from "@/lib/text/desk-targets";
import { refusals } from "@/lib/text/refusals";

/** What the file would change, or the sentence about why it can't be read. Writes nothing. */
export async function planFile(file: File, { unitId, year }: { readonly unitId: string; readonly year: number }): Promise<Result<TargetFilePlan, string>> {
  const answer = await fetch(`/api/targets/file?${new URLSearchParams({ unit: unitId, year: String(year) })}`, { method: "POST", body: file, cache: "no-store" }).catch(() => undefined);
  const body: unknown = await answer?.json().catch(() => undefined);
  const planned = TargetFileAnswer.safeParse(body);
  if (answer?.ok && planned.success) return ok(planned.data.plan);
  const code = ErrorResponse.safeParse(body).data?.error.code;
  return err(code ? refusals[code] : targetTexts.fileUnreachable);
}
