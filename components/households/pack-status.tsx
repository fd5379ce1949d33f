"use client";
import { Download, RefreshCw } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useLive } from "@/components/ui/use-live";
import type { PackProblem } from "@/lib/phone/areas/pack-on-phone";
import type { Phone } from "@/lib/phone/phone";
import type { BriefedCampaign } from "@/lib/protocol/briefing";
import { areasText } from "@/lib/text/households";
import { formatBytes, formatCount, momentText } from "@/lib/text/moment";
import { downloadBytes, hamletsOf } from "./campaigns";

/** What of a campaign is on this phone, how old and how large it is, and the way to get it. */
export function PackStatus({ phone, campaign }: { readonly phone: Phone; readonly campaign: BriefedCampaign }) {
  const packs = useLive(phone.areas.packs);
  const [problem, setProblem] = useState<PackProblem["problem"]>();
  const pack = packs?.find(({ campaignId }) => campaignId === campaign.id);
  const isFetching = pack?.fetching !== undefined;
  const fetchIt = async () => {
    setProblem(undefined);
    const result = await phone.areas.download(campaign.id);
    if (!result.ok) setProblem(result.error.problem);
  };
  const label = pack?.refreshedAt === undefined ? areasText.download : pack.isComplete ? areasText.refresh : areasText.downloadRest;
  if (!packs) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <p role="status" className="min-w-0 flex-1 basis-48 text-small text-ink-2">
        {sentence(pack, campaign)}
        {problem && <span className="block font-medium text-warn">{areasText.problems[problem]}</span>}
      </p>
      <Button
        look={pack?.isComplete ? "quiet" : "second"}
        icon={pack?.isComplete ? RefreshCw : Download}
        busyLabel={isFetching ? areasText.downloading(formatCount(pack.fetching ?? 0)) : undefined}
        onClick={() => void fetchIt()}
      >
        {label}
      </Button>
    </div>
  );
}

type Pack = NonNullable<ReturnType<Phone["areas"]["packs"]["getSnapshot"]>>[number];

function sentence(pack: Pack | undefined, campaign: BriefedCampaign): string {
  if (pack?.refreshedAt === undefined) {
    const expected = hamletsOf(campaign).reduce((sum, { householdCount }) => sum + householdCount, 0);
    return areasText.notHere(formatCount(expected), formatBytes(downloadBytes(campaign)));
  }
  if (!pack.isComplete) return areasText.incomplete(formatCount(pack.households));
  return areasText.age(momentText(pack.refreshedAt), formatBytes(pack.bytes));
}
