import { progressOf, type AreaProgress } from "@/lib/domain/household/progress";
import type { AreaPack, PackHousehold } from "@/lib/phone/areas/pack-on-phone";
import type { BriefedCampaign, Briefing } from "@/lib/protocol/briefing";

export type Hamlet = BriefedCampaign["areas"][number];

export function campaignOf({ campaigns = [] }: Briefing, id: string | null): BriefedCampaign | undefined {
  return campaigns.find((campaign) => campaign.id === id);
}

/** Each hamlet once, whichever of the person's teams go there. */
export function hamletsOf({ areas }: BriefedCampaign): Hamlet[] {
  return [...new Map(areas.map((area) => [area.id, area])).values()];
}

export function progressIn(pack: AreaPack | undefined, { from }: BriefedCampaign, { id, householdCount }: Hamlet): AreaProgress {
  return progressOf(pack?.areas.get(id) ?? [], from, householdCount);
}

/** Households of the person's hamlets that were met since it began: what its goal speaks of. */
export function informedIn(pack: AreaPack, campaign: BriefedCampaign): number {
  const met = ({ lastResult, lastVisitOn }: PackHousehold) => lastResult === "informed" && lastVisitOn !== undefined && lastVisitOn >= campaign.from;
  return hamletsOf(campaign).reduce((sum, { id }) => sum + (pack.areas.get(id) ?? []).filter(met).length, 0);
}

/** On the wire, compressed: what a household costs to fetch. */
const bytesOfHousehold = 40;

export function downloadBytes(campaign: BriefedCampaign): number {
  return hamletsOf(campaign).reduce((sum, { householdCount }) => sum + householdCount, 0) * bytesOfHousehold;
}
