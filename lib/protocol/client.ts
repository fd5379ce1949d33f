import type * as z from "zod/mini";
import { AreaPackResponse } from "./area-pack";
import { ChangesResponse } from "./changes";
import { CommandsResponse, type CommandsRequest } from "./commands";
import { deviceHeader, type DeviceManifest } from "./device-manifest";
import { ErrorResponse } from "./error-response";
import { GuidesResponse } from "./guides";
import { ReconcileResponse, type ReconcileRequest } from "./reconcile";
import { RecoveredCommandsResponse, type RecoveredCommandsRequest } from "./recovered-commands";
import { err, ok, type Result } from "../domain/result";

/**
 * Why a request brought no answer of ours. Nothing happened, as far as anyone can know: `unreachable` (no
 * network, cut, timed out), `notOurs` (a captive portal or proxy answered), `notSignedIn`, `wrongPerson`,
 * `tooLarge`, `busy` (try after a while), `unsupported` (this app is too old), `fault` (ours), `awaitingApproval` and
 * `joinRefused` (who asked to join sends nothing before a leader approves).
 */
export type TransportProblem = {
  readonly problem: "unreachable" | "notOurs" | "notSignedIn" | "wrongPerson" | "tooLarge" | "busy" | "unsupported" | "fault" | "awaitingApproval" | "joinRefused";
  readonly retryAfterSeconds?: number;
};

/** `fetch` as it is needed here, passed in so that a test can put anything in between. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export type ProtocolClient = {
  sendCommands(request: CommandsRequest): Promise<Result<CommandsResponse, TransportProblem>>;
  fetchChanges(query: ChangesQuery): Promise<Result<ChangesResponse, TransportProblem>>;
  reconcile(request: ReconcileRequest): Promise<Result<ReconcileResponse, TransportProblem>>;
  sendRecovered(request: RecoveredCommandsRequest): Promise<Result<RecoveredCommandsResponse, TransportProblem>>;
  fetchGuides(): Promise<Result<GuidesResponse, TransportProblem>>;
  fetchAreaPack(query: AreaPackQuery): Promise<Result<AreaPackResponse, TransportProblem>>;
};

export type ChangesQuery = {
  readonly cursor?: string;
  readonly briefing?: string;
  readonly personId: string;
  readonly device: DeviceManifest;
};

export type AreaPackQuery = { readonly personId: string; readonly campaignId: string; readonly cursor?: string };

/** @param timeoutMs how long one request may take before it counts as unreachable */
export function createProtocolClient(fetch: Fetch, origin: string, timeoutMs = 30_000): ProtocolClient {
  const call = async <Schema extends z.ZodMiniType>(path: string, init: RequestInit, schema: Schema) =>
    readAnswer(
      () => fetch(`${origin}${path}`, { ...init, redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(timeoutMs) }),
      schema,
    );
  const post = (body: unknown): RequestInit => ({
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return {
    sendCommands: (request) => call("/api/commands", post(request), CommandsResponse),
    reconcile: (request) => call("/api/reconcile", post(request), ReconcileResponse),
    sendRecovered: (request) => call("/api/recovered-commands", post(request), RecoveredCommandsResponse),
    fetchGuides: () => call("/api/guides", {}, GuidesResponse),
    fetchAreaPack: ({ personId, campaignId, cursor }) => {
      const query = new URLSearchParams({ personId, campaign: campaignId, ...(cursor ? { cursor } : {}) });
      return call(`/api/area-pack?${query}`, {}, AreaPackResponse);
    },
    fetchChanges: ({ cursor, briefing, personId, device }) => {
      const query = new URLSearchParams({ personId, ...(cursor ? { cursor } : {}), ...(briefing ? { briefing } : {}) });
      return call(`/api/changes?${query}`, { headers: { [deviceHeader]: encodeHeader(device) } }, ChangesResponse);
    },
  };
}

async function readAnswer<Schema extends z.ZodMiniType>(
  request: () => Promise<Response>,
  schema: Schema,
): Promise<Result<z.infer<Schema>, TransportProblem>> {
  let response: Response;
  let body: unknown;
  try {
    response = await request();
    body = await response.json().catch((cause: unknown) => {
      if (cause instanceof SyntaxError) return undefined;
      throw cause; // the connection broke in the middle
    });
  } catch {
    return err({ problem: "unreachable" });
  }
  const answer = schema.safeParse(body);
  if (response.status === 200 && answer.success) return ok(answer.data);
  const refused = ErrorResponse.safeParse(body);
  // Proxies answer 413 and 429 and 503 for us; what they mean is clear even without our marker.
  return err(problemOf(response.status, refused.success ? refused.data : undefined, response.headers.get("retry-after")));
}

function problemOf(status: number, refused: ErrorResponse | undefined, retryAfter: string | null): TransportProblem {
  const seconds = refused?.error.retryAfterSeconds ?? (retryAfter && /^\d{1,5}$/.test(retryAfter) ? Number(retryAfter) : undefined);
  const wait = seconds === undefined ? {} : { retryAfterSeconds: seconds };
  if (status === 413) return { problem: "tooLarge" };
  if (status === 429 || status === 503) return { problem: "busy", ...wait };
  if (!refused) return { problem: status >= 500 ? "fault" : "notOurs" };
  if (refused.error.code === "notSignedIn") return { problem: "notSignedIn" };
  if (refused.error.code === "wrongPerson") return { problem: "wrongPerson" };
  if (refused.error.code === "unsupportedProtocol") return { problem: "unsupported" };
  if (refused.error.code === "awaitingApproval" || refused.error.code === "joinRefused") return { problem: refused.error.code };
  return { problem: "fault", ...wait };
}

function encodeHeader(device: DeviceManifest): string {
  return btoa(JSON.stringify(device)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
