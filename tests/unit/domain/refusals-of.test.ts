import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { DossierCode } from "@/lib/domain/dossier/dossier-code";
import { PersonalNumber } from "@/lib/domain/identity/personal-number";
import { PersonName } from "@/lib/domain/identity/person-name";
import { Sex } from "@/lib/domain/identity/sex";
import { refusalsOf } from "@/lib/domain/refusals-of";

const Content = z.object({
  subject: z.object({ personalNumber: PersonalNumber, name: PersonName, sex: Sex }),
  outcomes: z.array(z.object({ dossierCode: z.optional(DossierCode) })).check(z.minLength(1)),
  note: z.optional(z.string().check(z.maxLength(5))),
  place: z.string().check(z.minLength(1)),
  count: z.optional(z.int()),
  kind: z.literal("counter"),
});
const good = {
  subject: { personalNumber: "052095001234", name: "Nguyễn Văn An", sex: "male" },
  outcomes: [{ dossierCode: "h57.132-260804-0583" }],
  place: "Một cửa",
  kind: "counter",
};

/** The refusals of the good content with some of it replaced; with and without telling what was parsed. */
function refuse(changes: Record<string, unknown>, tellInput = true) {
  const input = { ...good, ...changes };
  const parsed = Content.safeParse(input);
  if (parsed.success) return [];
  return tellInput ? refusalsOf(parsed.error, input) : refusalsOf(parsed.error);
}

describe("refusals of a parse", () => {
  test("none where all is well", () => expect(refuse({})).toEqual([]));

  test.each([
    ["a parser's code", { subject: { ...good.subject, personalNumber: "211234567" } }, "personalNumberIsOldCard", "subject.personalNumber"],
    ["a path through a list", { outcomes: [{}, { dossierCode: "2.000635" }] }, "dossierCodeIsProcedureCode", "outcomes.1.dossierCode"],
    ["missing, of a parser", { subject: { personalNumber: "052095001234", sex: "male" } }, "required", "subject.name"],
    ["empty, of a parser", { subject: { ...good.subject, name: " " } }, "required", "subject.name"],
    ["a choice not made", { subject: { ...good.subject, sex: undefined } }, "required", "subject.sex"],
    ["a choice that isn't one", { subject: { ...good.subject, sex: "Nam" } }, "malformed", "subject.sex"],
    ["spaces in the place of a choice", { subject: { ...good.subject, sex: "  " } }, "required", "subject.sex"],
    ["missing, built in", { place: undefined }, "required", "place"],
    ["empty, built in", { place: "" }, "required", "place"],
    ["an empty list", { outcomes: [] }, "required", "outcomes"],
    ["a missing object", { subject: undefined }, "required", "subject"],
    ["too long a text", { note: "dài quá rồi" }, "tooLong", "note"],
    ["a number with a fraction", { count: 1.5 }, "malformed", "count"],
  ])("%s", (_, changes, code, field) => {
    expect(refuse(changes)).toEqual([{ code, field }]);
    expect(refuse(changes, false)).toEqual([{ code, field }]);
  });

  test.each([
    ["a number in the place of text", { place: 7 }, "malformed", "place"],
    ["a literal that is missing", { kind: undefined }, "required", "kind"],
    ["null", { place: null }, "required", "place"],
  ])("told what was parsed: %s", (_, changes, code, field) => expect(refuse(changes)).toEqual([{ code, field }]));

  test("the value as a whole has no field", () => {
    const parsed = Content.safeParse("x");
    expect(parsed.success ? [] : refusalsOf(parsed.error, "x")).toEqual([{ code: "malformed" }]);
    const missing = Content.safeParse(undefined);
    expect(missing.success ? [] : refusalsOf(missing.error)).toEqual([{ code: "required" }]);
  });

  test("every field is named, in order", () => {
    expect(refuse({ subject: {}, place: "" }).map((refusal) => refusal.field)).toEqual([
      "subject.personalNumber", "subject.name", "subject.sex", "place",
    ]);
  });

  test("an error keeps nothing of what was typed", () => {
    const parsed = Content.safeParse({ ...good, subject: { ...good.subject, personalNumber: "052095001234567" } });
    expect(JSON.stringify(parsed.error)).not.toContain("052095");
  });
});

test("parsing what was parsed changes nothing", () => {
  expect(Content.parse(Content.parse(good))).toEqual(Content.parse(good));
});
