import "server-only";
import { createHash } from "node:crypto";
import type * as z from "zod/mini";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { protocolMarker, protocolVersion } from "@/lib/protocol/version";
import { guarded } from "@/lib/server/http/handle";
import { authenticateProgram, type Program } from "./authenticate-program";

export type ProgramAsked<Query> = { readonly program: Program; readonly query: Query; readonly now: string };
export type ProgramAnswered = Result<object, { readonly code: RefusalCode; readonly field?: string }>;

/**
 * Wraps a read for programs: key, allowance and query string are checked before `run` is asked. The answer may be kept by
 * whoever asked and by nobody on the way; its ETag is its digest, and who has it already is answered 304.
 * @param asked what the log of programs calls this read
 */
export function handleProgram<Schema extends z.ZodMiniType>(
  asked: string, schema: Schema, run: (asked: ProgramAsked<z.infer<Schema>>) => Promise<ProgramAnswered>,
): (request: Request) => Promise<Response> {
  const answer = guarded(async (request) => {
    const now = new Date().toISOString();
    const program = await authenticateProgram(request, asked, now);
    if (!program.ok) return program;
    const query = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!query.success) return err({ code: "badRequest" as const, ...fieldOf(query.error) });
    const answered = await run({ program: program.value, query: query.data, now });
    return answered.ok ? ok(kept(request, answered.value)) : answered;
  });
  return async (request) => {
    const response = await answer(request);
    if (response.status === 401) response.headers.set("www-authenticate", "Bearer");
    return response;
  };
}

function kept(request: Request, value: object): Response {
  const body = JSON.stringify({ marker: protocolMarker, protocol: protocolVersion, ...value });
  const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
  const headers = { etag, "cache-control": "private, no-cache", vary: "authorization", "x-content-type-options": "nosniff" };
  const known = (request.headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  if (known.includes(etag) || known.includes("*")) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "content-type": "application/json; charset=utf-8" } });
}

/** The parameter that can't be read, or the one that nobody knows. */
function fieldOf({ issues: [issue] }: z.core.$ZodError): { readonly field?: string } {
  const field = issue?.code === "unrecognized_keys" ? issue.keys[0] : issue?.path[0];
  return field === undefined ? {} : { field: String(field) };
}
