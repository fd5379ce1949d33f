import { databaseServer, createOwnDatabase } from "./database-server.mjs";
import { isEmptyDatabase, noteState } from "./demo-data.mjs";
import { applicationSettings, readSettings } from "./environment.mjs";
import { Failure, runMain } from "./failure.mjs";
import { ensurePrismaClient } from "./generate.mjs";
import { ensureDependencies } from "./install.mjs";
import { migrate } from "./migrate.mjs";
import { requireNodeVersion } from "./node-version.mjs";
import { step } from "./progress.mjs";
import { forgetBuilt, isBuilt, noteBuilt, useProvinceFolder } from "./province-2023.mjs";
import { runTypeScript } from "./run.mjs";
import { endOnSignals } from "./shutdown.mjs";

const script = "prisma/province-2023/seed-province.ts";

/**
 * Builds the province of August 2023 in a data folder of its own, or in the empty database that DATABASE_URL names;
 * `--check` compares the one that is there with what is printed, `--reform` leads it through the reform of 2025 first,
 * `--fresh` builds it anew.
 */
async function main() {
  requireNodeVersion();
  const options = parseOptions(process.argv.slice(2));
  await ensureDependencies();
  await ensurePrismaClient();
  const chosen = readSettings();
  if (chosen.databaseUrl === undefined) useProvinceFolder();
  const isThere = options.check || options.reform;
  if (isThere && chosen.databaseUrl === undefined && !isBuilt()) throw new Failure("There is no province of 2023 yet: npm run seed:province builds it.");
  const shutdown = endOnSignals();
  try {
    const server = await databaseServer(chosen, { fresh: options.fresh });
    const settings = await applicationSettings(chosen);
    const databaseUrl = await server.start(shutdown);
    if (server.isOurs) await createOwnDatabase(databaseUrl);
    if (!isThere) await requireEmpty(databaseUrl, server);
    await step("Migrating the database", "Database schema up to date", () => migrate(databaseUrl));
    await (isThere ? run(databaseUrl, settings, [options.reform ? "--reform" : "--check"]) : build(databaseUrl, settings, server));
  } finally {
    await shutdown.end();
  }
}

async function requireEmpty(databaseUrl, { isOurs }) {
  if (await isEmptyDatabase(databaseUrl)) return;
  throw new Failure(isOurs
    ? "The province of 2023 is there already: npm run seed:province -- --check compares it with the annexes, -- --fresh builds it anew."
    : "The database that DATABASE_URL names holds something already: the province of 2023 needs an empty one.");
}

async function build(databaseUrl, settings, { isOurs }) {
  if (!isOurs) return run(databaseUrl, settings, []);
  await forgetBuilt();
  await noteState(databaseUrl, "loading"); // interrupted, it starts over the next time
  await run(databaseUrl, settings, []);
  await noteState(databaseUrl, "loaded");
  await noteBuilt();
  console.log("Look at it: npm start -- --province-2023");
}

/** It says itself what went wrong. */
async function run(databaseUrl, settings, args) {
  const { code } = await runTypeScript([script, ...args], { show: true, endsWith: "SIGTERM", env: { ...settings, DATABASE_URL: databaseUrl, NODE_ENV: "production" } });
  if (code !== 0) throw new Failure(args.length > 0 ? "The province of 2023 is not as printed." : "The province of 2023 could not be built.");
}

function parseOptions(args) {
  const known = ["--check", "--reform", "--fresh"];
  const unknown = args.find((arg) => !known.includes(arg));
  if (unknown !== undefined) throw new Failure(`Unknown option ${unknown}: npm run seed:province knows --check, --reform and --fresh.`);
  const [check, reform, fresh] = known.map((option) => args.includes(option));
  if (fresh && (check || reform)) throw new Failure("--fresh builds the province anew and compares it then: --check and --reform are for the one that is there.");
  return { check, reform, fresh };
}

await runMain(main);
