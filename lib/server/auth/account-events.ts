import "server-only";
import type { AccountEventKind } from "@/lib/domain/people/account-event";
import { newId } from "@/lib/server/database/new-id";
import type { Transaction } from "@/lib/server/database/with-actor";

/** Writes down what happened to the account of `userId`, in the transaction in which it happens. */
export async function saveAccountEvent(
  tx: Transaction, { provinceId, userId, actorId = userId }: { readonly provinceId: string; readonly userId: string; readonly actorId?: string }, kind: AccountEventKind, now: string,
): Promise<void> {
  await tx.$executeRaw`
    insert into account_event (id, province_id, user_id, actor_id, kind, at)
    values (${newId()}::uuid, ${provinceId}::uuid, ${userId}::uuid, ${actorId}::uuid, ${kind}, ${now}::timestamptz)`;
}
