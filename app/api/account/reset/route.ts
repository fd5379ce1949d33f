import { ResetSecondFactor } from "@/lib/protocol/account";
import { resetSecondFactor } from "@/lib/server/account/reset-second-factor";
import { handle } from "@/lib/server/http/handle";

/** Lets somebody in again who lost the authenticator. */
export const POST = handle(ResetSecondFactor, ({ person, body, now }) => resetSecondFactor(person.actor, body.id, now));
