import { ClosePeriod } from "@/lib/protocol/periods";
import { handle } from "@/lib/server/http/handle";
import { closePeriod } from "@/lib/server/periods/close-period";

/** Periods are closed here, and never opened again. */
export const POST = handle(ClosePeriod, ({ person, body, now }) => closePeriod(person.actor, body, now));
