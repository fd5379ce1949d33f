import type * as z from "zod/mini";
import { err, ok, type Result } from "@/lib/domain/result";
import { ErrorResponse } from "@/lib/protocol/error-response";
import { FileProgress, type PeopleFileQuery } from "@/lib/protocol/people";
import type { ChangeProblem } from "@/lib/protocol/send-change";

/**
 * Sends a file and reads the answer as it comes: how far it is, line by line, and last what came of it. Without a code
 * nobody of ours answered to the end.
 */
export async function sendPeopleFile<Schema extends z.ZodMiniType>(file: File, query: PeopleFileQuery, schema: Schema, onProgress: (progress: FileProgress) => void): Promise<Result<z.infer<Schema>, ChangeProblem>> {
  const answer = await fetch(`/api/people/file?${new URLSearchParams(query)}`, { method: "POST", headers: { "content-type": "application/octet-stream" }, body: file, cache: "no-store" }).catch(() => undefined);
  if (!answer) return err({});
  let last: unknown;
  try {
    for await (const line of linesOf(answer)) {
      last = JSON.parse(line);
      const progress = FileProgress.safeParse(last);
      if (progress.success) onProgress(progress.data);
    }
  } catch {
    return err({});
  }
  const done = schema.safeParse(last);
  if (done.success) return ok(done.data);
  const refused = ErrorResponse.safeParse(last).data?.error;
  return err(refused ? { code: refused.code } : {});
}

async function* linesOf(answer: Response): AsyncGenerator<string> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const lines = (text + part.value).split("\n");
    text = lines.pop() ?? "";
    yield* lines.filter((line) => line.trim() !== "");
  }
  if (text.trim() !== "") yield text;
}
