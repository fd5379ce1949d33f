import { AggregateReportQuery } from "@/lib/protocol/aggregates";
import { answerReport } from "@/lib/server/aggregates/read-report";
import { handleProgram } from "@/lib/server/clients/handle-program";

export const dynamic = "force-dynamic";

/** The table of a report, for programs with a key. */
export const GET = handleProgram("report", AggregateReportQuery, answerReport);
