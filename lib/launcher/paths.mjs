import path from "node:path";
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

export const inRoot = (...parts) => path.join(root, ...parts);

/** Where the demo database, its secrets and the local certificates live. */
export const dataFolder = () => path.resolve(root, process.env.DATA_DIR || ".data");

/** Whether a module is the command that was started, not an import of another one. */
export function isMain(moduleUrl) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(moduleUrl));
}
