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
import { serverPlaces, serverSentences } from "./server-words";
import { anyOf, oddTextsFor, typedPaths, withChanges } from "./try-everything";

/** What only a server with its data can say: where people read it, and the test that makes it happen. */
const saidByTheServer = {
  contentConflict: { shown: "Cần xử lý, both versions", test: "tests/integration/server/execute-commands.test.ts" },
  sealUnreadable: { shown: "sync screen", test: "tests/integration/recovery/take-rows.test.ts" },
  wrongPerson: { shown: "banner: sign in as who recorded", test: "tests/integration/server/http.test.ts" },
  keyUnknown: { shown: "answers to programs", test: "tests/integration/aggregates/aggregates.test.ts" },
  invitationUnknown: { shown: "coming in, below the name", test: "tests/integration/invitations/join.test.ts" },
  invitationExpired: { shown: "coming in, below the name", test: "tests/integration/invitations/join.test.ts" },
  invitationRevoked: { shown: "coming in, below the name", test: "tests/integration/invitations/join.test.ts" },
  notAnInvitation: { shown: "scanner, while coming in", test: "tests/unit/screens/join.test.ts" },
  awaitingApproval: { shown: "sync screen, banner", test: "tests/integration/invitations/asking.test.ts" },
  joinRefused: { shown: "sync screen, banner", test: "tests/integration/invitations/asking.test.ts" },
  tooManyRequests: { shown: "sign-in, sync screen", test: "tests/integration/survey/responses.test.ts" },
  serverFault: { shown: "sync screen, desk notices", test: "tests/integration/server/http.test.ts" },
  guideExists: { shown: "guide form, title", test: "tests/integration/guides/guides.test.ts" },
  hamletOfOthers: { shown: "campaign form, hamlet of the row", test: "tests/integration/campaigns/campaigns.test.ts" },
  fileUnreadable: { shown: "import, below the file", test: "tests/unit/server/spreadsheet/read-xlsx.test.ts" },
  fileIsOldExcel: { shown: "import, below the file", test: "tests/unit/server/spreadsheet/read-xlsx.test.ts" },
  fileTooManyRows: { shown: "import, below the file", test: "tests/unit/server/spreadsheet/read-csv.test.ts" },
  sheetUnknown: { shown: "import, below the file", test: "tests/unit/server/spreadsheet/read-xlsx.test.ts" },
  headerMissing: { shown: "police file, below the file", test: "tests/integration/evidence/list-file.test.ts" },
  dateInFuture: { shown: "member file, the row's problem", test: "tests/integration/members/import-members.test.ts" },
  unitUnknown: { shown: "member file, the row's problem", test: "tests/integration/members/import-members.test.ts" },
  unitAmbiguous: { shown: "member file, the row's problem", test: "tests/unit/domain/members/unit-directory.test.ts" },
  ownTeam: { shown: "police list, the row", test: "tests/integration/evidence/verdicts.test.ts" },
  rowKeyUnknown: { shown: "police file, the row's problem", test: "tests/integration/evidence/list-file.test.ts" },
  rowRepeated: { shown: "police file, the row's problem", test: "tests/integration/evidence/list-file.test.ts" },
  verdictUnknown: { shown: "police file, the row's problem", test: "tests/integration/evidence/list-file.test.ts" },
  evidenceReasonUnknown: { shown: "police file, the row's problem", test: "tests/integration/evidence/list-file.test.ts" },
  nothingChanges: { shown: "rule form, below the choice", test: "tests/integration/rules/change-rules.test.ts" },
  ruleChangedSince: { shown: "rule form, below the preview", test: "tests/integration/rules/change-rules.test.ts" },
  periodEndsBeforeStart: { shown: "periods, below the days", test: "tests/integration/rules/periods.test.ts" },
  periodNotOver: { shown: "periods, below the days", test: "tests/integration/rules/periods.test.ts" },
  targetUnitNotBelow: { shown: "target file, the row's problem", test: "tests/integration/targets/targets.test.ts" },
  targetChangedSince: { shown: "targets, the cell", test: "tests/integration/targets/targets.test.ts" },
  unitCycle: { shown: "change of a unit, below the form", test: "tests/unit/domain/organisation/decide-change.test.ts" },
  unitNotThere: { shown: "change of a unit, below the form", test: "tests/unit/domain/organisation/decide-change.test.ts" },
  unitKindOrder: { shown: "change of a unit, below the form", test: "tests/unit/domain/organisation/decide-change.test.ts" },
  unitNameTaken: { shown: "change of a unit, below the form", test: "tests/unit/domain/organisation/decide-change.test.ts" },
  unitHasChildren: { shown: "change of a unit, below the form", test: "tests/unit/domain/organisation/decide-change.test.ts" },
  unitHasPeople: { shown: "change of a unit, below the form", test: "tests/unit/domain/organisation/decide-change.test.ts" },
  unitChangesNothing: { shown: "change of a unit, below the form", test: "tests/unit/domain/organisation/decide-change.test.ts" },
  changeBeforeRecorded: { shown: "change of a unit, below the form", test: "tests/unit/domain/organisation/decide-change.test.ts" },
  changePlannedLater: { shown: "change of a unit, below the form", test: "tests/unit/domain/organisation/decide-change.test.ts" },
  changeInClosedPeriod: { shown: "change of a unit, below the form", test: "tests/unit/domain/organisation/decide-change.test.ts" },
  renameInFuture: { shown: "change of a unit, below the form", test: "tests/unit/domain/organisation/decide-change.test.ts" },
  organisationChangedSince: { shown: "change of a unit, below the form", test: "tests/integration/organisation/merger.test.ts" },
  changeInEffect: { shown: "history of a unit, taking back", test: "tests/integration/organisation/take-back.test.ts" },
  changeBuiltUpon: { shown: "history of a unit, taking back", test: "tests/integration/organisation/take-back.test.ts" },
  periodIsClosed: { shown: "periods, below the days", test: "tests/integration/rules/periods.test.ts" },
  asOfTooLate: { shown: "report form, below the days", test: "tests/integration/reports/reports.test.ts" },
  asOfBeforeEnd: { shown: "report form, below the days", test: "tests/integration/reports/reports.test.ts" },
  reportIsPublished: { shown: "report editor, beside the buttons", test: "tests/integration/reports/reports.test.ts" },
  reportNumberTaken: { shown: "publishing, below the number", test: "tests/integration/reports/reports.test.ts" },
  paragraphsToReview: { shown: "publishing, below the number", test: "tests/integration/reports/reports.test.ts" },
  passwordTooShort: { shown: "account, the new password", test: "tests/integration/auth/account.test.ts" },
  passwordTooLong: { shown: "account, the new password", test: "tests/integration/auth/account.test.ts" },
  passwordGuessable: { shown: "account, the new password", test: "tests/integration/auth/account.test.ts" },
  passwordUnchanged: { shown: "account, the new password", test: "tests/integration/auth/account.test.ts" },
  passwordWrong: { shown: "account, the password of now", test: "tests/integration/auth/account.test.ts" },
  codeWrong: { shown: "signing in and setting up, the code", test: "tests/integration/auth/second-factor.test.ts" },
  secondFactorRequired: { shown: "account, below the second factor", test: "tests/integration/auth/second-factor.test.ts" },
  dayInPast: { shown: "a role, below its day", test: "tests/unit/domain/people/role-steps.test.ts" },
  dayTooFar: { shown: "a role, below its day", test: "tests/unit/domain/people/role-steps.test.ts" },
  loginMalformed: { shown: "people's file, the row's problem", test: "tests/unit/domain/people/plan-people.test.ts" },
  loginOfAnother: { shown: "people's file, the row's problem", test: "tests/unit/domain/people/plan-people.test.ts" },
  loginTaken: { shown: "a new person, the login", test: "tests/integration/people/change-people.test.ts" },
  memberKindUnknown: { shown: "people's file, the row's problem", test: "tests/unit/domain/people/plan-people.test.ts" },
  otherRowWrong: { shown: "people's file, the row's problem", test: "tests/unit/domain/people/plan-people.test.ts" },
  personAmbiguous: { shown: "people's file, the row's problem", test: "tests/unit/domain/people/plan-people.test.ts" },
  personChangedSince: { shown: "a person, below the change", test: "tests/integration/people/change-people.test.ts" },
  personDisabled: { shown: "people's file, the row's problem", test: "tests/unit/domain/people/plan-people.test.ts" },
  personRepeated: { shown: "people's file, the row's problem", test: "tests/unit/domain/people/plan-people.test.ts" },
  planChangedSince: { shown: "people's file, below the plan", test: "tests/integration/people/import-people.test.ts" },
  othersOnPhone: { shown: "a phone, below the change", test: "tests/integration/fleet/fleet.test.ts" },
  roleHeldAlready: { shown: "a role, below the role", test: "tests/unit/domain/people/role-steps.test.ts" },
  roleNotForUnit: { shown: "a role, below the role", test: "tests/unit/domain/people/role-steps.test.ts" },
  roleNotYours: { shown: "a role, below the role", test: "tests/integration/people/change-people.test.ts" },
  roleUnknown: { shown: "people's file, the row's problem", test: "tests/unit/domain/people/plan-people.test.ts" },
  rolesConflict: { shown: "a role, below the role", test: "tests/unit/domain/people/role-steps.test.ts" },
  unitOutsideOwn: { shown: "people's file, the row's problem", test: "tests/integration/people/import-people.test.ts" },
} as const satisfies Partial<Record<RefusalCode, { shown: string; test: string }>>;

type Listed = (typeof rows)[number]["code"] | keyof typeof saidByTheServer;
/** Does not compile while a code is in neither list. */
const isComplete: [Exclude<RefusalCode, Listed>] extends [never] ? true : Exclude<RefusalCode, Listed> = true;

const table: readonly Row[] = rows;
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
  const listed = [...new Set(table.map(({ code }) => code)), ...Object.keys(saidByTheServer)];
  expect(listed.sort()).toEqual([...refusalCodes].sort());
});

it.each(Object.keys(saidByTheServer))("%s, which only the server can say, is told in its sentence", (code) => expect(serverSentences[code as RefusalCode]).toBe(refusals[code as RefusalCode]));

it.each(Object.entries(serverPlaces))("%s is told where the form is", (_, { drawnIn, field }) => {
  if (field !== undefined) return expect(landingOf(field, drawnFields([drawnIn]))).toBeDefined();
  expect(readFileSync(drawnIn, "utf8")).toMatch(/refusals\[/);
});

it.each(Object.entries(saidByTheServer))("%s happens in a test against the server", (code, { test }) => {
  expect(readFileSync(test, "utf8")).toMatch(new RegExp(`["']${code}\\b`));
});
