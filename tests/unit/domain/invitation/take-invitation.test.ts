import { describe, expect, test } from "vitest";
import { approvedFrom, roleFrom } from "@/lib/domain/invitation/invitation";
import { invitationCode, shownInvitationCode, typedInvitationCode } from "@/lib/domain/invitation/invitation-code";
import { canInvite, ledUnits } from "@/lib/domain/invitation/permission";
import { takeInvitation } from "@/lib/domain/invitation/take-invitation";
import type { Actor, Role } from "@/lib/domain/people/actor";
import { LocalDate } from "@/lib/domain/time/local-date";

const now = "2026-11-22T03:00:00.000Z";
const open = { kind: "join", expiresAt: "2026-11-29T17:00:00.000Z" } as const;
const used = { ...open, usedAt: "2026-11-22T02:00:00.000Z" };
const day = (text: string) => LocalDate.parse(text);

describe("an invitation", () => {
  test("lets one person in", () => {
    expect(takeInvitation(open, false, now)).toEqual({ ok: true, value: "first" });
  });

  test("that was used looks like one that nobody knows", () => {
    expect(takeInvitation(used, false, now)).toEqual({ ok: false, error: "invitationUnknown" });
    expect(takeInvitation(undefined, false, now)).toEqual({ ok: false, error: "invitationUnknown" });
  });

  test("answers the phone that used it again, also after its last day", () => {
    expect(takeInvitation(used, true, now)).toEqual({ ok: true, value: "again" });
    expect(takeInvitation(used, true, "2027-01-01T00:00:00.000Z")).toEqual({ ok: true, value: "again" });
  });

  test("ends with its last day, and when it is taken back", () => {
    expect(takeInvitation(open, false, "2026-11-29T16:59:59.999Z").ok).toBe(true);
    expect(takeInvitation(open, false, open.expiresAt)).toEqual({ ok: false, error: "invitationExpired" });
    expect(takeInvitation({ ...open, revokedAt: now }, false, now)).toEqual({ ok: false, error: "invitationRevoked" });
  });
});

test("a role reaches back to the day the work began, but not before the invitation and not ahead", () => {
  const [made, today] = [day("2026-11-10"), day("2026-11-22")];
  expect(roleFrom(day("2026-11-15"), made, today)).toBe("2026-11-15");
  expect(roleFrom(day("2026-11-01"), made, today)).toBe("2026-11-10");
  expect(roleFrom(day("2027-01-01"), made, today)).toBe("2026-11-22");
  expect(approvedFrom(day("2026-01-01"), today)).toBe("2026-10-23");
});

test("a code is read however it is typed, and nothing else is one", () => {
  const code = invitationCode(Uint8Array.from({ length: 8 }, (_, index) => index * 7));
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
  expect(typedInvitationCode(` ${shownInvitationCode(code).toLowerCase()}-`)).toBe(code);
  expect(typedInvitationCode(code.slice(1))).toBeUndefined();
  expect(typedInvitationCode(`${code.slice(1)}0`)).toBeUndefined();
});

describe("who lets people in", () => {
  const path = ["province", "district", "team"];
  const actor = (role: Role, unitId: string): Actor => ({
    provinceId: "p", userId: "u", active: true, assignments: [{ role, unitId, validFrom: day("2026-01-01"), validTo: day("2026-12-01") }],
  });
  const today = day("2026-11-22");

  test("a leader lets volunteers into the own team, an officer also leaders into what is below", () => {
    expect(canInvite(actor("leader", "team"), "volunteer", path, today)).toBe(true);
    expect(canInvite(actor("leader", "team"), "leader", path, today)).toBe(false);
    expect(canInvite(actor("officer", "district"), "leader", path, today)).toBe(true);
  });

  test("nobody into a unit of others, nobody without such a role, nobody after it ended", () => {
    expect(canInvite(actor("leader", "another"), "volunteer", path, today)).toBe(false);
    expect(canInvite(actor("volunteer", "team"), "volunteer", path, today)).toBe(false);
    expect(canInvite(actor("provincePlanner", "province"), "volunteer", path, today)).toBe(false);
    expect(canInvite(actor("leader", "team"), "volunteer", path, day("2026-12-01"))).toBe(false);
    expect(canInvite({ ...actor("leader", "team"), active: false }, "volunteer", path, today)).toBe(false);
  });

  test("a phone carries invitations for the units that its person leads today", () => {
    expect(ledUnits(actor("leader", "team"), today)).toEqual(["team"]);
    expect(ledUnits(actor("officer", "district"), today)).toEqual([]);
    expect(ledUnits(actor("leader", "team"), day("2026-12-01"))).toEqual([]);
  });
});
