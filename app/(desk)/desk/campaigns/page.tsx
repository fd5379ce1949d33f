import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { CampaignHead } from "@/components/campaigns/campaign-head";
import { campaignEditHref } from "@/components/campaigns/campaign-href";
import { CampaignList } from "@/components/campaigns/campaign-list";
import { CloseCampaign } from "@/components/campaigns/close-campaign";
import { ProgressTable } from "@/components/campaigns/progress-table";
import { SheetLinks } from "@/components/sheets/sheet-links";
import { denseButtonClass } from "@/components/ui/dense-button";
import { requirePerson } from "@/lib/server/auth/current-person";
import { listCampaigns } from "@/lib/server/campaigns/list-campaigns";
import { readProgress } from "@/lib/server/campaigns/read-progress";
import { supervisedUnits } from "@/lib/server/database/with-actor";
import { campaignTexts } from "@/lib/text/desk-campaigns";
import { formatDay, formatTimeOfDay } from "@/lib/text/moment";
import "@/components/campaigns/campaigns.css";

export const metadata: Metadata = { title: campaignTexts.title };

export default async function CampaignsPage({ searchParams }: PageProps<"/desk/campaigns">) {
  const { actor } = await requirePerson("/desk/campaigns");
  if (supervisedUnits(actor).length === 0) redirect("/desk");
  const now = new Date().toISOString();
  const parameters = await searchParams;
  const campaigns = await listCampaigns(actor, now);
  const open = campaigns.find(({ id }) => id === parameters.campaign) ?? campaigns[0];
  const progress = open && (await readProgress(actor, open.id));
  return (
    <>
      <header className="desk-top">
        <div>
          <h1 className="desk-title">{campaignTexts.title}</h1>
          <p className="desk-caption text-ink-2">{`${campaignTexts.asOf(formatTimeOfDay(now), formatDay(now))}. ${campaignTexts.provisional}`}</p>
        </div>
        <Link className={`${denseButtonClass("main")} ml-auto`} href={campaignEditHref()}>{campaignTexts.create}</Link>
      </header>
      {campaigns.length === 0 && <p className="p-6 text-ink-2">{campaignTexts.none}</p>}
      {open && progress && (
        <div className="campaigns">
          <CampaignList campaigns={campaigns} openId={open.id} />
          <div className="campaigns-open">
            <CampaignHead
              campaign={open}
              progress={progress}
              actions={<><SheetLinks sheet="campaigns" query={{ campaign: open.id }} /><Link className={denseButtonClass()} href={campaignEditHref(open.id)}>{campaignTexts.edit}</Link><CloseCampaign id={open.id} /></>}
            />
            <ProgressTable progress={progress} />
          </div>
        </div>
      )}
    </>
  );
}
