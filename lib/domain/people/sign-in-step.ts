import type { Role } from "./actor";

/** What a session still has to do before it is good for anything else; done in this order. */
export const signInSteps = ["secondFactor", "passwordChange", "secondFactorSetup"] as const;

export type SignInStep = (typeof signInSteps)[number];

/** Whose word reaches beyond one team: a stolen password alone must not be enough. */
export const rolesWithSecondFactor = [
  "officer",
  "policeVerifier",
  "policeHelper",
  "provinceVerifier",
  "provincePlanner",
  "observer",
] as const satisfies readonly Role[];

export type SignedInHow = {
  /** 1: password, 2: password and a code. */
  readonly factors: number;
  readonly hasSecondFactor: boolean;
  readonly mustChangePassword: boolean;
  /** Held today. */
  readonly roles: readonly Role[];
};

/**
 * What is missing, or undefined when the session is complete. Whoever has set up a second factor is asked for it,
 * whatever the role.
 * @param isRequired whether the deployment makes the roles above set one up
 */
export function missingStep({ factors, hasSecondFactor, mustChangePassword, roles }: SignedInHow, isRequired: boolean): SignInStep | undefined {
  if (hasSecondFactor && factors < 2) return "secondFactor";
  if (mustChangePassword) return "passwordChange";
  if (isRequired && factors < 2 && roles.some((role) => (rolesWithSecondFactor as readonly Role[]).includes(role))) return "secondFactorSetup";
  return undefined;
}
