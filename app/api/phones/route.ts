import { ChangePhone } from "@/lib/protocol/phones";
import { changePhone } from "@/lib/server/fleet/change-phone";
import { handle } from "@/lib/server/http/handle";

/** A phone gets a name, is taken back, or is given back. */
export const POST = handle(ChangePhone, ({ person, body, now }) => changePhone(person.actor, body, now));
