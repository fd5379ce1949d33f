import { expect, test } from "vitest";
import { roles, type Role } from "@/lib/domain/people/actor";
import { missingStep, type SignedInHow } from "@/lib/domain/people/sign-in-step";

const how = (changes: Partial<SignedInHow>): SignedInHow => ({ factors: 1, hasSecondFactor: false, mustChangePassword: false, roles: ["volunteer"], ...changes });

test("whoever has a second factor is asked for it, whatever the role and the setting", () => {
  for (const role of roles) for (const isRequired of [true, false]) {
    expect(missingStep(how({ hasSecondFactor: true, roles: [role] }), isRequired)).toBe("secondFactor");
    expect(missingStep(how({ hasSecondFactor: true, factors: 2, roles: [role] }), isRequired)).toBeUndefined();
  }
});

test("a first password is changed after the code and before anything else", () => {
  expect(missingStep(how({ mustChangePassword: true, hasSecondFactor: true }), true)).toBe("secondFactor");
  expect(missingStep(how({ mustChangePassword: true, roles: ["officer"] }), true)).toBe("passwordChange");
});

test("roles that reach beyond a team set one up where the deployment requires it, and only there", () => {
  const needing = roles.filter((role) => missingStep(how({ roles: [role] }), true) === "secondFactorSetup");
  expect(needing).toEqual(["officer", "policeVerifier", "policeHelper", "provinceVerifier", "provincePlanner", "observer"] satisfies Role[]);
  for (const role of roles) expect(missingStep(how({ roles: [role] }), false)).toBeUndefined();
  expect(missingStep(how({ roles: ["leader", "officer"] }), true)).toBe("secondFactorSetup");
});
