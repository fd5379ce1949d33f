import type * as z from "zod/mini";
import { err, ok, type Result } from "@/lib/domain/result";
import { ErrorResponse } from "@/lib/protocol/error-response";
import type { ChangeProblem } from "@/lib/protocol/send-change";

/** Sends a file as the body of a request; why not, without a code where nobody of ours answered. */
export async function sendMemberFile<Schema extends z.ZodMiniType>(path: string, file: Blob, schema: Schema, signal?: AbortSignal): Promise<Result<z.infer<Schema>, ChangeProblem>> {
  const answer = await fetch(path, { method: "POST", headers: { "content-type": "application/octet-stream" }, body: file, cache: "no-store", ...(signal ? { signal } : {}) }).catch(() => undefined);
  const body: unknown = await answer?.json().catch(() => undefined);
  const done = schema.safeParse(body);
  if (answer?.ok && done.success) return ok(done.data);
  const refused = ErrorResponse.safeParse(body).data?.error;
  return err(refused ? { code: refused.code } : {});
}
