import { randomUUID } from "node:crypto";
import type { HelpSession } from "@/lib/domain/entry/help-session";
import type { ReviewAction } from "@/lib/domain/review/lifecycle";
import type { DeviceManifest } from "@/lib/protocol/device-manifest";
import { DeviceManifest as DeviceManifestSchema } from "@/lib/protocol/device-manifest";

/** Commands as they travel: plain JSON with ids of their own. */
export function makeRecord(unitId: string, content: HelpSession, changes: object = {}) {
  return { id: randomUUID(), entryId: randomUUID(), issuedAt, type: "recordEntry" as const, unitId, content, ...changes };
}

export function makeAmend(entryId: string, expectedVersion: number, content: HelpSession) {
  return { id: randomUUID(), entryId, issuedAt, type: "amendEntry" as const, expectedVersion, content };
}

export function makeWithdraw(entryId: string, expectedVersion: number) {
  return { id: randomUUID(), entryId, issuedAt, type: "withdrawEntry" as const, expectedVersion };
}

export function makeWithdrawConsent(entryId: string) {
  return { id: randomUUID(), entryId, issuedAt, type: "withdrawConsent" as const };
}

export function makeAnswer(entryId: string, expectedVersion: number, note = "Giấy hẹn đúng như vậy.") {
  return { id: randomUUID(), entryId, issuedAt, type: "answerReview" as const, expectedVersion, note };
}

export function makeReview(entryId: string, expectedVersion: number, action: ReviewAction, changes: object = {}) {
  return { id: randomUUID(), entryId, issuedAt, type: "reviewEntry" as const, expectedVersion, action, ...changes };
}

export function makeManifest(changes: Partial<DeviceManifest> = {}): DeviceManifest {
  return DeviceManifestSchema.parse({
    deviceId: randomUUID(), pendingCount: 0, pendingIdsDigest: "", appVersion: "test", persisted: true, installed: true, clockOffsetMs: 0,
    ...changes,
  });
}

const issuedAt = "2026-08-07T02:50:00.000Z";
