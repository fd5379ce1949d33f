"use client";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import type { AreaProgress } from "@/lib/domain/household/progress";
import { formatDate, localDateOf } from "@/lib/domain/time/local-date";
import type { Phone } from "@/lib/phone/phone";
import type { BriefedCampaign } from "@/lib/protocol/briefing";
import { areasText } from "@/lib/text/households";
import { formatCount } from "@/lib/text/moment";
import { hamletHref } from "./addresses";
import { hamletsOf, informedIn, progressIn, type Hamlet } from "./campaigns";
import { PackStatus } from "./pack-status";
import { ProgressBar } from "./progress-bar";
import { useAreaPack } from "./use-area-pack";

/** One campaign: what of it is here, and how far each hamlet is. */
export function CampaignSection({ phone, campaign }: { readonly phone: Phone; readonly campaign: BriefedCampaign }) {
  const pack = useAreaPack(phone, campaign.id);
  const hamlets = hamletsOf(campaign);
  const communes = [...new Set(hamlets.map(({ communeName }) => communeName))];
  return (
    <section aria-labelledby={`campaign-${campaign.id}`} className="grid grid-cols-1 gap-3">
      <div>
        <h2 id={`campaign-${campaign.id}`} className="text-head">
          {campaign.name}
        </h2>
        <p className="text-small text-ink-2">{areasText.campaignDays(formatDate(campaign.from), formatDate(campaign.through))}</p>
        {localDateOf(phone.now()) < campaign.from && <p className="font-semibold text-brand">{areasText.begins(formatDate(campaign.from))}</p>}
        <p className="text-small text-ink-2">
          {areasText.goal(formatCount(campaign.goal))}
          {pack?.isHere && ` · ${areasText.informed(formatCount(informedIn(pack, campaign)))}`}
        </p>
      </div>
      <PackStatus phone={phone} campaign={campaign} />
      {pack === null && <p className="font-medium text-warn">{areasText.unreadable.title}</p>}
      {communes.map((commune) => (
        <section key={commune} aria-label={commune}>
          {commune && <h3 className="mb-1.5 text-small font-semibold text-ink-2">{commune}</h3>}
          <Card className="overflow-hidden">
            <ul>
              {hamlets
                .filter(({ communeName }) => communeName === commune)
                .map((hamlet) => (
                  <HamletRow key={hamlet.id} hamlet={hamlet} href={hamletHref(campaign.id, hamlet.id)} progress={pack?.isHere ? progressIn(pack, campaign, hamlet) : undefined} />
                ))}
            </ul>
          </Card>
        </section>
      ))}
    </section>
  );
}

function HamletRow({ hamlet, href, progress }: { readonly hamlet: Hamlet; readonly href: string; readonly progress: AreaProgress | undefined }) {
  return (
    <li className="border-t border-line first:border-t-0 [contain-intrinsic-size:auto_5rem] [content-visibility:auto]">
      <Link href={href} prefetch={false} className="flex min-h-18 items-center gap-3 px-3.5 py-2.5 active:bg-sunken">
        <span className="min-w-0 flex-1">
          <b className="font-semibold">{hamlet.name}</b>
          {progress ? (
            <>
              <span className="my-1 flex items-center gap-3 text-small">
                <ProgressBar {...progress} />
                {areasText.doneOf(formatCount(progress.done), formatCount(progress.total))}
              </span>
              <span className="block text-small text-ink-2">
                {progress.left === 0 ? areasText.allDone : areasText.left(formatCount(progress.left), progress.comeBack)}
              </span>
            </>
          ) : (
            <span className="block text-small text-ink-2">{areasText.households(formatCount(hamlet.householdCount))}</span>
          )}
        </span>
        <ChevronRight aria-hidden size={24} className="flex-none text-ink-3" />
      </Link>
    </li>
  );
}
