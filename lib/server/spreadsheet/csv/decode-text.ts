import "server-only";
import { headBytes, isUtf16, kindOf } from "../file-kind";
import { FileRefused } from "../file-refused";

/**
 * Bytes as text, the first piece long enough to guess a format from. UTF-8, UTF-16 behind its byte order mark,
 * and the Windows code page that Vietnamese Excel used before: what isn't UTF-8 at its beginning is that.
 */
export async function* decodeText(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let head: Uint8Array[] | undefined = [];
  let size = 0;
  let decoder = new TextDecoder();
  for await (const piece of pieces) {
    if (!head) {
      yield decoded(decoder, piece);
      continue;
    }
    head.push(piece);
    size += piece.length;
    if (size < headBytes) continue;
    const start = Buffer.concat(head);
    decoder = decoderFor(start);
    head = undefined;
    yield decoded(decoder, start);
  }
  if (!head) return void (yield decoded(decoder));
  const all = Buffer.concat(head);
  decoder = decoderFor(all);
  yield decoded(decoder, all) + decoded(decoder);
}

function decoderFor(start: Uint8Array): TextDecoder {
  const kind = kindOf(start.subarray(0, headBytes));
  if (!kind.ok) throw new FileRefused(kind.error);
  if (kind.value !== "csv") throw new FileRefused("fileUnreadable");
  if (isUtf16(start)) return new TextDecoder("utf-16le", { fatal: true });
  return isUtf8(start) ? new TextDecoder("utf-8", { fatal: true }) : new TextDecoder("windows-1258");
}

function isUtf8(start: Uint8Array): boolean {
  try {
    // As a stream: the last character may be cut in two.
    new TextDecoder("utf-8", { fatal: true }).decode(start, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function decoded(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch {
    throw new FileRefused("fileUnreadable");
  }
}
