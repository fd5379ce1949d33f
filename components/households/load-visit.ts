import type { ClosedEntry } from "@/components/phone/form/closed-form";
import type { LoadedEntryForm } from "@/components/phone/form/load-entry-form";
import type { PackHousehold } from "@/lib/phone/areas/pack-on-phone";
import type { Phone } from "@/lib/phone/phone";
import type { BriefedCampaign } from "@/lib/protocol/briefing";
import { campaignOf, hamletsOf, type Hamlet } from "./campaigns";
import { draftKeyOfAmendment, draftKeyOfHousehold, draftKeyOfNew, isBegunAt } from "./draft-keys";
import { fieldsOfSearch } from "./household-search";
import { draftOfVisit, emptyVisitDraft, VisitDraft } from "./visit-draft";

/** What the address asks for: a household of the list, one that is in none yet, or a visit to amend. */
export type VisitQuery = {
  readonly campaign: string | null;
  readonly household: string | null;
  readonly area: string | null;
  readonly fresh: string | null;
  readonly entry: string | null;
};

export type LoadedVisit = LoadedEntryForm<VisitDraft> & {
  /** Absent when the campaign is over, or the hamlet is another team's by now. */
  readonly place?: { readonly campaign: BriefedCampaign; readonly hamlet: Hamlet };
  /** The household as it is known, without what is being typed. */
  readonly known?: PackHousehold | undefined;
  readonly neighbours: readonly PackHousehold[];
};

export async function loadVisit(phone: Phone, query: VisitQuery): Promise<LoadedVisit | ClosedEntry | undefined> {
  if (query.entry) return loadAmendment(phone, query.entry);
  const { briefing } = phone.person.getSnapshot();
  const campaigns = query.campaign ? [campaignOf(briefing, query.campaign)] : (briefing.campaigns ?? []);
  for (const campaign of campaigns) {
    const loaded = campaign && (query.fresh ? await loadNew(phone, campaign, query.area, query.fresh) : await loadKnown(phone, campaign, query.household));
    if (loaded) return loaded;
  }
  const household = query.fresh ?? query.household;
  return household === null ? undefined : loadBegun(phone, household);
}

/** The campaign is over, or the household is in no list any more: what was begun at its door is still there. */
async function loadBegun(phone: Phone, household: string): Promise<LoadedVisit | undefined> {
  const begun = (await phone.drafts.list()).find(({ key }) => isBegunAt(key, household));
  const draft = begun && (await readDraft(phone, begun.key));
  if (!draft) return undefined;
  const place = placeOf(phone, draft);
  return { draftKey: begun.key, draft, ...(place ? { place } : {}), neighbours: await neighboursIn(phone, place) };
}

/** Keeps what was searched for as the beginning of a new household, so that no name goes through an address. */
export async function keepNewHousehold(phone: Phone, campaign: BriefedCampaign, hamlet: Hamlet, search: string): Promise<string> {
  const id = phone.newId();
  await phone.drafts.save(draftKeyOfNew(hamlet.id, id), freshDraft(phone, { campaign, hamlet }, { id, areaId: hamlet.id, ...fieldsOfSearch(search) }, true));
  return id;
}

type Place = { readonly campaign: BriefedCampaign; readonly hamlet: Hamlet };

async function loadKnown(phone: Phone, campaign: BriefedCampaign, id: string | null): Promise<LoadedVisit | undefined> {
  const pack = await phone.areas.open(campaign.id);
  for (const hamlet of hamletsOf(campaign)) {
    const neighbours = pack?.areas.get(hamlet.id) ?? [];
    const known = neighbours.find((household) => household.id === id);
    if (!known) continue;
    const draftKey = draftKeyOfHousehold(hamlet.id, known.id);
    const place = { campaign, hamlet };
    return { draftKey, draft: (await readDraft(phone, draftKey)) ?? freshDraft(phone, place, known, false), place, known, neighbours };
  }
  return undefined;
}

async function loadNew(phone: Phone, campaign: BriefedCampaign, areaId: string | null, id: string): Promise<LoadedVisit | undefined> {
  const hamlet = hamletsOf(campaign).find((one) => one.id === areaId);
  if (!hamlet) return undefined;
  const draftKey = draftKeyOfNew(hamlet.id, id);
  const place = { campaign, hamlet };
  const draft = (await readDraft(phone, draftKey)) ?? freshDraft(phone, place, { id, areaId: hamlet.id }, true);
  return { draftKey, draft, place, neighbours: (await phone.areas.open(campaign.id))?.areas.get(hamlet.id) ?? [] };
}

async function loadAmendment(phone: Phone, entryId: string): Promise<LoadedVisit | ClosedEntry> {
  const draftKey = draftKeyOfAmendment(entryId);
  const kept = await readDraft(phone, draftKey);
  const detail = await phone.openEntry(entryId);
  if (!detail?.mayAmend || detail.content?.kind !== "householdVisit") return { closedEntry: entryId, draftKey, typed: kept !== undefined };
  const place = placeOf(phone, detail.content);
  const neighbours = await neighboursIn(phone, place);
  const { household } = detail.content;
  const known = neighbours.find(({ id }) => id === household.id);
  const draft = kept ?? { ...draftOfVisit(detail.content, detail.unitId, known), entryId };
  return { draftKey, draft, review: detail.review, ...(place ? { place } : {}), known, neighbours };
}

async function neighboursIn(phone: Phone, place: Place | undefined): Promise<readonly PackHousehold[]> {
  return place ? ((await phone.areas.open(place.campaign.id))?.areas.get(place.hamlet.id) ?? []) : [];
}

type Visited = { readonly campaignId?: string | undefined; readonly household: { readonly areaId: string } };

function placeOf(phone: Phone, { campaignId, household }: Visited): Place | undefined {
  const { campaigns = [] } = phone.person.getSnapshot().briefing;
  const campaign = campaigns.find(({ id, areas }) => (campaignId === undefined || id === campaignId) && areas.some((area) => area.id === household.areaId));
  const hamlet = campaign?.areas.find(({ id }) => id === household.areaId);
  return campaign && hamlet && { campaign, hamlet };
}

/** Recorded for the team that the campaign sends there, where the person is one of it. */
function freshDraft(phone: Phone, { campaign, hamlet }: Place, household: Pick<PackHousehold, "id" | "areaId" | "head" | "address">, isNew: boolean): VisitDraft {
  const { units } = phone.person.getSnapshot().briefing;
  const teams = campaign.areas.filter(({ id }) => id === hamlet.id).map(({ teamId }) => teamId);
  const unit = units.find(({ id }) => teams.includes(id)) ?? units[0];
  return emptyVisitDraft({ outcomeId: phone.newId(), unitId: unit?.id ?? "", campaignId: campaign.id, now: phone.now(), household, isNew });
}

/** A draft of another version of the form that can't be read counts as absent. */
async function readDraft(phone: Phone, key: string): Promise<VisitDraft | undefined> {
  const read = VisitDraft.safeParse(await phone.drafts.load(key));
  return read.success ? read.data : undefined;
}
