import { Failure, runMain } from "./failure.mjs";
import { requireNodeVersion } from "./node-version.mjs";

// Nothing outside Node.js may be imported here: there may be no dependencies yet.
async function main() {
  requireNodeVersion();
  const options = parseOptions(process.argv.slice(2));
  const { ensureDependencies } = await import("./install.mjs");
  const { endOnSignals } = await import("./shutdown.mjs");
  const shutdown = endOnSignals();
  try {
    await ensureDependencies();
    const { launch } = await import("./launch.mjs");
    await launch(options, shutdown);
  } catch (error) {
    if (shutdown.isEnding()) return; // what was being started has been stopped on purpose
    await shutdown.end();
    throw error;
  }
}

function parseOptions(args) {
  const known = ["--fresh", "--https", "--dev"];
  const unknown = args.find((arg) => !known.includes(arg));
  if (unknown !== undefined) throw new Failure(`Unknown option ${unknown}: npm start knows --fresh and --https.`);
  const [fresh, https, dev] = known.map((option) => args.includes(option));
  return { fresh, https, dev };
}

await runMain(main);
