import * as z from "zod/mini";
import type { Role } from "../domain/people/actor";
import { signInSteps, type SignInStep } from "../domain/people/sign-in-step";
import { err, ok, type Result } from "../domain/result";
import type { Fetch } from "../protocol/client";
import { ErrorResponse } from "../protocol/error-response";
import { SessionResponse } from "../protocol/session";

export type SignInProblem =
  /** Unknown person and wrong password look alike; of a code: wrong, or used before. */
  | { readonly problem: "wrong" }
  | { readonly problem: "throttled"; readonly seconds: number }
  /** So far, so good: this has to be done before the session is good for anything else. */
  | { readonly problem: "stepMissing"; readonly step: SignInStep }
  /** Nobody has given a password here, or too long ago: from the beginning. */
  | { readonly problem: "notBegun" }
  /** No answer of ours: no network, a captive portal, a fault. Nothing is known about the password. */
  | { readonly problem: "unreachable" };

export type SignedInPerson = { readonly personId: string; readonly name: string; readonly roles: readonly Role[] };

const browserFetch: Fetch = (url, init) => fetch(url, init);

/**
 * Signs in with the cookie that next-auth sets. Believes only what the server says afterwards about who is
 * signed in, because a captive portal answers 200 as well.
 */
export async function signIn(
  credentials: { readonly login: string; readonly password: string },
  fetch: Fetch = browserFetch,
): Promise<Result<SignedInPerson, SignInProblem>> {
  return goOn(await postWithToken("/api/auth/callback/credentials", credentials, fetch), fetch);
}

/** The second step, after a password: a code of the authenticator or a recovery code. */
export async function takeSecondStep(code: string, fetch: Fetch = browserFetch): Promise<Result<SignedInPerson, SignInProblem>> {
  return goOn(await postWithToken("/api/auth/callback/credentials", { code }, fetch), fetch);
}

/** Who is signed in completely, or what is still missing. */
export async function finishSignIn(fetch: Fetch = browserFetch): Promise<Result<SignedInPerson, SignInProblem>> {
  const session = await askSession(fetch);
  if (session === undefined) return err({ problem: "unreachable" });
  if (session === "nobody") return err({ problem: "notBegun" });
  return "step" in session ? err({ problem: "stepMissing", step: session.step }) : ok(session);
}

async function goOn(answer: Response | undefined, fetch: Fetch): Promise<Result<SignedInPerson, SignInProblem>> {
  if (!answer) return err({ problem: "unreachable" });
  return answer.status === 200 ? finishSignIn(fetch) : err(await problemOf(answer));
}

/** Ends the session on the server; false when the server was not reached. Touches nothing on the phone. */
export async function signOut(fetch: Fetch = browserFetch): Promise<boolean> {
  const answer = await postWithToken("/api/auth/signout", {}, fetch);
  if (answer?.status !== 200) return false;
  const session = await readSession(fetch);
  return session.ok && session.value === undefined;
}

/** Who is signed in; undefined for nobody, `unreachable` when that could not be learnt. */
export async function readSession(
  fetch: Fetch = browserFetch,
): Promise<Result<SignedInPerson | undefined, { readonly problem: "unreachable" }>> {
  const session = await askSession(fetch);
  if (session === undefined) return err({ problem: "unreachable" });
  return ok(session === "nobody" || "step" in session ? undefined : session);
}

/** Undefined when nobody of ours answered. */
async function askSession(fetch: Fetch): Promise<SignedInPerson | { readonly step: SignInStep } | "nobody" | undefined> {
  const answer = await request(fetch, "/api/session", {});
  const body: unknown = await answer?.json().catch(() => undefined);
  const session = SessionResponse.safeParse(body);
  if (session.success) {
    const { id, name, roles } = session.data.person;
    return { personId: id, name, roles };
  }
  const refused = ErrorResponse.safeParse(body).data?.error;
  if (refused?.code !== "notSignedIn") return undefined;
  const step = signInSteps.find((known) => known === refused.field);
  return step ? { step } : "nobody";
}

/** Leaders work on the phone too; everybody without work on a phone starts at the desk. */
export function startPageOf(roles: readonly Role[]): "/" | "/desk" {
  return roles.length === 0 || roles.includes("volunteer") || roles.includes("leader") ? "/" : "/desk";
}

const CsrfToken = z.object({ csrfToken: z.string() });

async function postWithToken(path: string, fields: Record<string, string>, fetch: Fetch): Promise<Response | undefined> {
  const csrf = await request(fetch, "/api/auth/csrf", {});
  const token = CsrfToken.safeParse(await csrf?.json().catch(() => undefined));
  if (!token.success) return undefined;
  return request(fetch, path, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...fields, csrfToken: token.data.csrfToken, json: "true" }).toString(),
  });
}

async function problemOf(answer: Response): Promise<SignInProblem> {
  const refused = ErrorResponse.safeParse(await answer.json().catch(() => undefined)).data?.error;
  if (refused?.code === "signInFailed" || refused?.code === "codeWrong") return { problem: "wrong" };
  if (refused?.code === "notSignedIn") return { problem: "notBegun" };
  if (refused?.code === "tooManyRequests") return { problem: "throttled", seconds: refused.retryAfterSeconds ?? 60 };
  return { problem: "unreachable" };
}

function request(fetch: Fetch, path: string, init: RequestInit): Promise<Response | undefined> {
  return fetch(path, { ...init, cache: "no-store", redirect: "manual", signal: AbortSignal.timeout(20_000) }).catch(() => undefined);
}
