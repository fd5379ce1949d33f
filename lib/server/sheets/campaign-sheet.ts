import "server-only";
import type { CampaignCounts } from "@/lib/domain/household/campaign-counts";
import { formatDate } from "@/lib/domain/time/local-date";
import type { SheetRow } from "@/lib/protocol/sheets";
import { listCampaigns } from "@/lib/server/campaigns/list-campaigns";
import { readProgress } from "@/lib/server/campaigns/read-progress";
import { supervisedUnits } from "@/lib/server/database/with-actor";
import { campaignTexts } from "@/lib/text/desk-campaigns";
import { momentText } from "@/lib/text/moment";
import { sheetTexts } from "@/lib/text/sheets";
import type { SheetReader } from "./sheet";

const columns = ["households", "informed", "absent", "refused", "moved", "notYet"] as const satisfies readonly (keyof CampaignCounts)[];

/** How far a campaign is, hamlet by hamlet: /desk/campaigns. */
export const readCampaignSheet: SheetReader = async ({ person: { actor }, parameters, now }) => {
  if (supervisedUnits(actor).length === 0) return undefined;
  const campaigns = await listCampaigns(actor, now);
  const campaign = parameters.campaign === undefined ? campaigns[0] : campaigns.find(({ id }) => id === parameters.campaign);
  if (!campaign) return undefined;
  const { hamlets, total, partial } = await readProgress(actor, campaign.id);
  const counted = (counts: CampaignCounts): SheetRow => columns.map((column) => counts[column]);
  return {
    fileName: sheetTexts.fileNames.campaign(campaign.through),
    orientation: "landscape",
    tables: [{
      name: campaignTexts.hamlets,
      title: campaign.name,
      about: [sheetTexts.days(formatDate(campaign.from), formatDate(campaign.through)), sheetTexts.asOf(momentText(now))],
      columns: [
        { head: campaignTexts.commune, kind: "text", width: 26 }, { head: campaignTexts.hamlet, kind: "text", width: 26 }, { head: campaignTexts.teams, kind: "text", width: 34 },
        ...columns.map((column) => ({ head: campaignTexts[column], kind: "count" as const, width: 12 })),
      ],
      rows: hamlets.map(({ communeName, name, teamNames, ...counts }) => [communeName, name, teamNames.join(", "), ...counted(counts)]),
      totals: [[sheetTexts.total, null, null, ...counted(total)]],
      ...(partial ? { notes: [campaignTexts.onlyOwnHamlets] } : {}),
    }],
  };
};
