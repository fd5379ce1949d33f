import { openApiDocument } from "@/lib/server/aggregates/openapi";

export const dynamic = "force-static";

/** The description of /api/aggregates; there is nothing secret about it. */
export function GET(): Response {
  return Response.json(openApiDocument());
}
