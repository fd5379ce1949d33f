import { expect, it } from "vitest";
import { groupDossierCode, typeDossierCode } from "@/components/help-session/type-dossier-code";

it("takes a space between groups as the dash that is hard to find", () => {
  expect(typeAll("H57.132 260807 0041")).toBe("H57.132-260807-0041");
});

it("puts the dots of the unit, whatever was typed between its groups", () => {
  expect(typeAll("H0821 260807 0041")).toBe("H08.21-260807-0041");
  expect(typeAll("H08 21 260807 0041")).toBe("H08.21-260807-0041");
  expect(typeAll("H57 132 4 260807 0041")).toBe("H57.132.4-260807-0041");
});

it("lets go back over a dot that came by itself", () => {
  expect(typeDossierCode("H08.2", "H08.")).toBe("H08.");
  expect(typeDossierCode("H08.", "H08")).toBe("H08");
});

it.each([
  ["H08.21-2608070041", "H08.21-260807-0041"],
  ["H08.21-26080700412", "H08.21-260807-00412"],
  ["H08.21-260807-0041", "H08.21-260807-0041"],
  ["G22.99.3-241219795252", "G22.99.3-241219795252"],
  ["H08.21-260807", "H08.21-260807"],
])("is grouped when it is left: %s", (typed, left) => {
  expect(groupDossierCode(typed)).toBe(left);
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
