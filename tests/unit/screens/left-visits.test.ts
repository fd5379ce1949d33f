import { expect, it } from "vitest";
import { draftKeyOfAmendment, draftKeyOfHousehold, draftKeyOfNew, leftVisits } from "@/components/households/draft-keys";
import { loadVisit } from "@/components/households/load-visit";
import { emptyVisitDraft, type VisitDraft } from "@/components/households/visit-draft";
import { informedIn } from "@/components/households/campaigns";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { BriefedCampaign } from "@/lib/protocol/briefing";
import { makeId } from "@/tests/factories/help-session";
import { makeKnownHousehold } from "@/tests/factories/household-visit";
import { changes, createHarness, makeBriefing, openAs, personId, teamUnit } from "../phone/phone-harness";
import { now } from "./make-draft";

const nothing = { campaign: null, household: null, area: null, fresh: null, entry: null };
const day = (text: string) => text as LocalDate;

function begunAt(changes: { areaId: string; isNew?: boolean }): VisitDraft {
  const household = makeKnownHousehold({ areaId: changes.areaId });
  const empty = emptyVisitDraft({ outcomeId: makeId(), unitId: teamUnit, campaignId: makeId(), now, household, isNew: changes.isNew ?? false });
  return { ...empty, result: "refused" };
}

function campaignIn(areaId: string): BriefedCampaign {
  return { id: makeId(), name: "Ra quân", from: day("2026-08-01"), through: day("2026-08-31"), goal: 300, areas: [{ id: areaId, name: "Thôn 1", communeName: "", teamId: teamUnit, householdCount: 50 }] };
}

it("lists the visits that were begun in hamlets of no campaign, and no amendment", () => {
  const [here, gone] = [makeId(), makeId()];
  const keys = [draftKeyOfHousehold(here, "h1"), draftKeyOfHousehold(gone, "h2"), draftKeyOfNew(gone, "h3"), draftKeyOfAmendment("e1"), "record:d1"];
  const left = leftVisits(keys.map((key) => ({ key, savedAt: now })), new Set([here]));
  expect(left.map(({ key, href }) => [key, href])).toEqual([[keys[1], "/visit?household=h2"], [keys[2], "/visit?household=h3"]]);
});

it.each([false, true])("opens a visit that was begun in a campaign that is over, from the draft itself (new door: %s)", async (isNew) => {
  const { phone } = await openAs(personId, createHarness());
  const draft = begunAt({ areaId: makeId(), isNew });
  const { areaId, id } = draft.household;
  const key = isNew ? draftKeyOfNew(areaId, id) : draftKeyOfHousehold(areaId, id);
  await phone.drafts.save(key, draft);
  expect(await loadVisit(phone, { ...nothing, household: id })).toEqual({ draftKey: key, draft, neighbours: [] });
  expect(await loadVisit(phone, { ...nothing, household: makeId() })).toBeUndefined();
});

it("opens what was begun at a door that is in no list any more, and goes on in its hamlet", async () => {
  const harness = createHarness();
  const begun = begunAt({ areaId: makeId() });
  const campaign = campaignIn(begun.household.areaId);
  const draft = { ...begun, campaignId: campaign.id };
  harness.network.changes = () => changes(personId, [], { briefing: { ...makeBriefing(personId), version: "2", campaigns: [campaign] } });
  const { phone } = await openAs(personId, harness);
  await phone.drafts.save(draftKeyOfHousehold(draft.household.areaId, draft.household.id), draft);
  const opened = await loadVisit(phone, { ...nothing, campaign: campaign.id, household: draft.household.id });
  expect(opened).toMatchObject({ draft, place: { campaign: { id: campaign.id }, hamlet: { id: draft.household.areaId } } });
});

it("counts towards a campaign's goal who was met since it began, not before, and nobody who was not at home", () => {
  const areaId = makeId();
  const met = (lastVisitOn: string, lastResult: "informed" | "absent" = "informed") => makeKnownHousehold({ areaId, lastResult, lastVisitOn: day(lastVisitOn) });
  const households = [met("2026-08-01"), met("2026-07-31"), met("2026-08-02", "absent"), makeKnownHousehold({ areaId })];
  const campaign = campaignIn(areaId);
  expect(informedIn({ campaignId: campaign.id, isHere: true, areas: new Map([[areaId, households]]) }, campaign)).toBe(1);
});
