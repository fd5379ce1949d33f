import { describe, expect, test } from "vitest";
import { warnAboutIdentity } from "@/lib/domain/identity/identity-warnings";
import { PersonalNumber } from "@/lib/domain/identity/personal-number";

const personalNumber = PersonalNumber.parse("052095001234");
const birth = { precision: "year", year: 1995 } as const;

describe("asking about an identity", () => {
  test.each([
    ["nothing when all agree", { personalNumber, birth, sex: "male" as const }, []],
    ["the birth year", { personalNumber, birth: { precision: "year", year: 1988 } as const, sex: "male" as const }, [{ code: "numberAndBirthDiffer", field: "birth" }]],
    ["another century", { personalNumber: PersonalNumber.parse("052295001234"), birth, sex: "male" as const }, [{ code: "numberAndBirthDiffer", field: "birth" }]],
    ["the sex", { personalNumber, birth, sex: "female" as const }, [{ code: "numberAndSexDiffer", field: "sex" }]],
    ["the province", { personalNumber: PersonalNumber.parse("999095001234"), birth, sex: "male" as const }, [{ code: "numberProvinceUnknown", field: "personalNumber" }]],
    ["nothing without a number", { birth, sex: "female" as const }, []],
    ["nothing that isn't given", { personalNumber }, []],
  ])("%s", (_, identity, warnings) => expect(warnAboutIdentity(identity)).toEqual(warnings));

  test("about everything at once", () => {
    const identity = { personalNumber: PersonalNumber.parse("999095001234"), birth: { precision: "year", year: 1988 } as const, sex: "female" as const };
    expect(warnAboutIdentity(identity).map((warning) => warning.code)).toEqual([
      "numberProvinceUnknown", "numberAndBirthDiffer", "numberAndSexDiffer",
    ]);
  });
});
