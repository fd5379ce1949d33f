import { expect, it } from "vitest";
import { fieldOfReason, fieldsOf, reasonsOf } from "@/components/review/review-fields";
import type { EntryContent } from "@/lib/domain/entry/entry-content";
import type { HelpSession } from "@/lib/domain/entry/help-session";
import { visitResults } from "@/lib/domain/entry/household-visit";
import type { ReviewedEntry } from "@/lib/protocol/review-queue";
import { fieldName } from "@/lib/text/review-reasons";
import { makeHouseholdVisit } from "@/tests/factories/household-visit";
import { makeArticle, makeEvent } from "@/tests/factories/outreach";
import { makeAttendance } from "@/tests/factories/shifts";
import { forms } from "../refusals/forms";
import { drawnFields, landingOf } from "../refusals/landing";

const entryOf = (content: Exclude<EntryContent, HelpSession>) => ({ kind: content.kind, content, outcomes: [] }) as unknown as ReviewedEntry;
const drawnIn = {
  householdVisit: forms.visit.drawnIn,
  outreachEvent: forms.event.drawnIn,
  article: forms.article.drawnIn,
  shiftAttendance: forms.attendance.drawnIn,
};
const entries = [...visitResults.map((result) => makeHouseholdVisit({ result })), makeEvent(), makeArticle(), makeAttendance("2026-08-06")].map(entryOf);

it.each(entries.map((entry) => [`${entry.kind} ${entry.content?.kind === "householdVisit" ? entry.content.result : ""}`, entry] as const))(
  "what a reviewer can point at in %s has a name, and is in its author's form",
  (_, entry) => {
    const drawn = drawnFields(drawnIn[entry.kind as keyof typeof drawnIn]);
    const led = reasonsOf(entry).flatMap((reason) => fieldOfReason(reason, entry) ?? []);
    const paths = [...new Set([...fieldsOf(entry).map(({ path }) => path), ...led])];
    expect(paths.filter((path) => landingOf(path, drawn) === undefined || fieldName(path) === undefined)).toEqual([]);
  },
);

it("nobody is sent to the head, the address or the consent of a household that was not met", () => {
  const absent = entryOf(makeHouseholdVisit({ result: "absent" }));
  expect(fieldsOf(absent).map(({ path }) => path)).toEqual(["result", "comeBackOn", "place"]);
  expect(fieldOfReason("wrongPlaceOrTime", absent)).toBe("place");
});
