import { DecideDouble } from "@/lib/protocol/doubles";
import { decideDouble } from "@/lib/server/doubles/decide-double";
import { handle } from "@/lib/server/http/handle";

/** What a leader or officer decided about two entries that may be the same. */
export const POST = handle(DecideDouble, ({ person, body, now }) => decideDouble(person.actor, body, now));
