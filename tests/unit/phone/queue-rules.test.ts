import { expect, it } from "vitest";
import type { OutboxRow } from "@/lib/phone/database/phone-database";
import { batchSizes } from "@/lib/phone/outbox/batch-size";
import { chooseBatch } from "@/lib/phone/outbox/choose-batch";
import { storageProblemOf } from "@/lib/phone/database/storage-problem";
import { backoffMs } from "@/lib/phone/sync/backoff";

const row = (id: string, entryId: string, attempts = 0): OutboxRow => ({
  id, entryId, attempts, ownerId: "owner", schemaVersion: 1, sequence: Number(id), state: "waiting", issuedAt: "", sealed: new Uint8Array(),
});
const ids = (rows: readonly OutboxRow[]) => rows.map(({ id }) => id);

it("chooses commands in the order saved, entry by entry, the least tried entries first", () => {
  const waiting = [row("1", "a", 2), row("2", "b"), row("3", "a"), row("4", "c", 1), row("5", "b")];
  expect(ids(chooseBatch(waiting, new Set(), 10))).toEqual(["2", "5", "4", "1", "3"]);
  expect(ids(chooseBatch(waiting, new Set(["b"]), 2))).toEqual(["4", "1"]);
});

it("waits longer after each failure, never more than five minutes, spread by chance", () => {
  expect([1, 2, 3, 20, 1000].map((failures) => backoffMs(failures, 0.999999))).toEqual([2_000, 4_000, 8_000, 300_000, 300_000]);
  expect([1, 20].map((failures) => backoffMs(failures, 0))).toEqual([500, 500]);
});

it("makes batches smaller down to one command where size or content may be the cause", () => {
  expect(batchSizes.afterTooLarge(7)).toBe(3);
  expect(batchSizes.afterTooLarge(1)).toBe(1);
  expect(batchSizes.afterProblem(1, "fault")).toBe(1);
  expect(batchSizes.afterProblem(100, "unreachable")).toBe(50);
  expect(batchSizes.afterProblem(10, "unreachable")).toBe(10);
  expect(batchSizes.afterProblem(4, "unreachable")).toBe(4);
  expect(batchSizes.afterProblem(64, "notOurs")).toBe(64);
  expect(batchSizes.afterAnswer(400)).toBe(500);
});

it("recognises a full disk however it is wrapped", () => {
  const quota = new DOMException("", "QuotaExceededError");
  const diskFull = { problem: "diskFull" };
  expect(storageProblemOf(quota)).toEqual(diskFull);
  expect(storageProblemOf({ name: "AbortError", inner: quota })).toEqual(diskFull);
  expect(storageProblemOf({ name: "BulkError", failures: [{ name: "AbortError", inner: quota }] })).toEqual(diskFull);
  expect(storageProblemOf(new DOMException("", "AbortError"))).toEqual({ problem: "storage" });
});
