import { expect, it } from "vitest";
import { typeDossierCode } from "@/components/help-session/type-dossier-code";

it("takes a space between groups as the dash that is hard to find", () => {
  expect(typeAll("H57.132 260807 0041")).toBe("H57.132-260807-0041");
});

it("leaves what is typed as it is, so that the caret stays", () => {
  expect(typeAll("h57.132-260807-0041")).toBe("h57.132-260807-0041");
  expect(typeDossierCode("H57-260807-0041", "H57.-260807-0041")).toBe("H57.-260807-0041");
});

it("begins no group before the first, and none twice", () => {
  expect(typeAll(" H57")).toBe("H57");
  expect(typeAll("H57.132-  260807")).toBe("H57.132-260807");
});

it.each([
  [" H57.132 – 260807 — 0041\n", "H57.132-260807-0041"],
  ["Ｈ５７.132-260807-0041", "H57.132-260807-0041"],
  ["H57.132\u200b-260807-0041\r", "H57.132-260807-0041"],
])("cleans what is pasted: %j", (pasted, code) => {
  expect(typeDossierCode("", pasted)).toBe(code);
});

it("makes no dossier out of another code", () => {
  expect(typeAll("G22.99.3-241219795252")).toBe("G22.99.3-241219795252");
  expect(typeDossierCode("", "1.011442.000.00.00.H38")).toBe("1.011442.000.00.00.H38");
});

function typeAll(text: string): string {
  return [...text].reduce((before, key) => typeDossierCode(before, before + key), "");
}
