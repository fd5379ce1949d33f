import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** A folder that is gone after the test. */
export async function temporaryFolder() {
  const folder = await mkdtemp(path.join(os.tmpdir(), "tns-launcher-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
