import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { hasSecondFactor } from "@/lib/server/auth/second-factor";
import { withActor } from "@/lib/server/database/with-actor";

/** Whether there is something to reset for whoever manages this person; false for everybody else. */
export function mayResetSecondFactor(actor: Actor, personId: string): Promise<boolean> {
  return withActor(actor, async (tx) => personId !== actor.userId && (await hasSecondFactor(tx, personId)));
}
