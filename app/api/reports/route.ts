import { ReportAction } from "@/lib/protocol/reports";
import { handle } from "@/lib/server/http/handle";
import { changeReport } from "@/lib/server/reports/change-report";

/** Reports are begun, written and published here. */
export const POST = handle(ReportAction, ({ person, body, now }) => changeReport(person.actor, body, now));
