import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fakeCameraArgs, filmCard } from "../setup/fake-camera";
import { test } from "./app";

/** Tests whose camera sees these codes one after the other, again and again. */
export function testWithCamera(codes: readonly string[]) {
  return test.extend({
    launchOptions: [
      async ({ launchOptions }, use) => {
        const folder = await mkdtemp(path.join(os.tmpdir(), "tns-film-"));
        const film = path.join(folder, "film.mjpeg");
        await filmCodes(film, codes);
        await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...fakeCameraArgs(film)] });
        await rm(folder, { recursive: true });
      },
      { scope: "worker" },
    ],
  });
}

/** Each long enough to be read. */
async function filmCodes(film: string, codes: readonly string[]): Promise<void> {
  const scenes: Buffer[] = [];
  for (const code of codes) {
    await filmCard(film, code, { width: 1280, height: 720, frames: 45 });
    scenes.push(await readFile(film));
  }
  await writeFile(film, Buffer.concat(scenes));
}
