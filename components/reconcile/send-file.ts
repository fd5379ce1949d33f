import type * as z from "zod/mini";
import { err, ok, type Result } from "@/lib/domain/result";
import { ErrorResponse } from "@/lib/protocol/error-response";
import type { ChangeProblem } from "@/lib/protocol/send-change";

type Sending = { readonly onSent?: (bytes: number) => void; readonly signal?: AbortSignal };

/**
 * Sends a file and says how much of it is gone. Not by `fetch`, which tells nothing while it sends.
 * @returns why not, without a code where nobody of ours answered
 */
export function sendFile<Schema extends z.ZodMiniType>(path: string, file: Blob, schema: Schema, { onSent, signal }: Sending = {}): Promise<Result<z.infer<Schema>, ChangeProblem>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ loaded }) => onSent?.(loaded);
    request.onloadend = () => {
      const body = parsed(request.responseText);
      const done = schema.safeParse(body);
      if (request.status === 200 && done.success) return resolve(ok(done.data));
      const refused = ErrorResponse.safeParse(body).data?.error;
      resolve(err(refused ? { code: refused.code } : {}));
    };
    signal?.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
