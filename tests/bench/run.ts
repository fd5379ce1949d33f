import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** `npm run bench -- <name> [options]` runs tests/bench/<name>.ts as a process of its own. */
const folder = fileURLToPath(new URL(".", import.meta.url));
const [name, ...options] = process.argv.slice(2);
const benchmarks = readdirSync(folder)
  .filter((file) => /^[a-z]+\.ts$/.test(file) && file !== "run.ts")
  .map((file) => file.replace(/\.ts$/, ""));

if (name === undefined || !benchmarks.includes(name)) {
  console.error(`Say which benchmark: ${benchmarks.join(", ")}. For example: npm run bench -- ${benchmarks[0]}`);
  process.exitCode = 1;
} else {
  // The condition makes the marker package `server-only` inert, as in Next's server.
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", `${folder}${name}.ts`, ...options], { stdio: "inherit" });
  child.on("exit", (code) => (process.exitCode = code ?? 1));
}
