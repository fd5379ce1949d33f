/** What happened to somebody's ways of signing in, told on the own account page. The table's constraint names the same. */
export const accountEventKinds = [
  "passwordChanged",
  "secondFactorSet",
  "secondFactorRemoved",
  /** By somebody who manages the person, because the authenticator was lost. */
  "secondFactorReset",
  "recoveryCodesMade",
  "recoveryCodeUsed",
  "sessionEnded",
  "otherSessionsEnded",
] as const;

export type AccountEventKind = (typeof accountEventKinds)[number];
