import "server-only";
import { databaseClient } from "./client";

export type DurabilitySettings = { readonly synchronousCommit: string; readonly fsync: string };

/** Its message is one sentence for whoever runs the server. */
export class NotDurable extends Error {
  override readonly name = "NotDurable";
}

/**
 * Refuses a database that may forget what it has committed: phones delete what was acknowledged. For
 * start-up and /api/health; `withActor` asks again in every transaction.
 */
export async function assertDurable(): Promise<void> {
  const [settings] = await databaseClient().$queryRaw<DurabilitySettings[]>`
    select current_setting('synchronous_commit') as "synchronousCommit", current_setting('fsync') as fsync`;
  requireDurable(settings);
}

export function requireDurable(settings: DurabilitySettings | undefined): void {
  const off = [
    ...(lasting.has(settings?.synchronousCommit ?? "") ? [] : ["synchronous_commit"]),
    ...(settings?.fsync === "on" ? [] : ["fsync"]),
  ];
  if (off.length > 0) throw new NotDurable(`The database may lose committed data: switch ${off.join(" and ")} on.`);
}

/** `remote_write` and `local` promise less than `on`. */
const lasting = new Set(["on", "remote_apply"]);
