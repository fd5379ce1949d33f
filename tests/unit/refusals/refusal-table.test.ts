import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { refusalCodes, type RefusalCode } from "@/lib/domain/refusal";
import { refusals } from "@/lib/text/refusals";
import { fieldName } from "@/lib/text/review-reasons";
import { forms, type Form, type FormName } from "./forms";
import { drawnFields, landingOf } from "./landing";
import type { Row } from "./row";
import { rows } from "./rows";
import { sentences } from "./sentences";
import { serverRows, type Place, type ServerCode } from "./server-rows";
import { anyOf, oddTextsFor, typedPaths, withChanges } from "./try-everything";

type Listed = (typeof rows)[number]["code"] | ServerCode;
/** Does not compile while a code is in neither list. */
const isComplete: [Exclude<RefusalCode, Listed>] extends [never] ? true : Exclude<RefusalCode, Listed> = true;

const table: readonly Row[] = rows;
const saidByTheServer = serverRows.flatMap(({ sentences: told, ...place }: Place) => Object.entries(told).map(([code, sentence]) => ({ ...place, code: code as RefusalCode, sentence })));
const formOf = (name: FormName): Form => forms[name];
const check = async (name: FormName, changes: Row["changes"]) => formOf(name).check(withChanges(formOf(name).filled, changes) as never);
const keyOf = (code: string, field?: string) => `${code} ${anyOf(field)}`.trim();
const fullForms = (Object.keys(forms) as FormName[]).filter((name) => name !== "decision" && name !== "request");

it.each(table.map((row) => [`${row.form}: ${keyOf(row.code, row.field)}`, row] as const))("%s is what the form's check says", async (_, { form, changes, code, field }) => {
  expect(await check(form, changes)).toContainEqual(field === undefined ? { code } : { code, field });
});

it.each(Object.entries(sentences))("%s is told in its sentence", (code, sentence) => expect(refusals[code as RefusalCode]).toBe(sentence));

describe.each(fullForms)("the form %s", (name) => {
  it("may be saved as it is filled in", async () => expect(await check(name, {})).toEqual([]));

  it("refuses nothing that has no row", async () => {
    const known = new Set(table.filter(({ form }) => form === name).map(({ code, field }) => keyOf(code, field)));
    const paths = formOf(name).typed ?? typedPaths(formOf(name).filled);
    const tries = [...paths.flatMap((path) => oddTextsFor(path).map((text) => ({ [path]: text }))), ...table.filter(({ form }) => form === name).map(({ changes }) => changes)];
    const found = (await Promise.all(tries.map((changes) => check(name, changes)))).flat();
    expect([...new Set(found.map(({ code, field }) => keyOf(code, field)))].filter((key) => !known.has(key))).toEqual([]);
  });
});

it.each(fullForms.filter((name) => formOf(name).drawnIn.length > 0))("every refusal of %s lands on a field that is there", (name) => {
  const drawn = drawnFields(formOf(name).drawnIn);
  const fields = table.flatMap(({ form, field }) => (form === name && field ? [field] : []));
  expect(fields.filter((field) => landingOf(field, drawn) === undefined)).toEqual([]);
});

it.each(["helpSession", "visit", "event", "article", "attendance"] as const)("every field of %s has a name for the summary", (name) => {
  const fields = new Set(table.flatMap(({ form, field }) => (form === name && field ? [anyOf(field)] : [])));
  expect([...fields].filter((field) => fieldName(field.replaceAll(".#", ".0")) === undefined)).toEqual([]);
});

it("is complete: each code has a row or a place where the server says it, none has both", () => {
  expect(isComplete).toBe(true);
  const listed = [...new Set(table.map(({ code }) => code)), ...saidByTheServer.map(({ code }) => code)];
  expect(listed.sort()).toEqual([...refusalCodes].sort());
});

describe.each(saidByTheServer.map((row) => [row.code, row] as const))("%s, which only the server can say,", (_, { code, sentence, test }) => {
  it("is told in its sentence", () => expect(refusals[code]).toBe(sentence));

  it("happens in a test against the server", () => expect(readFileSync(test, "utf8")).toMatch(new RegExp(`["']${code}\\b`)));
});

it.each(saidByTheServer.flatMap(({ code, field, drawnIn }) => (drawnIn ? [[code, drawnIn, field] as const] : [])))("%s is told where the form is, in %s", (_, drawnIn, field) => {
  if (field !== undefined) return expect(landingOf(field, drawnFields([drawnIn]))).toBeDefined();
  expect(readFileSync(drawnIn, "utf8")).toMatch(/refusals\[/);
});
