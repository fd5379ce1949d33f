import type { Refusal } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { ErrorResponse } from "@/lib/protocol/error-response";
import { SaveGuideResponse, type SaveGuideRequest } from "@/lib/protocol/guides";

/** Sends a new version. Undefined as error: no answer of ours, so nothing is known to have happened. */
export async function saveGuide(request: SaveGuideRequest): Promise<Result<SaveGuideResponse, Refusal | undefined>> {
  const answer = await fetch("/api/guides", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
    cache: "no-store",
  }).catch(() => undefined);
  const body: unknown = await answer?.json().catch(() => undefined);
  const saved = SaveGuideResponse.safeParse(body);
  if (saved.success) return ok(saved.data);
  const refused = ErrorResponse.safeParse(body).data?.error;
  return err(refused && { code: refused.code, ...(refused.field === undefined ? {} : { field: refused.field }) });
}
