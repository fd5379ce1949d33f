import { ChangeTargets } from "@/lib/protocol/targets";
import { handle } from "@/lib/server/http/handle";
import { changeTargets } from "@/lib/server/targets/change-targets";

/** Targets are set here, many cells at once, or taken over from the year before. */
export const POST = handle(ChangeTargets, ({ person, body, now }) => changeTargets(person.actor, body, now));
