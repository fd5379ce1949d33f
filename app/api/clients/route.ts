import { ChangeClient } from "@/lib/protocol/clients";
import { changeClient } from "@/lib/server/clients/change-client";
import { handle } from "@/lib/server/http/handle";

/** Keys for programs are given and taken back here. */
export const POST = handle(ChangeClient, ({ person, body, now }) => changeClient(person.actor, body, now));
