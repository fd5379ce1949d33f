import { RateChange } from "@/lib/protocol/shifts";
import { handle } from "@/lib/server/http/handle";
import { setRate } from "@/lib/server/shifts/set-rate";

/** What a shift is worth from a day on, for a unit and a kind of member. */
export const POST = handle(RateChange, ({ person, body, now }) => setRate(person.actor, body, now));
