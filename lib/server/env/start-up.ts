import "server-only";
import { assertDurable, NotDurable } from "@/lib/server/database/assert-durable";
import { ConfigurationError, environment } from "./environment";

/** Before the first request: a server that is not set up right says so in one sentence and ends. */
export async function checkStartUp(): Promise<void> {
  try {
    environment();
    await assertDurable();
  } catch (error) {
    process.stderr.write(`✘ ${sentenceOf(error)}\n`);
    process.exit(1);
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof ConfigurationError || error instanceof NotDurable) return error.message;
  return "The database can't be reached: check DATABASE_URL and that the server runs.";
}
