import "server-only";
import type { RefusalCode } from "@/lib/domain/refusal";
import type { Result } from "@/lib/domain/result";
import type { FileProgress } from "@/lib/protocol/people";
import { answer, refusal } from "@/lib/server/http/answer";
import { logFault } from "@/lib/server/http/log-fault";

/** Says how far work is, to whoever waits for it. */
export type Tell = (progress: FileProgress) => void;

/**
 * A response of JSON lines: how far the work is, and in the last one what came of it. What is thrown on the way
 * becomes `serverFault`; whoever went away in between has no say any more: what was begun is finished.
 */
export function tellProgress(where: string, work: (tell: Tell) => Promise<Result<object, RefusalCode | { readonly code: RefusalCode }>>): Response {
  const encoder = new TextEncoder();
  let isOpen = true;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const line = (text: string) => {
        if (isOpen) controller.enqueue(encoder.encode(`${text}\n`));
      };
      let last: Response;
      try {
        const done = await work((progress) => line(JSON.stringify(progress)));
        last = done.ok ? answer(done.value) : refusal(typeof done.error === "string" ? done.error : done.error.code);
      } catch (error) {
        logFault(where, error);
        last = refusal("serverFault");
      }
      line(await last.text());
      if (isOpen) controller.close();
    },
    cancel() {
      isOpen = false;
    },
  });
  return new Response(body, { headers: { "content-type": "application/x-ndjson; charset=utf-8", "cache-control": "no-store", "x-content-type-options": "nosniff", "x-accel-buffering": "no" } });
}

/** For tests and other callers that wait for the end. */
export const tellNobody: Tell = () => undefined;

