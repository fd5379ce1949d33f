import "server-only";
import { registerKinds } from "@/lib/protocol/imports";
import { closeDatabase } from "@/lib/server/database/client";
import { findImporter } from "./find-importer";
import { httpSource } from "./http-source";
import { pullRegister } from "./pull-register";
import { pullSettings } from "./pull-settings";

/** `npm run register:pull`: brings what the register has changed since the last time. Exits with 1 where something was left over. */
const { importer, source } = pullSettings(process.env);
const actor = await findImporter(importer);
if (!actor) throw new Error("REGISTER_IMPORTER is nobody's login");
for (const kind of registerKinds) {
  const { state, refusal, stoppedBy } = await pullRegister(actor, { source: httpSource(source), kind, now: new Date().toISOString() });
  if (state) console.log(`${kind}: ${state.rowCount} rows, ${state.newCount} new, ${state.changedCount} changed, ${state.unreadCount} unread`);
  if (refusal ?? stoppedBy) {
    console.error(`${kind}: ${refusal ? `refused, ${refusal}` : `stopped, ${stoppedBy}; the next pull goes on from here`}`);
    process.exitCode = 1;
  }
}
await closeDatabase();
