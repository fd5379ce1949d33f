import type { RefusalCode } from "../../domain/refusal";
import { err, ok, type Result } from "../../domain/result";
import type { Fetch, TransportProblem } from "../../protocol/client";
import { JoinAnswer } from "../../protocol/join";
import { sendChange } from "../../protocol/send-change";
import { protocolVersion } from "../../protocol/version";
import type { OwnJoin, UnhelpfulInvitation } from "./offline-join";

/** How a phone tells the server that somebody has come. */
export type ComeIn = {
  readonly person: { readonly id: string; readonly name: string };
  readonly fetch: Fetch;
  readonly origin: string;
};

/**
 * Tells the server what it does not know yet of how the person came: the invitation first, and where that does not help, the
 * question. Nothing that was recorded has to do with the answer.
 */
export async function comeIn(join: OwnJoin, by: ComeIn): Promise<Result<OwnJoin, TransportProblem>> {
  if (join.state === "toJoin") {
    const answer = await useInvitation(join, by);
    if (answer.ok) return ok({ ...join, state: "joined" });
    const { why } = answer.error;
    return why ? comeIn({ ...join, state: "toAsk", why }, by) : answer;
  }
  if (join.state === "toAsk") {
    const answer = await ask(join, by);
    // The unit is over, or was never there: nobody is asked every minute again.
    if (!answer.ok && answer.error.problem === "joinRefused") return ok({ ...join, state: "refused" });
    return answer.ok ? ok({ ...join, state: answer.value.outcome === "asked" ? "asked" : "joined" }) : answer;
  }
  return ok(join);
}

/** Begins a session again that ended, or that somebody else's took over: who came so has no password. */
export async function comeInAgain(join: OwnJoin, by: ComeIn): Promise<Result<unknown, TransportProblem>> {
  if (join.state === "joined" && join.by) return useInvitation(join, by);
  return join.state === "refused" ? err({ problem: "notSignedIn" }) : ask(join, by);
}

async function useInvitation(join: OwnJoin, by: ComeIn): Promise<Result<JoinAnswer, TransportProblem & { readonly why?: UnhelpfulInvitation }>> {
  const answer = await tell("/api/join", join, join.by ?? {}, by);
  if (answer.ok) return answer;
  const { code } = answer.error;
  return err(isUnhelpful(code) ? { problem: "notSignedIn", why: code } : problemOf(code));
}

function isUnhelpful(code: RefusalCode | undefined): code is UnhelpfulInvitation {
  return code === "invitationUnknown" || code === "invitationExpired" || code === "invitationRevoked";
}

async function ask(join: OwnJoin, by: ComeIn): Promise<Result<JoinAnswer, TransportProblem>> {
  const answer = await tell("/api/join/ask", join, { unitId: join.unit.id }, by);
  return answer.ok ? answer : err(problemOf(answer.error.code));
}

function tell(path: string, { claim, since }: OwnJoin, what: object, { person, fetch, origin }: ComeIn) {
  return sendChange(fetch, `${origin}${path}`, { protocol: protocolVersion, person, claim, since, ...what }, JoinAnswer);
}

/** Without a code nobody of ours answered. */
function problemOf(code: RefusalCode | undefined): TransportProblem {
  if (code === undefined) return { problem: "unreachable" };
  if (code === "tooManyRequests") return { problem: "busy", retryAfterSeconds: 60 };
  if (code === "unsupportedProtocol") return { problem: "unsupported" };
  return { problem: code === "unknownOrForbidden" ? "joinRefused" : "fault" };
}
