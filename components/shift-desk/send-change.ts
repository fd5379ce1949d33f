import * as z from "zod/mini";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { ErrorResponse } from "@/lib/protocol/error-response";
import { protocolMarker } from "@/lib/protocol/version";

/** Why nothing was changed; without a code nobody of ours answered. */
export type ChangeProblem = { readonly code?: RefusalCode; readonly field?: string };

/** Nothing is queued at the desk: what did not arrive was not done, and the person is told. */
export async function sendChange<Shape extends z.core.$ZodLooseShape>(path: string, change: object, shape: Shape): Promise<Result<z.infer<z.ZodMiniObject<Shape>>, ChangeProblem>> {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(change),
    cache: "no-store",
  }).catch(() => undefined);
  const body: unknown = await answer?.json().catch(() => undefined);
  const done = z.object({ ...shape, marker: z.literal(protocolMarker) }).safeParse(body);
  if (answer?.ok && done.success) return ok(done.data as z.infer<z.ZodMiniObject<Shape>>);
  const refused = ErrorResponse.safeParse(body).data?.error;
  return err(refused ? { code: refused.code, ...(refused.field ? { field: refused.field } : {}) } : {});
}
