import { expect, it } from "vitest";
import { repairLink } from "@/components/phone/repair-link";
import type { Attention, EntrySummary } from "@/lib/phone/phone";
import type { ReviewNotice } from "@/lib/protocol/changes";

const review = { action: "return", at: "2026-08-07T02:00:00.000Z", reviewerName: "Võ Quốc Bảo" } as ReviewNotice;

it.each<[string, Attention, string | null, string]>([
  ["the field that the leader named", { kind: "returned", review: { ...review, reason: "wrongDossierCode", field: "outcomes.1.dossierCode" } }, "outcomes.1.dossierCode", "Sửa mã hồ sơ"],
  ["the field that the reason means", { kind: "returned", review: { ...review, reason: "identityMismatch" } }, "subject.birth", "Sửa năm sinh"],
  ["the whole entry", { kind: "returned", review: { ...review, reason: "needsExplanation" } }, null, "Sửa"],
  ["the field that the server refused", { kind: "refused", refusal: { code: "guardianRequired", field: "consent.guardian" } }, "consent.guardian", "Sửa"],
  ["the whole entry when all of it is in question", { kind: "conflict" }, null, "Sửa"],
])("leads to %s", (_, attention, field, label) => {
  const link = repairLink({ id: "e1", attention } as EntrySummary);
  const query = new URL(link.href, "http://phone").searchParams;
  expect(query.get("entry")).toBe("e1");
  expect(query.get("field")).toBe(field);
  expect(link.label).toBe(label);
});
