import "server-only";
import { open } from "node:fs/promises";
import * as yauzl from "yauzl";
import { headBytes, kindOf } from "../file-kind";
import { FileRefused } from "../file-refused";
import type { Limits } from "../limits";
import { bytesOf, isOnDisk, type Source } from "../source";

export type Archive = {
  has(name: string): boolean;
  /** The unpacked bytes of a part; none where there is no such part. */
  read(name: string): AsyncIterable<Uint8Array>;
  close(): void;
};

/**
 * A workbook is a zip archive, read by the directory at its end. What the directory promises may be no more than
 * the limit in all, and yauzl stops where a part unpacks to more than was promised: so a small file can't become
 * a great one.
 */
export async function openArchive(source: Source, limits: Limits): Promise<Archive> {
  const zip = await openZip(source, limits);
  try {
    const entries = await listEntries(zip, limits);
    return {
      has: (name) => entries.has(name),
      read: (name) => readEntry(zip, entries.get(name)),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function openZip(source: Source, limits: Limits): Promise<yauzl.ZipFile> {
  // `autoClose` would close it behind the directory, before its parts are read.
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true } as const;
  if (!isOnDisk(source)) {
    const bytes = await collect(source, limits);
    checkKind(bytes.subarray(0, headBytes));
    return unlessDamaged(() => yauzl.fromBufferPromise(bytes, options));
  }
  await checkFile(source.path, limits);
  return unlessDamaged(() => yauzl.openPromise(source.path, options));
}

async function checkFile(path: string, limits: Limits): Promise<void> {
  const file = await open(path);
  try {
    if ((await file.stat()).size > limits.fileBytes) throw new FileRefused("tooLarge");
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes));
    checkKind(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

function checkKind(head: Uint8Array): void {
  const kind = kindOf(head);
  if (!kind.ok) throw new FileRefused(kind.error);
  if (kind.value !== "xlsx") throw new FileRefused("fileUnreadable");
}

async function collect(source: Source, limits: Limits): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytesOf(source, limits.fileBytes)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function listEntries(zip: yauzl.ZipFile, limits: Limits): Promise<Map<string, yauzl.Entry>> {
  if (zip.entryCount > partLimit) throw new FileRefused("fileUnreadable");
  const entries = new Map<string, yauzl.Entry>();
  await unlessDamaged(async () => {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  });
  const unpacked = [...entries.values()].reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (unpacked > limits.unpackedBytes) throw new FileRefused("tooLarge");
  return entries;
}

async function* readEntry(zip: yauzl.ZipFile, entry: yauzl.Entry | undefined): AsyncGenerator<Uint8Array> {
  if (!entry) return;
  const stream = await unlessDamaged(() => zip.openReadStreamPromise(entry));
  try {
    for await (const piece of stream) yield piece as Uint8Array;
  } catch (error) {
    throw asRefusal(error);
  } finally {
    stream.destroy();
  }
}

async function unlessDamaged<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw asRefusal(error);
  }
}

/** A failing disk is not the file's fault. */
function asRefusal(error: unknown): unknown {
  const isOfTheSystem = error instanceof Error && "syscall" in error;
  return isOfTheSystem || error instanceof FileRefused ? error : new FileRefused("fileUnreadable");
}

/** Workbooks have a dozen or two. */
const partLimit = 2_000;
