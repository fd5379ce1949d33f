import * as z from "zod/mini";
import type { CampaignPlan, CampaignState } from "../domain/household/campaign";
import type { CampaignCounts } from "../domain/household/campaign-counts";
import { Uuid } from "../domain/ids";
import type { LocalDate } from "../domain/time/local-date";
import { protocolMarker } from "./version";

/**
 * POST /api/campaigns, from the desk. `save` makes a campaign or changes the one with its id, whole; `close` ends it
 * before its last day. Refusals name the field inside the plan, such as `areas.3.teamId`.
 */
export const ChangeCampaign = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("save"), plan: z.unknown() }),
  z.strictObject({ action: z.literal("close"), id: Uuid }),
]);
export type ChangeCampaign = z.infer<typeof ChangeCampaign>;

export const CampaignChanged = z.object({ marker: z.literal(protocolMarker), protocol: z.int(), id: Uuid });

/** What the server hands to the desk's pages. */
export type CampaignSummary = {
  readonly id: string;
  readonly name: string;
  readonly unitName: string;
  readonly from: LocalDate;
  readonly through: LocalDate;
  readonly goal: number;
  readonly state: CampaignState;
  readonly mayEdit: boolean;
};

export type HamletProgress = CampaignCounts & {
  readonly areaId: string;
  readonly name: string;
  readonly communeName: string;
  readonly teamNames: readonly string[];
};

export type CampaignProgress = {
  readonly hamlets: readonly HamletProgress[];
  readonly total: CampaignCounts;
  /** There are hamlets besides, to which only teams of others go. */
  readonly partial: boolean;
};

export type NamedId = { readonly id: string; readonly name: string };

export type CampaignForm = {
  /** Undefined for a new one. */
  readonly plan: CampaignPlan | undefined;
  readonly units: readonly NamedId[];
  readonly teams: readonly NamedId[];
  readonly communes: readonly (NamedId & { readonly hamlets: readonly NamedId[] })[];
};
