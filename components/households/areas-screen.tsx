"use client";
import { useSearchParams } from "next/navigation";
import { BottomBar } from "@/components/phone/bottom-bar";
import { withPhone } from "@/components/phone/phone-gate";
import { EmptyScreen, EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { TopBar } from "@/components/ui/top-bar";
import { useLive } from "@/components/ui/use-live";
import type { Phone } from "@/lib/phone/phone";
import { areasText } from "@/lib/text/households";
import { CampaignSection } from "./campaign-section";
import { campaignOf, hamletsOf } from "./campaigns";
import { HamletScreen } from "./hamlet-screen";
import { LeftVisits } from "./left-visits";

/** Where my teams go from door to door; with a hamlet in the address, its doors. */
export const AreasScreen = withPhone(Areas);

function Areas({ phone }: { readonly phone: Phone }) {
  const query = useSearchParams();
  const { briefing } = useLive(phone.person);
  const areaId = query.get("area");
  if (!areaId) return <Campaigns phone={phone} />;
  const campaign = campaignOf(briefing, query.get("campaign"));
  const hamlet = campaign && hamletsOf(campaign).find(({ id }) => id === areaId);
  if (campaign && hamlet) return <HamletScreen key={`${campaign.id} ${hamlet.id}`} phone={phone} campaign={campaign} hamlet={hamlet} />;
  const { title, action } = areasText.unknownArea;
  return <EmptyScreen title={title} action={<LinkButton href="/areas">{action}</LinkButton>} />;
}

function Campaigns({ phone }: { readonly phone: Phone }) {
  const { campaigns = [] } = useLive(phone.person).briefing;
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col">
      <TopBar title={areasText.title} />
      <main className="grid grid-cols-1 gap-6 px-4 pt-3 pb-8">
        {campaigns.length === 0 && (
          <EmptyState title={areasText.empty} action={<LinkButton href="/">{areasText.emptyAction}</LinkButton>}>
            {areasText.emptyHint}
          </EmptyState>
        )}
        {campaigns.map((campaign) => (
          <CampaignSection key={campaign.id} phone={phone} campaign={campaign} />
        ))}
        <LeftVisits phone={phone} campaigns={campaigns} />
      </main>
      <BottomBar />
    </div>
  );
}
