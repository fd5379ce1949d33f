import "server-only";
import NextAuth, { type NextAuthOptions } from "next-auth";
import { refusal } from "@/lib/server/http/answer";
import { logFault } from "@/lib/server/http/log-fault";
import { isOwnOrigin } from "@/lib/server/http/origin";
import { nextAuthOptions, type SignInOutcome } from "./next-auth-options";
import { isSecureRequest } from "./session-cookie";

/** What of next-auth is open; its pages and its session answer are not used and not reachable. */
const openPaths = new Set(["GET csrf", "POST callback/credentials", "POST signout"]);

/** `/api/auth/*`: signing in and out. A plain function from Request to Response. */
export async function handleAuth(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace(/^\/api\/auth\//, "");
  if (!openPaths.has(`${request.method} ${path}`)) return refusal("unknownOrForbidden");
  if (request.method === "POST" && !isOwnOrigin(request)) return refusal("wrongOrigin");
  try {
    return await answerWithNextAuth(request, path);
  } catch (error) {
    logFault(`${request.method} /api/auth/${path}`, error);
    return refusal("serverFault");
  }
}

async function answerWithNextAuth(request: Request, path: string): Promise<Response> {
  let outcome: SignInOutcome | "fault" | undefined;
  const options = nextAuthOptions(request.headers, isSecureRequest(request.headers), (given) => (outcome = given));
  const response = await runNextAuth(request, path, options);
  if (path !== "callback/credentials") return response;
  const given = outcome as SignInOutcome | "fault" | undefined;
  // Without a word about the credentials next-auth did not find its CSRF token.
  if (given === undefined) return refusal("wrongOrigin");
  if (given === "fault") return refusal("serverFault");
  if (given.ok) return response;
  return given.error.code === "tooManyRequests" ? refusal("tooManyRequests", given.error.retryAfterSeconds) : refusal(given.error.code);
}

type ApiRequest = Parameters<typeof NextAuth>[0];
type ApiResponse = Parameters<typeof NextAuth>[1];

/**
 * next-auth through its entry for plain request and response objects: the one for route handlers reads
 * Next's own request scope, which nothing but Next can provide.
 */
async function runNextAuth(request: Request, path: string, options: NextAuthOptions): Promise<Response> {
  const headers = new Headers({ "cache-control": "no-store", "content-type": "application/json; charset=utf-8" });
  let status = 200;
  let body = "";
  const response = {
    status: (code: number) => ((status = code), response),
    getHeader: (name: string) => (name.toLowerCase() === "set-cookie" ? headers.getSetCookie() : headers.get(name)),
    setHeader: (name: string, value: string | string[]) => {
      headers.delete(name);
      for (const one of [value].flat()) headers.append(name, one);
    },
    json: (value: unknown) => void (body = JSON.stringify(value)),
    send: (value: unknown) => void (body = typeof value === "string" ? value : JSON.stringify(value)),
    end: () => {},
  };
  const nextRequest = {
    method: request.method,
    query: { nextauth: path.split("/") },
    cookies: cookiesOf(request.headers.get("cookie") ?? ""),
    headers: Object.fromEntries(request.headers),
    body: request.method === "POST" ? await readForm(request) : undefined,
  };
  await NextAuth(nextRequest as unknown as ApiRequest, response as unknown as ApiResponse, options);
  return new Response(body, { status, headers });
}

function cookiesOf(header: string): Record<string, string> {
  const pairs = header.split(";").flatMap((pair) => {
    const [name = "", ...value] = pair.trim().split("=");
    return name ? [[name, decodeCookie(value.join("="))] as const] : [];
  });
  return Object.fromEntries(pairs);
}

function decodeCookie(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** A form of a few short fields; `json` makes next-auth answer instead of redirecting. */
async function readForm(request: Request): Promise<Record<string, string>> {
  if (Number(request.headers.get("content-length") ?? 0) > longestForm) return {};
  const text = await request.text();
  if (text.length > longestForm) return {};
  return { ...Object.fromEntries(new URLSearchParams(text)), json: "true" };
}

const longestForm = 8_192;
