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
    if (options.province) (await import("./province-2023.mjs")).openProvince2023();
    const { launch } = await import("./launch.mjs");
    await launch(options, shutdown);
  } catch (error) {
    if (shutdown.isEnding()) return; // what was being started has been stopped on purpose
    await shutdown.end();
    throw error;
  }
}

function parseOptions(args) {
  const known = ["--fresh", "--https", "--dev", "--province-2023"];
  const unknown = args.find((arg) => !known.includes(arg));
  if (unknown !== undefined) throw new Failure(`Unknown option ${unknown}: npm start knows --fresh, --https and --province-2023.`);
  const [fresh, https, dev, province] = known.map((option) => args.includes(option));
  // Without it the folder would be filled with the demo.
  if (fresh && province) throw new Failure("npm run seed:province -- --fresh builds the province of 2023 anew: start it without --fresh.");
  return { fresh, https, dev, province };
}

await runMain(main);
