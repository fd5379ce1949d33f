import { spawn } from "node:child_process";
import { root } from "./paths.mjs";

/**
 * Runs a program to its end.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, show?: boolean, cwd?: string, endsWith?: NodeJS.Signals, uid?: number, gid?: number, detached?: boolean }} [options] `show` passes its
 *   output through, otherwise it is collected; `endsWith` ends it when we end first
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, { env = {}, show = false, cwd = root, endsWith = "SIGKILL", ...more } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
      windowsHide: true,
      ...more,
      shell: process.platform === "win32" && !program.endsWith(".exe"),
    });
    const stop = () => child.kill(endsWith); // of what is half done, the next start makes all again
    process.once("exit", stop);
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.once("error", reject);
    child.once("close", (code) => {
      process.removeListener("exit", stop);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Runs a JavaScript file with this Node.js. */
export const runNode = (args, options) => run(process.execPath, args, options);

/** Runs a TypeScript file of ours, alone or before its arguments. The condition turns the marker package `server-only` off, as Next does on the server. */
export const runTypeScript = (file, options) => runNode(["--conditions=react-server", "--import", "tsx", ...[file].flat()], options);

/** Runs the npm that belongs to this Node.js. */
export function runNpm(args, options) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith(".js") ? runNode([cli, ...args], options) : run("npm", args, options);
}
