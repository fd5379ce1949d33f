import "server-only";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { maxRequestBytes } from "@/lib/protocol/commands";

/** A request's JSON, read no further than the limit. Refuses with `tooLarge` or `badRequest`. */
export async function readJson(request: Request): Promise<Result<unknown, RefusalCode>> {
  const [type] = (request.headers.get("content-type") ?? "").split(";");
  if (type?.trim().toLowerCase() !== "application/json") return err("badRequest");
  if (Number(request.headers.get("content-length") ?? 0) > maxRequestBytes) return err("tooLarge");
  const text = await readText(request);
  if (text === undefined) return err("tooLarge");
  try {
    return ok(JSON.parse(text));
  } catch {
    return err("badRequest");
  }
}

async function readText(request: Request): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > maxRequestBytes) return undefined;
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString("utf8");
}
