import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { CampaignEditor } from "@/components/campaigns/campaign-editor";
import { Uuid } from "@/lib/domain/ids";
import { requirePerson } from "@/lib/server/auth/current-person";
import { readCampaignForm } from "@/lib/server/campaigns/read-campaign-form";
import { supervisedUnits } from "@/lib/server/database/with-actor";
import { campaignTexts } from "@/lib/text/desk-campaigns";
import "@/components/campaigns/campaigns.css";

export const metadata: Metadata = { title: campaignTexts.editTitle };

export default async function EditCampaignPage({ searchParams }: PageProps<"/desk/campaigns/edit">) {
  const { actor } = await requirePerson("/desk/campaigns");
  if (supervisedUnits(actor).length === 0) redirect("/desk");
  const { campaign } = await searchParams;
  const id = Uuid.safeParse(campaign).data;
  const form = campaign !== undefined && !id ? undefined : await readCampaignForm(actor, id, new Date().toISOString());
  if (!form) notFound();
  return (
    <>
      <header className="desk-top">
        <h1 className="desk-title">{form.plan ? campaignTexts.editTitle : campaignTexts.createTitle}</h1>
      </header>
      <CampaignEditor key={form.plan?.id ?? "new"} form={form} />
    </>
  );
}
