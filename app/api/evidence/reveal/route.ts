import { RevealChecked } from "@/lib/protocol/evidence";
import { revealNumber } from "@/lib/server/evidence/reveal-number";
import { handle } from "@/lib/server/http/handle";

export const POST = handle(RevealChecked, ({ person, body, now }) => revealNumber(person.actor, body.outcomeId, now));
