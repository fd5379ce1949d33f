import "server-only";
import type { RefusalCode } from "@/lib/domain/refusal";
import { httpStatusOf, type ErrorResponse } from "@/lib/protocol/error-response";
import { protocolMarker, protocolVersion } from "@/lib/protocol/version";

/** An answer of ours: with the marker, and never kept by anything on the way. */
export function answer(body: object): Response {
  return json(200, { marker: protocolMarker, protocol: protocolVersion, ...body });
}

/** The refusal of a whole request; its status follows from its code. `field`: the part of it that was the reason. */
export function refusal(code: RefusalCode, retryAfterSeconds?: number, field?: string): Response {
  const body: ErrorResponse = {
    marker: protocolMarker,
    protocol: protocolVersion,
    error: { code, ...(field === undefined ? {} : { field }), ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) },
  };
  const response = json(httpStatusOf[code] ?? 400, body);
  if (retryAfterSeconds !== undefined) response.headers.set("retry-after", String(retryAfterSeconds));
  return response;
}

function json(status: number, body: object): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", "x-content-type-options": "nosniff" },
  });
}
