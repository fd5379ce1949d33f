import "server-only";
import { createReadStream } from "node:fs";
import { FileRefused } from "./file-refused";

/** Bytes of a file: a request's body, a Node stream, all of it, or a file on disk. */
export type Source = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | Uint8Array | { readonly path: string };

/** The bytes piece by piece; throws `tooLarge` beyond the limit. */
export async function* bytesOf(source: Source, limit: number): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const piece of piecesOf(source)) {
    total += piece.length;
    if (total > limit) throw new FileRefused("tooLarge");
    yield piece;
  }
}

function piecesOf(source: Source): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  if (source instanceof Uint8Array) return [source];
  if ("path" in source && typeof source.path === "string" && !(Symbol.asyncIterator in source)) return createReadStream(source.path);
  return source as AsyncIterable<Uint8Array>;
}

export function isOnDisk(source: Source): source is { readonly path: string } {
  return "path" in source && !(Symbol.asyncIterator in source);
}
