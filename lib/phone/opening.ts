import type { Result } from "../domain/result";
import type { TransportProblem } from "../protocol/client";
import type { StorageProblem } from "./database/storage-problem";
import type { Phone } from "./phone";

/**
 * `openPhone()` (open-phone.ts) answers one of these, always the same until it changes;
 * `subscribeToOpening(listener)` tells the next one: signed in, locked, signed out, also by another tab.
 */
export type PhoneOpening =
  | { readonly state: "ready"; readonly phone: Phone }
  | {
      readonly state: "locked";
      readonly people: readonly LockedPerson[];
      /** Who worked here last and is asked first; absent when the phone was handed over. */
      readonly chosen?: string;
      unlock(personId: string, pin: string): Promise<Unlocked>;
      signedIn: SignInHere;
    }
  /** First time here, a key of before there were PINs, or a forgotten PIN after a sign-in. */
  | {
      readonly state: "pinNeeded";
      readonly person: { readonly id: string; readonly name: string };
      /** Half-typed forms that the forgotten PIN alone opens: they go when another one is chosen. */
      readonly lostDrafts: number;
      /** The PIN must have passed `weaknessOf` (vault/pin.ts). */
      choosePin(pin: string): Promise<Result<Phone, StorageProblem>>;
      signedIn: SignInHere;
    }
  /** Nobody has signed in on this phone yet, or everybody signed out. */
  | {
      readonly state: "signInNeeded";
      /** Unsent commands of all people on this phone, so that nobody wipes it. */
      readonly waiting: number;
      signedIn: SignInHere;
    }
  /** The stored data is newer than this app: close other tabs, update. What waits is still sent. */
  | { readonly state: "newerData" }
  /** The phone was taken back, everything that was not sent has been delivered, and nothing is left here. */
  | { readonly state: "wiped" }
  /**
   * The browser did not open its storage (in time), or does not keep keys in it (`selfTest`, private windows).
   * Calling `openPhone()` again tries again; nothing is deleted.
   */
  | { readonly state: "unavailable"; readonly reason: "timeout" | "error" | "selfTest" };

/**
 * A person has just signed in on the server.
 * @param forgotten "forgottenPin": they choose a new PIN; what is unsent goes through the server's copy first
 */
export type SignInHere = (personId: string, forgotten?: "forgottenPin") => Promise<SignedIn>;

/** What the phone has become: ready, where a PIN opened it before; otherwise it asks for one. */
export type SignedIn = Result<PhoneOpening, SignInProblem>;

/** Only the first sign-in of a person on this phone needs the network; what failed may be tried again. */
export type SignInProblem =
  | { readonly problem: "network"; readonly cause: TransportProblem["problem"] }
  | StorageProblem;

/** Somebody with a key on this phone, as the lock shows them. */
export type LockedPerson = {
  readonly id: string;
  readonly name: string;
  /** Saved here and not on the server. */
  readonly unsent: number;
  readonly waitUntil?: string;
  /** The PIN alone does not open: too many wrong ones, signed out, or there is none yet. */
  readonly mustSignIn?: true;
};

export type Unlocked = Result<Phone, UnlockProblem>;

export type UnlockProblem =
  /** `left`: tries until only a sign-in helps. `waitUntil`: by this phone's clock, until the next one counts. */
  | { readonly problem: "wrongPin"; readonly left: number; readonly waitUntil?: string }
  /** Not tried: after the last wrong one the wait is not over. */
  | { readonly problem: "wait"; readonly waitUntil: string }
  | { readonly problem: "signInNeeded" }
  | StorageProblem;
