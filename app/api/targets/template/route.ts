import { TargetQuery } from "@/lib/protocol/targets";
import { handleRead } from "@/lib/server/http/handle";
import { targetTemplate } from "@/lib/server/targets/target-template";

export const dynamic = "force-dynamic";

/** The year's targets of a unit and those below it, as a workbook to fill in. */
export const GET = handleRead(TargetQuery, ({ person, body, now }) => targetTemplate(person, body, now));
