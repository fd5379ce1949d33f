import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { failureFromOutput } from "./failure.mjs";
import { inRoot } from "./paths.mjs";
import { step } from "./progress.mjs";
import { runNode } from "./run.mjs";

const generated = inRoot("lib/server/generated");
const marker = `${generated}/.made-from`;

/** Generates the Prisma client unless the one that is there was made from the same schema. */
export async function ensurePrismaClient() {
  const source = await fingerprint();
  if ((await readFile(marker, "utf8").catch(() => "")) === source) return;
  await step("Generating the database client", "Database client generated", async () => {
    const { code, output } = await runNode(["node_modules/prisma/build/index.js", "generate"], { env: closedNetwork });
    if (code !== 0) throw failureFromOutput(output, `The database client could not be generated:\n${output.trim()}`);
    await writeFile(marker, source);
  });
}

// Generating needs no engine, but Prisma would fetch one that is missing: any existing file passes for it.
const closedNetwork = {
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  CHECKPOINT_DISABLE: "1",
};

async function fingerprint() {
  const hash = createHash("sha256");
  for (const file of ["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"]) hash.update(await readFile(inRoot(file)));
  return hash.digest("hex");
}
