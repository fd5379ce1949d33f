import "server-only";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { maxRequestBytes } from "@/lib/protocol/commands";

/** A request's JSON, kept no further than the limit. Refuses with `tooLarge` or `badRequest`. */
export async function readJson(request: Request): Promise<Result<unknown, RefusalCode>> {
  const [type] = (request.headers.get("content-type") ?? "").split(";");
  if (type?.trim().toLowerCase() !== "application/json") return err("badRequest");
  const text = await readText(request);
  if (text === undefined) return err("tooLarge");
  try {
    return ok(JSON.parse(text));
  } catch {
    return err("badRequest");
  }
}

/** A file as it arrives, piece by piece. */
export async function* bodyOf(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) yield part.value;
}

/** A file that is needed as a whole. Refuses with `tooLarge`. */
export async function readBytes(request: Request, limit: number): Promise<Result<Uint8Array, RefusalCode>> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bodyOf(request)) {
    size += piece.byteLength;
    if (size > limit) return err("tooLarge");
    pieces.push(piece);
  }
  return ok(Buffer.concat(pieces));
}

/**
 * A sender that is answered while it still sends may see a broken connection instead of the answer, and a
 * phone would then never learn that its batch is too large. So the rest is read and thrown away, up to a
 * bound that no honest batch reaches.
 */
async function readText(request: Request): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  const reader = request.body?.getReader();
  let size = 0;
  for (let part = await reader?.read(); part && !part.done && size <= mostRead; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size <= maxRequestBytes) chunks.push(part.value);
  }
  return size > maxRequestBytes ? undefined : Buffer.concat(chunks).toString("utf8");
}

const mostRead = 8 * maxRequestBytes;
