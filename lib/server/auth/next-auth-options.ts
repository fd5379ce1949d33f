import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import type { Result } from "@/lib/domain/result";
import { deployedProvinceId } from "@/lib/server/database/province";
import { environment } from "@/lib/server/env/environment";
import { logFault } from "@/lib/server/http/log-fault";
import { cookieSeconds, SessionToken } from "./session-cookie";
import { revokeSession } from "./sessions";
import { takeSecondStep } from "./second-step";
import { signIn, type SignInRefusal } from "./sign-in";

export type SignInOutcome = Result<SessionToken, SignInRefusal>;

/**
 * next-auth does cookies, encryption and the CSRF token; who may come in is ours. Made per request, because
 * next-auth has one answer for all refusals and the route has more (`onOutcome`).
 */
export function nextAuthOptions(
  headers: Headers,
  secure: boolean,
  onOutcome: (outcome: SignInOutcome | "fault") => void,
): NextAuthOptions {
  return {
    secret: environment().sessionSecret,
    useSecureCookies: secure,
    session: { strategy: "jwt", maxAge: cookieSeconds },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { login: {}, password: {}, code: {} },
        authorize: async (credentials) => {
          // With a code and nothing else: the second step of whoever the cookie names.
          const asked = credentials?.code === undefined ? signIn(credentials, headers) : takeSecondStep(credentials.code, headers);
          const outcome = await asked.catch((error: unknown) => {
            logFault("sign-in", error);
            return "fault" as const;
          });
          onOutcome(outcome);
          return outcome !== "fault" && outcome.ok ? { id: outcome.value.sub, token: outcome.value } : null;
        },
      }),
    ],
    callbacks: {
      // What next-auth would put in of its own accord, such as the name, stays out.
      jwt: ({ token, user }) => ({ ...SessionToken.parse(user && "token" in user ? user.token : token) }),
    },
    events: {
      signOut: async ({ token }) => {
        const parsed = SessionToken.safeParse(token);
        if (parsed.success) await revokeSession(await deployedProvinceId(), parsed.data.sessionId);
      },
    },
    logger: { error: (code, details) => logFault(`next-auth ${code}`, details instanceof Error ? details : undefined), warn: () => {}, debug: () => {} },
  };
}
