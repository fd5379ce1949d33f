import { AskOrganisation } from "@/lib/protocol/organisation";
import { handle } from "@/lib/server/http/handle";
import { askOrganisation } from "@/lib/server/organisation/change-organisation";

/** The tree of units: what a change would do, and doing it. */
export const POST = handle(AskOrganisation, ({ person, body, now }) => askOrganisation(person.actor, body, now));
