import { AllowanceQuery } from "@/lib/protocol/shifts";
import { handleRead } from "@/lib/server/http/handle";
import { readAllowance } from "@/lib/server/shifts/read-allowance";

export const dynamic = "force-dynamic";

/** The allowance of a month, as data. */
export const GET = handleRead(AllowanceQuery, ({ person, body, now }) => readAllowance(person.actor, body, now));
