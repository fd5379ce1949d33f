import { ReportFileQuery } from "@/lib/protocol/reports";
import { handleRead } from "@/lib/server/http/handle";
import { reportFile } from "@/lib/server/reports/report-file";

export const dynamic = "force-dynamic";

/** A report as a workbook. */
export const GET = handleRead(ReportFileQuery, ({ person, request, now }) => reportFile(person.actor, new URL(request.url).pathname, "xlsx", now));
