import type { Fetch } from "../../protocol/client";

/** Everything of the outside that the phone library touches, so that tests can be the outside. */
export type PhoneEnvironment = {
  readonly indexedDB: IDBFactory;
  readonly keyRange: typeof IDBKeyRange;
  readonly databaseName: string;
  readonly crypto: Pick<Crypto, "subtle" | "getRandomValues">;
  readonly fetch: Fetch;
  readonly origin: string;
  readonly requestTimeoutMs: number;
  readonly appVersion: string;
  /** The device's clock in milliseconds: a claim, it may jump. */
  now(): number;
  /** From 0 to below 1, for jitter. */
  random(): number;
  readonly timers: Timers;
  /** Absent where the browser has no Web Locks: then every tab sends, and the server's ledger keeps order. */
  readonly locks: Locks | undefined;
  openChannel(receive: (message: unknown) => void): Channel;
  readonly device: DeviceFacts;
  /** Calls back when trying again is worth it: the network came back, the app came to the front. */
  onWake(listener: () => void): () => void;
  isVisible(): boolean;
  /** Calls once nothing is more urgent: what a person waits for comes first. Answers how to call it off. */
  whenFree(work: () => void): () => void;
  /** Takes its time on purpose, and not the screen's. */
  derivePinKey(pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey>;
  /** Of new PINs; older ones say their own. */
  readonly pinIterations: number;
  readonly keyKeeper: KeyKeeper;
  /** Whether the app is looked at, told at once where that is known, and every touch. Answers how to call it off. */
  watchUse(listener: (use: "shown" | "hidden" | "touched") => void): () => void;
  /** A failure that nobody expected. The phone goes on; somebody should see it. */
  reportFault(cause: unknown): void;
};

/** The key of whoever works, in the memory of something that outlives a page but not the browser. May know nothing. */
export type KeyKeeper = {
  hold(personId: string, key: CryptoKey): void;
  ask(): Promise<{ readonly personId: string; readonly key: CryptoKey } | undefined>;
  forget(): void;
};

export type Timers = {
  start(callback: () => void, delayMs: number): unknown;
  cancel(timer: unknown): void;
};

/** The part of `navigator.locks` that is used. */
export type Locks = {
  request(
    name: string,
    options: { ifAvailable?: boolean; steal?: boolean },
    work: (lock: unknown) => Promise<void>,
  ): Promise<unknown>;
};

/** Other tabs of this app. */
export type Channel = { send(message: unknown): void; close(): void };

export type DeviceFacts = {
  isInstalled(): boolean;
  isPersisted(): Promise<boolean>;
  /** Asks the browser to keep the data when space gets tight; browsers may say no. */
  persist(): Promise<boolean>;
};
