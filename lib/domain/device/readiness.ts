import { notableClockOffset } from "../entry/flags";

/** What has to be true of a phone before it goes where there is no network, in the order in which it is put right. */
export const readinessChecks = ["browser", "installed", "persisted", "shell", "storage", "lists", "pack", "recovery", "clock", "camera"] as const;
export type ReadinessCheck = (typeof readinessChecks)[number];

/** `waiting`: has to be asked of the person, or is still being found out. */
export type Verdict = "good" | "bad" | "waiting";

/** Undefined for what is not known yet. */
export type ReadinessFacts = {
  /** The app was opened in a browser inside another app. */
  readonly inAppBrowser: boolean;
  readonly installed: boolean;
  readonly persisted: boolean;
  /** Every screen opens without a network. */
  readonly shell: boolean | undefined;
  /** Something sealed was written, read back and was the same. */
  readonly storage: boolean | undefined;
  /** When the server was last heard, ISO. */
  readonly heardAt: string | undefined;
  /** How many campaigns the person's teams take part in. */
  readonly campaigns: number;
  /** Of how many of these all households are here, and when the oldest of them were fetched, ISO. */
  readonly packs: { readonly complete: number; readonly oldestAt?: string | undefined } | undefined;
  /** What is unsent can be sent even when the PIN is forgotten. */
  readonly recoverable: boolean;
  /** Milliseconds; 0 before the server was heard. */
  readonly clockOffsetMs: number;
  readonly camera: "granted" | "denied" | "prompt" | undefined;
};

/** What is older than this is fetched anew before a day in the field. */
const goodForMs = 24 * 60 * 60 * 1000;

export function readinessOf(facts: ReadinessFacts, now: string): Readonly<Record<ReadinessCheck, Verdict>> {
  const { heardAt } = facts;
  return {
    browser: facts.inAppBrowser ? "bad" : "good",
    installed: facts.installed ? "good" : "bad",
    persisted: facts.persisted ? "good" : "bad",
    shell: known(facts.shell),
    storage: known(facts.storage),
    lists: isFresh(heardAt, now) ? "good" : "bad",
    pack: facts.campaigns === 0 ? "good" : known(facts.packs && facts.packs.complete >= facts.campaigns && isFresh(facts.packs.oldestAt, now)),
    recovery: facts.recoverable ? "good" : "bad",
    clock: heardAt === undefined ? "waiting" : Math.abs(facts.clockOffsetMs) < notableClockOffset ? "good" : "bad",
    camera: facts.camera === "granted" ? "good" : facts.camera === "denied" ? "bad" : "waiting",
  };
}

function isFresh(at: string | undefined, now: string): boolean {
  return at !== undefined && Date.parse(now) - Date.parse(at) < goodForMs;
}

function known(fact: boolean | undefined): Verdict {
  return fact === undefined ? "waiting" : fact ? "good" : "bad";
}
