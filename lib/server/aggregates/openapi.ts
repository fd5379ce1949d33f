import "server-only";
import * as z from "zod/mini";
import { AggregateIndex, AggregateReport, AggregateReportQuery, AggregateSeries, AggregateSeriesQuery } from "@/lib/protocol/aggregates";
import { ErrorResponse } from "@/lib/protocol/error-response";

/** The description of the addresses for programs, OpenAPI 3.1, made from the schemas that read and answer. */
export function openApiDocument(): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "Tình Nguyện Số: aggregates", version: "1",
      description: "Sums of what volunteers recorded, leaders confirmed and evidence matched. Days are days in Vietnam. Read only, no personal data.",
    },
    paths: {
      "/api/aggregates": read("What there is to ask for", "AggregateIndex"),
      "/api/aggregates/report": read("The numbers of a unit and of each unit directly below it, and beside them what waits for evidence and what is still on phones", "AggregateReport", AggregateReportQuery),
      "/api/aggregates/series": read("One indicator month by month", "AggregateSeries", AggregateSeriesQuery),
    },
    security: [{ key: [] }],
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer", description: "Issued and revoked by the province's office; shown once." } },
      schemas: {
        AggregateIndex: schemaOf(AggregateIndex), AggregateReport: schemaOf(AggregateReport), AggregateSeries: schemaOf(AggregateSeries), ErrorResponse: schemaOf(ErrorResponse),
      },
    },
  };
}

/** As a reader needs it: fields may be added, so unknown ones are allowed. */
function schemaOf(schema: z.ZodMiniType): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
}

function read(summary: string, answer: string, query?: z.ZodMiniType): object {
  const refused = (description: string) => ({ description, content: { "application/json": { schema: { $ref: "#/components/schemas/ErrorResponse" } } } });
  const known = { name: "if-none-match", in: "header", required: false, schema: { type: "string" }, description: "The ETag of an earlier answer." };
  return {
    get: {
      summary,
      parameters: [...(query ? parametersOf(query) : []), known],
      responses: {
        200: { description: "The answer; its header etag is its digest.", content: { "application/json": { schema: { $ref: `#/components/schemas/${answer}` } } } },
        304: { description: "Nothing has changed since the answer with that ETag." },
        400: refused("A parameter can't be read, or nobody knows it; `error.field` names it."),
        401: refused("keyUnknown: no key, a wrong one, or one that was revoked."),
        404: refused("unknownOrForbidden: no such unit."),
        429: refused("tooManyRequests: ask again after `retry-after` seconds."),
      },
    },
  };
}

function parametersOf(query: z.ZodMiniType): object[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: "input" });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...schema } = property as { description?: string };
    return { name, in: "query", required: required.includes(name), ...(description ? { description } : {}), schema };
  });
}
