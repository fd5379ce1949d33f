import { expect, test } from "vitest";
import { DossierCode } from "@/lib/domain/dossier/dossier-code";
import { oneOff } from "@/lib/domain/dossier/one-off";

const near = (a: string, b: string) => oneOff(DossierCode.parse(a), DossierCode.parse(b));

test.each([
  ["another digit", "H57.132-260806-0088", "H57.132-260806-0038"],
  ["another letter", "000.00.BD.H08-260729-0097", "000.00.BA.H08-260729-0097"],
  ["neighbours the wrong way round", "H57.118-260712-0412", "H57.181-260712-0412"],
])("one slip of the hand: %s", (_, a, b) => {
  expect([near(a, b), near(b, a)]).toEqual([true, true]);
});

test.each([
  ["the same", "H57.132-260806-0088", "H57.132-260806-0088"],
  ["two others", "H57.132-260806-0088", "H57.132-260806-0031"],
  ["two others side by side", "H57.132-260806-0012", "H57.132-260806-0034"],
  ["the wrong way round, but not neighbours", "H57.132-260806-0102", "H57.132-260806-0201"],
  ["a digit more", "H57.132-260806-0088", "H57.132-260806-00880"],
])("none: %s", (_, a, b) => {
  expect(near(a, b)).toBe(false);
});
