import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import path from "node:path";
import { Failure } from "./failure.mjs";

/** Fails with a sentence when a folder, or where it is going to be, has less room than a step needs. */
export async function requireSpace(folder, megabytes) {
  const place = nearestExisting(folder);
  const { bavail, bsize } = await statfs(place);
  const free = Math.floor((bavail * bsize) / 1024 ** 2);
  if (free < megabytes) throw new Failure(`The disk is full: ${place} has ${free} MB left and ${megabytes} MB are needed.`);
}

const nearestExisting = (folder) => (existsSync(folder) ? folder : nearestExisting(path.dirname(folder)));
