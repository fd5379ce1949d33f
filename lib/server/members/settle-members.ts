import "server-only";
import { offeredServices } from "@/lib/domain/members/offered-services";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { Transaction } from "@/lib/server/database/with-actor";
import { readServiceNames } from "./read-service-names";

/**
 * Tells the tallies what registers and members say now of indicators 3, 4 and 11–14. Part of whatever changes either: an
 * import of dossiers, accounts or members. Under the province's counting lock.
 * @param batch the import that caused it
 */
export async function settleMembers(tx: Transaction, batch: string, moment: string): Promise<void> {
  const named = await tx.$queryRaw<{ service: string }[]>`select service from member_services()`;
  const isOffered = offeredServices(await readServiceNames(tx, localDateOf(moment)));
  const offered = named.map(({ service }) => service).filter(isOffered);
  await tx.$queryRaw`select settle_members(${moment}::timestamptz, ${batch}::uuid, ${offered})`;
}
