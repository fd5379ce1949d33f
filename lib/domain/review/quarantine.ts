/**
 * Why something waits for a leader instead of counting as submitted. `notOfTeam`: its author held no recording role
 * for the unit on the day it claims. `deactivated`: its author no longer works here. `revokedPhone`: it was brought by
 * a phone that was reported lost or taken back, so nobody knows who held it.
 */
export const quarantineReasons = ["notOfTeam", "deactivated", "revokedPhone"] as const;
export type QuarantineReason = (typeof quarantineReasons)[number];

/** What such a phone asked for beyond bringing content: a person decides, nothing has been done. */
export const quarantineRequests = ["withdraw", "withdrawConsent"] as const;
export type QuarantineRequest = (typeof quarantineRequests)[number];

export type Quarantine = { readonly reason: QuarantineReason; readonly asks?: QuarantineRequest };
