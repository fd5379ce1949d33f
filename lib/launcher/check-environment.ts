import { readEnvironment } from "../server/env/environment";

// Run by the launcher before anything that takes long: the server's own rules, as one sentence on stderr.
try {
  readEnvironment(process.env);
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
