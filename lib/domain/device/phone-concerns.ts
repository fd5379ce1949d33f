import { notableClockOffset } from "../entry/flags";

/** Longer than this without a word, what a phone holds is worth asking about. */
export const silentAfterDays = 3;

export const phoneConcerns = ["silent", "clockOff", "notPersisted", "notInstalled", "outdated"] as const;
export type PhoneConcern = (typeof phoneConcerns)[number];

export type PhoneFacts = {
  readonly unsent: number;
  /** ISO, as all moments here. */
  readonly seenAt: string;
  readonly clockOffsetMs: number;
  readonly persisted: boolean;
  readonly installed: boolean;
  readonly appVersion: string;
};

/** What could cost somebody work on this phone, the most pressing first. A phone that was never behind has none. */
export function concernsOf({ unsent, seenAt, clockOffsetMs, persisted, installed, appVersion }: PhoneFacts, now: string, currentVersion: string): PhoneConcern[] {
  const silentMs = Date.parse(now) - Date.parse(seenAt);
  const holds: Record<PhoneConcern, boolean> = {
    silent: unsent > 0 && silentMs > silentAfterDays * 24 * 60 * 60 * 1000,
    clockOff: Math.abs(clockOffsetMs) >= notableClockOffset,
    notPersisted: !persisted,
    notInstalled: !installed,
    outdated: appVersion !== currentVersion,
  };
  return phoneConcerns.filter((concern) => holds[concern]);
}
