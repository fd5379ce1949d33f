import { expect, it } from "vitest";
import { loadForm, type LoadedForm } from "@/components/help-session/load-draft";
import { rememberUse } from "@/components/help-session/last-used";
import type { PersonName } from "@/lib/domain/identity/person-name";
import { makeDossier, makeHelpSession, makeId, makePerson } from "@/tests/factories/help-session";
import { makeHouseholdVisit } from "@/tests/factories/household-visit";
import { changes, createHarness, openAs, personId, serverTime, teamUnit } from "@/tests/unit/phone/phone-harness";
import { makeDraft, makeEmptyDraft } from "./make-draft";

const nothing = { draft: null, entry: null, person: null };

it("opens an empty form here and now", async () => {
  const { phone } = await openAs(personId, createHarness());
  const { draft, draftKey } = await load(phone, nothing);
  expect(draft).toMatchObject({ step: 0, unitId: teamUnit, happenedAt: phone.now(), place: { kind: "counter", name: "" }, outcomes: [] });
  expect(draftKey).toMatch(/^record:[0-9a-f-]{36}$/);
});

it("opens with the place that was used last", async () => {
  const { phone } = await openAs(personId, createHarness());
  await rememberUse(phone, { outcomeKinds: [], services: [] }, makeDraft({ place: { kind: "mobilePoint", name: "Chợ Gò Bồi" } }));
  expect((await load(phone, nothing)).draft.place).toEqual({ kind: "mobilePoint", name: "Chợ Gò Bồi" });
});

it("goes on with a draft where it was left, after a kill", async () => {
  const harness = createHarness();
  const { tab, phone } = await openAs(personId, harness);
  const typed = { ...makeDraft(), step: 2 };
  await phone.drafts.save("record:d1", typed);
  tab.life.kill();
  const { phone: again } = await openAs(personId, harness);
  expect(await load(again, { ...nothing, draft: "d1" })).toMatchObject({ draftKey: "record:d1", draft: typed });
});

it("opens an empty form instead of a draft that it can't read", async () => {
  const { phone } = await openAs(personId, createHarness());
  await phone.drafts.save("record:d1", { ...makeEmptyDraft(), outcomes: "none" });
  expect((await load(phone, { ...nothing, draft: "d1" })).draft.outcomes).toEqual([]);
});

it("takes the same person again with what they agreed to, for other work", async () => {
  const { phone } = await openAs(personId, createHarness());
  const session = makeHelpSession({ subject: makePerson({ name: "Trần Thị Mai" }) });
  const saved = await phone.saveEntry(session, teamUnit);
  if (!saved.ok) throw new Error(saved.error.problem);
  const { draft, draftKey } = await load(phone, { ...nothing, person: saved.value.entryId });
  expect(draft).toMatchObject({ step: 1, outcomes: [], subject: { name: "Trần Thị Mai" }, consent: { purposes: session.consent?.purposes } });
  expect(draft.subject.id).not.toBe(session.subject.id);
  expect(draft.entryId).toBeUndefined();
  expect(draftKey).not.toContain(saved.value.entryId);
});

it("opens an entry to amend it, and what was typed about it before", async () => {
  const { phone } = await openAs(personId, createHarness());
  const saved = await phone.saveEntry(makeHelpSession(), teamUnit);
  if (!saved.ok) throw new Error(saved.error.problem);
  const { entryId } = saved.value;
  const form = await load(phone, { ...nothing, entry: entryId });
  expect(form.draft).toMatchObject({ entryId, subject: { name: "Nguyễn Văn An" } });
  await phone.drafts.save(form.draftKey, { ...form.draft, subject: { ...form.draft.subject, name: "Nguyễn Văn Ân" } });
  expect((await load(phone, { ...nothing, entry: entryId })).draft.subject.name).toBe("Nguyễn Văn Ân");
});

it("fills in the register's similar code where its author asked for it, without saving it", async () => {
  const harness = createHarness();
  const { phone } = await openAs(personId, harness);
  const outcome = makeDossier({ dossierCode: "H08.21-260807-0041" });
  const content = makeHelpSession({ outcomes: [outcome, makeDossier({ dossierCode: "H08.21-260807-0042" })] });
  const id = makeId();
  harness.network.changes = () => changes(personId, [{
    id, kind: "helpSession", unitId: teamUnit, status: "submitted", version: 1, receipt: "7K2-94M", content,
    happenedAt: content.happenedAt, happenedOn: "2026-08-07" as never, receivedAt: serverTime as never,
    outcomes: content.outcomes.map((each) => ({ id: each.id, kind: each.kind, revision: 1, standing: "notFound" as const, proposedCode: "H08.21-260807-0047" })),
  }]);
  phone.wake();
  await harness.quiet();
  const codesOf = ({ draft }: LoadedForm) => draft.outcomes.map(({ dossierCode }) => dossierCode);
  expect(codesOf(await load(phone, { ...nothing, entry: id, proposed: outcome.id }))).toEqual(["H08.21-260807-0047", "H08.21-260807-0042"]);
  expect(codesOf(await load(phone, { ...nothing, entry: id }))).toEqual(["H08.21-260807-0041", "H08.21-260807-0042"]);
  expect((await phone.openEntry(id))?.content).toEqual(content);
});

it("says that a withdrawn entry is closed, and whether something was typed about it", async () => {
  const { phone } = await openAs(personId, createHarness());
  const saved = await phone.saveEntry(makeHelpSession(), teamUnit);
  if (!saved.ok) throw new Error(saved.error.problem);
  const { entryId } = saved.value;
  const { draftKey, draft } = await load(phone, { ...nothing, entry: entryId });
  await phone.withdraw(entryId);
  expect(await loadForm(phone, { ...nothing, entry: entryId })).toEqual({ closedEntry: entryId, draftKey, typed: false });
  await phone.drafts.save(draftKey, draft);
  expect(await loadForm(phone, { ...nothing, entry: entryId })).toEqual({ closedEntry: entryId, draftKey, typed: true });
});

it("begins at the door of a household, also when nothing was typed before a reload", async () => {
  const { phone } = await openAs(personId, createHarness());
  const household = makeId();
  const atTheDoor = { householdId: household, place: { kind: "home", name: "" } };
  expect((await load(phone, { ...nothing, household })).draft).toMatchObject(atTheDoor);
  expect((await load(phone, { ...nothing, household, draft: "d1" })).draft).toMatchObject(atTheDoor);
});

it("begins with whom the visit met, if a name was said", async () => {
  const { phone } = await openAs(personId, createHarness());
  const household = makeId();
  const met = await phone.saveEntry(makeHouseholdVisit({ household: { id: household, head: "Trần Thị Mai" as PersonName, address: "Số 12, tổ 3" } }), teamUnit);
  if (!met.ok) throw new Error(met.error.problem);
  const { draft } = await load(phone, { ...nothing, household, visit: met.value.entryId });
  expect(draft).toMatchObject({ step: 0, householdId: household, place: { kind: "home" }, subject: { name: "Trần Thị Mai", address: "Số 12, tổ 3", scanned: [] }, consent: { purposes: [] } });
  expect((await load(phone, { ...nothing, household, visit: makeId() })).draft.subject.name).toBe("");
});

async function load(...[phone, query]: Parameters<typeof loadForm>): Promise<LoadedForm> {
  const form = await loadForm(phone, query);
  if ("closedEntry" in form) throw new Error("The entry is closed");
  return form;
}
