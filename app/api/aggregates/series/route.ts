import { AggregateSeriesQuery } from "@/lib/protocol/aggregates";
import { answerSeries } from "@/lib/server/aggregates/read-series";
import { handleProgram } from "@/lib/server/clients/handle-program";

export const dynamic = "force-dynamic";

/** One indicator month by month, for programs with a key. */
export const GET = handleProgram("series", AggregateSeriesQuery, answerSeries);
