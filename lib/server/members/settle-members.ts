import "server-only";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { Transaction } from "@/lib/server/database/with-actor";
import { readOfferedServices } from "./read-offered-services";

/**
 * Tells the tallies what registers and members say now of indicators 3, 4 and 11–14. Part of whatever changes either: an
 * import of dossiers, accounts or members. Under the province's counting lock.
 * @param batch the import that caused it
 */
export async function settleMembers(tx: Transaction, batch: string, moment: string): Promise<void> {
  const named = await tx.$queryRaw<{ service: string }[]>`select service from member_services()`;
  const isOffered = await readOfferedServices(tx, localDateOf(moment));
  const offered = named.map(({ service }) => service).filter(isOffered);
  await tx.$queryRaw`select settle_members(${moment}::timestamptz, ${batch}::uuid, ${offered})`;
}
