import type { ChangesResponse } from "../../protocol/changes";
import type { ProtocolClient, TransportProblem } from "../../protocol/client";
import type { DeviceManifest } from "../../protocol/device-manifest";
import type { PersonalStorage } from "../entries/personal-storage";

/** What the parts of a synchronisation share. */
export type SyncSession = {
  readonly personal: PersonalStorage;
  readonly client: ProtocolClient;
  manifest(): Promise<DeviceManifest>;
  /** Told with every answer of the server. */
  contact(serverTime: string, sentAt: number): Promise<void>;
  /** Told with every page of the feed what it says of this very phone; true where nothing more is to be done on it. */
  told(page: Pick<ChangesResponse, "orders" | "vanished">): boolean;
  /** Told how many rows of before a forgotten PIN wait for the server to open them. */
  recovering(count: number): void;
  /** Told when everything was read that the server had to tell. */
  heardAll(): Promise<void>;
  now(): number;
  /** Entries whose commands are in a request right now. */
  sending(entryIds: readonly string[]): void;
  /** Called at every step. Throws `Overtaken` when the watchdog or a sign-out ended this run. */
  step(): void;
};

export class Overtaken extends Error {}

export type SyncProblem = TransportProblem;
