import type { PhoneOpening } from "@/lib/phone/opening";
import { createActivity } from "@/tests/sync/activity";
import { createFakeBrowser, type FakeBrowser, type Tab } from "@/tests/sync/fake-browser";
import { createRandom } from "@/tests/sync/random";
import { createVirtualTime } from "@/tests/sync/virtual-time";
import { indexedDbName } from "./raw-database";
import type { Command } from "@/lib/domain/command/command";
import type { Result } from "@/lib/domain/result";
import type { Phone } from "@/lib/phone/phone";
import type { Briefing } from "@/lib/protocol/briefing";
import type { ChangedEntry } from "@/lib/protocol/changes";
import type { Verdict } from "@/lib/protocol/commands";
import type { RecoveredCommandsRequest } from "@/lib/protocol/recovered-commands";
import { protocolMarker, protocolVersion } from "@/lib/protocol/version";
import { indicatorVersions, teamPath, teamUnit } from "@/tests/factories/command-context";
import { makeId } from "@/tests/factories/help-session";

/** What a test lets the network answer; everything can be changed while the phone runs. */
export type Network = {
  /** Person whose session the browser holds. */
  session: string;
  readonly requests: { readonly path: string; readonly personId: string; readonly commands: Command[] }[];
  commands(commands: Command[]): Response | Promise<Response>;
  changes(query: URLSearchParams): Response | Promise<Response>;
  reconcile(ids: string[]): Response | Promise<Response>;
  recovered(request: RecoveredCommandsRequest): Response | Promise<Response>;
  guides(): Response | Promise<Response>;
  areaPack(query: URLSearchParams): Response | Promise<Response>;
};

export type Harness = {
  readonly network: Network;
  readonly browser: FakeBrowser;
  /** Lets everything finish that needs no time to pass. */
  quiet(): Promise<void>;
  /** Lets the next timer ring, and what follows finish. */
  wait(withinMs?: number): Promise<boolean>;
  /** Lets the next timer ring and waits for nothing. */
  ring(withinMs: number): boolean;
};

export const serverTime = "2026-08-07T03:00:00.000Z";

export function createHarness(seed = 1): Harness {
  const time = createVirtualTime();
  const activity = createActivity();
  const network: Network = {
    session: "",
    requests: [],
    commands: (commands) => verdicts(network.session, commands.map((command) => accepted(command))),
    changes: () => changes(network.session, []),
    reconcile: () => ours({ personId: network.session, missing: [] }),
    recovered: () => refusal("notSignedIn", 401),
    guides: () => ours({ version: "none", guides: [] }),
    areaPack: () => refusal("unknownOrForbidden", 404),
  };
  const fetch = async (url: string, init: RequestInit) => {
    const { pathname, searchParams } = new URL(url);
    const body = init.body ? JSON.parse(String(init.body)) : {};
    const personId: string = body.personId ?? searchParams.get("personId");
    network.requests.push({ path: pathname, personId, commands: body.commands ?? [] });
    if (pathname === "/api/guides") return network.guides();
    if (pathname === "/api/recovered-commands") return network.recovered(body);
    if (personId !== network.session) return refusal("wrongPerson", 403);
    if (pathname === "/api/area-pack") return network.areaPack(searchParams);
    if (pathname === "/api/commands") return network.commands(body.commands);
    return pathname === "/api/changes" ? network.changes(searchParams) : network.reconcile(body.commandIds);
  };
  const browser = createFakeBrowser({ name: indexedDbName, time, activity, random: createRandom(seed), fetch });
  return {
    network,
    browser,
    quiet: activity.quiet,
    ring: time.advanceToNext,
    wait: async (withinMs) => {
      const rang = time.advanceToNext(withinMs);
      await activity.quiet();
      return rang;
    },
  };
}

/** Opens a tab; whoever is locked out types the PIN, whoever is not here yet signs in and chooses one. */
export async function openAs(personId: string, { network, browser, quiet }: Harness): Promise<{ tab: Tab; phone: Phone }> {
  network.session = personId;
  const tab = browser.openTab();
  const opening = await tab.door.open();
  if (opening.state === "ready") return { tab, phone: opening.phone };
  const phone = await enter(personId, opening);
  await quiet();
  return { tab, phone };
}

export const pin = "258036";

/** The whole way in, as a person goes it. */
export async function enter(personId: string, opening: PhoneOpening): Promise<Phone> {
  if (opening.state === "ready") return opening.phone;
  if (opening.state === "pinNeeded" && opening.person.id === personId) return valueOf(await opening.choosePin(pin));
  if (opening.state === "locked" && opening.people.some(({ id, mustSignIn }) => id === personId && !mustSignIn)) {
    return valueOf(await opening.unlock(personId, pin));
  }
  if (opening.state === "newerData" || opening.state === "wiped" || opening.state === "unavailable") throw new Error(`The phone is ${opening.state}`);
  return enter(personId, valueOf(await opening.signedIn(personId)));
}

export function valueOf<T>(result: Result<T, { readonly problem: string }>): T {
  if (!result.ok) throw new Error(`That failed: ${result.error.problem}`);
  return result.value;
}

export function accepted({ id, entryId, ...command }: Command, changes: Partial<Extract<Verdict, { verdict: "accepted" }>> = {}): Verdict {
  const version = "expectedVersion" in command ? command.expectedVersion + 1 : 1;
  const status = command.type === "withdrawEntry" ? "withdrawn" : "submitted";
  return { commandId: id, verdict: "accepted", entryId, status, version, receipt: "7K2-94M", ...changes };
}

export function verdicts(personId: string, list: readonly Verdict[]): Response {
  return ours({ personId, serverTime, verdicts: list });
}

export function changes(personId: string, entries: readonly ChangedEntry[], more: object = {}): Response {
  return ours({ personId, serverTime, cursor: "c1", resync: false, more: false, entries, briefing: makeBriefing(personId), ...more });
}

export function ours(fields: object, status = 200): Response {
  return Response.json({ marker: protocolMarker, protocol: protocolVersion, ...fields }, { status });
}

export function refusal(code: string, status: number, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ marker: protocolMarker, protocol: protocolVersion, error: { code } }), { status, headers });
}

export function makeBriefing(personId: string): Briefing {
  return {
    version: "1",
    person: { id: personId, name: "Lê Thị Hoa", provinceId: teamPath[0]! },
    assignments: [{ role: "volunteer", unitId: teamUnit, validFrom: "2022-05-01" as never }],
    units: [{ id: teamUnit, name: "Đội xã Tuy Phước", path: teamPath }],
    places: [],
    services: [{ slug: "khai-sinh", name: "Khai sinh" }],
    consentNotice: { version: 1, text: "…", purposes: ["record"] },
    indicatorVersions: indicatorVersions as never,
    schemeRules: { schemeStart: "2022-05-01" as never },
  };
}

export const personId = makeId();
export const otherPersonId = makeId();
export { teamUnit };
