import { AggregateQuery } from "@/lib/protocol/aggregates";
import { answerIndex } from "@/lib/server/aggregates/read-index";
import { handleProgram } from "@/lib/server/clients/handle-program";

export const dynamic = "force-dynamic";

/** What programs with a key may ask for. */
export const GET = handleProgram("index", AggregateQuery, answerIndex);
