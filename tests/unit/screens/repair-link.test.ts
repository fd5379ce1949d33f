import { expect, it } from "vitest";
import { repairLink } from "@/components/phone/repair-link";
import type { Attention, EntrySummary } from "@/lib/phone/entries/entry-on-phone";
import type { ReviewNotice } from "@/lib/protocol/changes";

const review = { action: "return", at: "2026-08-07T02:00:00.000Z", reviewerName: "Võ Quốc Bảo" } as ReviewNotice;

it.each<[string, Attention, string | null, string]>([
  ["the field that the leader named", { kind: "returned", review: { ...review, reason: "wrongDossierCode", field: "outcomes.1.dossierCode" } }, "outcomes.1.dossierCode", "Sửa mã hồ sơ"],
  ["the field that the reason means", { kind: "returned", review: { ...review, reason: "identityMismatch" } }, "subject.birth", "Sửa năm sinh"],
  ["the whole entry", { kind: "returned", review: { ...review, reason: "needsExplanation" } }, null, "Sửa"],
  ["the field that the server refused", { kind: "refused", refusal: { code: "guardianRequired", field: "consent.guardian" } }, "consent.guardian", "Sửa người giám hộ"],
  ["the code that the register knows otherwise", { kind: "proposedCode", field: "outcomes.0.dossierCode" }, "outcomes.0.dossierCode", "Sửa mã hồ sơ"],
  ["the whole entry when all of it is in question", { kind: "conflict" }, null, "Sửa"],
])("leads to %s", (_, attention, field, label) => {
  const link = repairLink({ id: "e1", kind: "helpSession", attention } as EntrySummary);
  const query = new URL(link.href, "http://phone").searchParams;
  expect(query.get("entry")).toBe("e1");
  expect(query.get("field")).toBe(field);
  expect(link.label).toBe(label);
});

it.each([
  ["outreachEvent", "wrongAttendance", "/event?entry=e1&field=attendance.youth", "Sửa số đoàn viên, thanh niên"],
  ["outreachEvent", "wrongPlaceOrTime", "/event?entry=e1&field=placeName", "Sửa nơi"],
  ["article", "wrongLink", "/article?entry=e1&field=url", "Sửa đường dẫn"],
  ["article", "offTopic", "/article?entry=e1", "Sửa"],
  ["householdVisit", "missingConsent", "/visit?entry=e1&field=consent.purposes", "Sửa đồng ý"],
  ["householdVisit", "wrongPlaceOrTime", "/visit?entry=e1&field=place", "Sửa nơi, giờ"],
  ["shiftAttendance", "wrongPlaceOrTime", "/shift?entry=e1&field=checkedOutAt", "Sửa giờ ra ca"],
] as const)("leads of %s for %s to its own form", (kind, reason, href, label) => {
  const attention: Attention = { kind: "returned", review: { ...review, reason } };
  expect(repairLink({ id: "e1", kind, attention } as EntrySummary)).toEqual({ href, label });
});
