import { RevealRequest } from "@/lib/protocol/reveal";
import { handle } from "@/lib/server/http/handle";
import { revealFields } from "@/lib/server/reveal/reveal-fields";

export const POST = handle(RevealRequest, ({ person, body, now }) => revealFields(person.actor, body, now));
