import { afterEach, beforeEach, vi } from "vitest";
import { AccountChanged, OwnAccount, type ChangeAccount } from "@/lib/protocol/account";
import { ErrorResponse } from "@/lib/protocol/error-response";
import type { RefusalCode } from "@/lib/domain/refusal";
import { GET, POST } from "@/app/api/account/route";
import { POST as reset } from "@/app/api/account/reset/route";
import { handleAuth } from "@/lib/server/auth/auth-route";
import { handleSession } from "@/lib/server/auth/session-route";
import { codeOf } from "./authenticator";
import { makeBrowser } from "./cookie-jar";
import { makePost } from "./post";

/** Codes change every half minute: within one test the clock stands. The database's goes on. */
export function holdClock(): void {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
  afterEach(() => void vi.useRealTimers());
}

/** What happens next happens a moment later. */
export function aMomentPasses(): void {
  vi.setSystemTime(Date.now() + 1);
}

let address = 0;

/** A browser at an address of its own, with the routes of signing in and of the own account. */
export function makeAccountBrowser(headers: Record<string, string> = {}) {
  const routes = {
    "/api/auth/": handleAuth,
    "/api/session": handleSession,
    "/api/account/reset": reset,
    "/api/account": (request: Request) => (request.method === "POST" ? POST(request) : GET(request)),
  };
  return makeBrowser(routes, { "x-forwarded-for": `10.7.${(address += 1) % 250}.7`, ...headers });
}

export type AccountBrowser = ReturnType<typeof makeAccountBrowser>;

/** What was answered, or how it was refused. */
type Answered = Partial<AccountChanged> & { readonly code?: RefusalCode; readonly field?: string | undefined };

export async function changeAccount({ fetch }: Pick<AccountBrowser, "fetch">, change: ChangeAccount): Promise<Answered> {
  return post(fetch, "/api/account", change);
}

export async function resetFactorOf({ fetch }: Pick<AccountBrowser, "fetch">, personId: string) {
  return post(fetch, "/api/account/reset", { id: personId });
}

export async function readOwnAccount({ fetch }: Pick<AccountBrowser, "fetch">): Promise<OwnAccount> {
  const answer = await fetch("/api/account", {});
  return OwnAccount.parse(await answer.json());
}

/** Sets up an authenticator for whoever is signed in there. Its code of the half minute before is used up by it. */
export async function setUpSecondFactor(browser: Pick<AccountBrowser, "fetch">, current?: string): Promise<{ readonly secret: string; readonly recoveryCodes: readonly string[] }> {
  const { offered, code } = await changeAccount(browser, { change: "offerSecondFactor", ...(current ? { current } : {}) });
  if (!offered) throw new Error(`No secret was offered: ${code}`);
  const { recoveryCodes } = await changeAccount(browser, { change: "confirmSecondFactor", code: codeOf(offered.secret, -1) });
  if (!recoveryCodes) throw new Error("The code was not taken");
  return { secret: offered.secret, recoveryCodes };
}

async function post(fetch: AccountBrowser["fetch"], path: string, body: object): Promise<Answered> {
  const request = makePost(body);
  const answer = await fetch(path, { method: "POST", headers: request.headers, body: JSON.stringify(body) });
  const json: unknown = await answer.json();
  const refused = ErrorResponse.safeParse(json);
  return refused.success ? refused.data.error : AccountChanged.parse(json);
}
