import "server-only";
import { createHash } from "node:crypto";
import type { Header } from "@/lib/domain/import/header";
import type { RecordKind } from "@/lib/domain/import/record-fields";
import type { Actor } from "@/lib/domain/people/actor";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, type Result } from "@/lib/domain/result";
import type { ImportResult, ImportState } from "@/lib/protocol/imports";
import { FileRefused, findFileRefusal } from "@/lib/server/spreadsheet/file-refused";
import { headBytes, kindOf } from "@/lib/server/spreadsheet/file-kind";
import { limitsOf } from "@/lib/server/spreadsheet/limits";
import { readRows } from "@/lib/server/spreadsheet/read-rows";
import type { AnyBatch } from "./batch-row";
import { claimReading, failReading, finishReading } from "./finish-reading";
import { keepsRegisters } from "./keeper";
import { signatureOf } from "./layouts";
import { readSlices, type Slice } from "./read-slices";
import { openMemberStage } from "@/lib/server/members/member-stage";
import { planMembers } from "@/lib/server/members/plan-members";
import { registerStageKinds } from "./register-kinds";
import { ImportStopped } from "./save-slice";
import type { StageKind } from "./stage-kind";
import { stageSlices } from "./stage-slices";

/**
 * Reads a file while it arrives and stages what is new in it. The file itself is kept nowhere. Refuses with what the
 * file is refused for, and with `notAllowedInThisState` where somebody cancelled meanwhile.
 */
export async function readUpload(actor: Actor, batchId: string, body: AsyncIterable<Uint8Array>, now: string): Promise<Result<ImportState, RefusalCode>> {
  const batch = keepsRegisters(actor, now) ? await claimReading(actor, batchId) : undefined;
  if (!batch) return err("unknownOrForbidden");
  const started = Date.now();
  const digest = createHash("sha256");
  let signature: string | undefined;
  const onHeader = (header: Header) => void (signature = signatureOf(batch.kind, header));
  try {
    const shown = await stageFile(actor, batch, digested(body, digest), onHeader);
    return await finishReading(actor, batch, { fileDigest: digest.digest(), signature, result: { ...shown, readMs: Date.now() - started }, now });
  } catch (error) {
    if (error instanceof ImportStopped) return err("notAllowedInThisState");
    await failReading(actor, batch);
    const refusal = findFileRefusal(error);
    if (refusal) return err(refusal);
    throw error;
  }
}

async function stageFile(actor: Actor, batch: AnyBatch, bytes: AsyncIterable<Uint8Array>, onHeader: (header: Header) => void): Promise<ImportResult> {
  const { mapping, sheet } = batch.layout;
  const { start, all } = await beginningOf(bytes);
  const fileKind = kindOf(start);
  if (!fileKind.ok) throw new FileRefused(fileKind.error);
  const rows = readRows(all, fileKind.value, limitsOf[fileKind.value], sheet);
  const staged = { actor, batchId: batch.id, mapping };
  // Told apart so that a strategy and its slices are of one kind.
  switch (batch.kind) {
    case "dossier":
      return stageSlices({ ...staged, strategy: registerStageKinds.dossier }, slicesOf(registerStageKinds.dossier));
    case "account":
      return stageSlices({ ...staged, strategy: registerStageKinds.account }, slicesOf(registerStageKinds.account));
    case "member": {
      const strategy = await openMemberStage(actor, batch);
      const shown = await stageSlices({ ...staged, strategy }, slicesOf(strategy));
      return { ...shown, members: await planMembers(actor, batch) };
    }
  }

  function slicesOf<Kind extends RecordKind>(strategy: StageKind<Kind>): AsyncGenerator<Slice<Kind>> {
    return readSlices(strategy, { rows, mapping, onHeader });
  }
}

/** Enough to know what kind of file it is, and then all of it. */
async function beginningOf(bytes: AsyncIterable<Uint8Array>): Promise<{ start: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const pieces = bytes[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  while (size < headBytes) {
    const piece = await pieces.next();
    if (piece.done) break;
    first.push(piece.value);
    size += piece.value.length;
  }
  const start = Buffer.concat(first);
  return { start: start.subarray(0, headBytes), all: rest(start, pieces) };
}

async function* rest(start: Uint8Array, pieces: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield start;
  for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) yield piece.value;
}

async function* digested(bytes: AsyncIterable<Uint8Array>, digest: { update(piece: Uint8Array): unknown }): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    digest.update(piece);
    yield piece;
  }
}
