import * as z from "zod/mini";
import type { RefusalCode } from "../domain/refusal";
import { err, ok, type Result } from "../domain/result";
import { ErrorResponse } from "./error-response";
import { protocolMarker } from "./version";

/** Why nothing was changed; without a code nobody of ours answered. */
export type ChangeProblem = { readonly code?: RefusalCode; readonly field?: string };

/**
 * Sends one change from a desk page. Nothing is queued at the desk: what did not arrive was not done, and the person
 * is told.
 * @param fetch passed in, as everywhere in the protocol
 */
export async function sendChange<Schema extends z.ZodMiniType<{ marker: typeof protocolMarker }>>(
  fetch: (url: string, init: RequestInit) => Promise<Response>,
  path: string,
  change: object,
  schema: Schema,
): Promise<Result<z.infer<Schema>, ChangeProblem>> {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(change),
    cache: "no-store",
  }).catch(() => undefined);
  const body: unknown = await answer?.json().catch(() => undefined);
  const done = schema.safeParse(body);
  if (answer?.ok && done.success) return ok(done.data);
  const refused = ErrorResponse.safeParse(body).data?.error;
  return err(refused ? { code: refused.code, ...(refused.field ? { field: refused.field } : {}) } : {});
}
