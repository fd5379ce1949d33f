/** A failure that the person at the terminal can act on: shown as one sentence, never as a stack trace. */
export class Failure extends Error {
  name = "Failure";
}

const sentencesByCode = {
  ENOSPC: "The disk is full: free about 2 GB and start again.",
  EDQUOT: "The disk quota is used up: free about 2 GB and start again.",
  EROFS: "The project's folder is read-only: copy the project to a folder that can be written.",
};

/** The one sentence for any error, expected or not. */
export function explain(error) {
  if (error instanceof Failure) return error.message;
  const known = sentencesByCode[error?.code];
  if (known) return known;
  if (error?.code === "EACCES" && error.path) return `Permission denied for ${error.path}: make it readable and writable for this user.`;
  const text = String(error?.message ?? error).split("\n", 1)[0];
  return process.env.DEBUG ? String(error?.stack ?? error) : `Unexpected failure: ${text} (run again with DEBUG=1 for details).`;
}

/** Recognises a full disk in the output of a program. */
export function failureFromOutput(output, otherwise) {
  return new Failure(/ENOSPC|no space left on device/i.test(output) ? sentencesByCode.ENOSPC : otherwise);
}

/** Runs a command's `main`: on failure one sentence on stderr and exit code 1. */
export async function runMain(main) {
  process.once("uncaughtException", (error) => {
    report(error);
    process.exit(1);
  });
  try {
    await main();
  } catch (error) {
    report(error);
    process.exitCode = 1;
  }
}

/** Lets Ctrl-C end a command through `process.exit`, so that servers it started end with it. */
export function exitOnSignals() {
  for (const [signal, code] of [["SIGINT", 130], ["SIGTERM", 143]]) process.once(signal, () => process.exit(code));
}

const report = (error) => process.stderr.write(`✘ ${explain(error)}\n`);
