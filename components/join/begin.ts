import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { browserIds } from "@/lib/phone/device/browser-ids";
import { admitHere, openPhone, subscribeToOpening } from "@/lib/phone/open-phone";
import type { PhoneOpening } from "@/lib/phone/opening";
import { briefingOfJoin, newcomerOf, type OwnJoin } from "@/lib/phone/people/offline-join";
import { readStarter, refreshStarter } from "@/lib/phone/people/kept-starter";
import type { Phone } from "@/lib/phone/phone";
import { JoinAnswer, type Starter } from "@/lib/protocol/join";
import type { JoinLink } from "@/lib/protocol/join-link";
import { sendChange } from "@/lib/protocol/send-change";
import { protocolVersion } from "@/lib/protocol/version";

export type JoinProblem = "starterMissing" | "storage" | "unreachable" | "throttled" | { readonly code: RefusalCode };

type Begun = Result<undefined, JoinProblem>;

const browserFetch = (url: string, init?: RequestInit) => fetch(url, { ...init, cache: "no-store", signal: AbortSignal.timeout(20_000) });

/**
 * By what was scanned: the person is born on this phone and starts at once, the server hears of it when there is a network.
 * What is missing on the way is fetched, if that is possible.
 */
export async function beginByLink(link: JoinLink, name: string): Promise<Begun> {
  const starter = await starterHere();
  if (!starter) return err("starterMissing");
  const { id, claim, today } = browserIds();
  const by = link.invitation ? { by: { secret: link.invitation.secret } } : {};
  return admit(starter, link, { id, name }, { state: link.invitation ? "toJoin" : "toAsk", claim, since: today, unit: link.unit, ...by });
}

/** By what was typed, which only the server can read: an invitation, or else the poster of a unit. */
export async function beginByCode(code: string, name: string): Promise<Begun> {
  const { id, claim, today } = browserIds();
  const asked = { protocol: protocolVersion, person: { id, name }, claim, since: today, code };
  const joined = await sendChange(browserFetch, "/api/join", asked, JoinAnswer);
  const isUnknown = !joined.ok && joined.error.code === "invitationUnknown";
  const answer = isUnknown ? await sendChange(browserFetch, "/api/join/ask", asked, JoinAnswer) : joined;
  if (!answer.ok) return err(problemOf(isUnknown && answer.error.code === "unknownOrForbidden" ? "invitationUnknown" : answer.error.code));
  const { person, outcome, unit } = answer.value;
  if (outcome === "returned") return comeBack(person.id, { state: "joined", claim, since: today, unit, by: { code } });
  const starter = await starterHere();
  if (!starter) return err("unreachable");
  const join: OwnJoin = { state: outcome, claim, since: today, unit, ...(outcome === "joined" ? { by: { code } } : {}) };
  return admit(starter, { unit }, person, join);
}

/** Known to the server for long, and maybe to this phone: what it holds of the person goes the way of a forgotten PIN. */
async function comeBack(personId: string, join: OwnJoin): Promise<Begun> {
  const opening = await openPhone();
  if (opening.state === "newerData" || opening.state === "wiped" || opening.state === "unavailable") return err("storage");
  const signedIn = await (opening.state === "ready" ? opening.phone : opening).signedIn(personId, "forgottenPin");
  if (!signedIn.ok) return err(signedIn.error.problem === "network" ? "unreachable" : "storage");
  onceOpenFor(personId, signedIn.value, (phone) => void phone.cameBack(join));
  return ok(undefined);
}

/** Between signing in and the open phone the person chooses a PIN, on this page. */
function onceOpenFor(personId: string, opening: PhoneOpening, work: (phone: Phone) => void): void {
  const isOpen = (next: PhoneOpening) => {
    if (next.state !== "ready" || next.phone.person.getSnapshot().id !== personId) return false;
    work(next.phone);
    return true;
  };
  if (isOpen(opening)) return;
  const stop = subscribeToOpening((next) => void (isOpen(next) && stop()));
}

async function admit(starter: Starter, link: JoinLink, person: { readonly id: string; readonly name: string }, join: OwnJoin): Promise<Begun> {
  try {
    await admitHere(newcomerOf({ briefing: briefingOfJoin(starter, link, { person, today: join.since }), join }));
    return ok(undefined);
  } catch {
    return err("storage");
  }
}

async function starterHere(): Promise<Starter | undefined> {
  const starter = readStarter();
  if (starter) return starter;
  await refreshStarter((url) => browserFetch(url));
  return readStarter();
}

function problemOf(code: RefusalCode | undefined): JoinProblem {
  if (code === undefined) return "unreachable";
  return code === "tooManyRequests" ? "throttled" : { code };
}
