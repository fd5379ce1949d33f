"use client";
import { PauseCircle } from "lucide-react";
import Link from "next/link";
import { useEffect, useState } from "react";
import type { PackHousehold, Phone } from "@/lib/phone/phone";
import type { BriefedCampaign } from "@/lib/protocol/briefing";
import { areasText } from "@/lib/text/households";
import { formatTimeOfDay } from "@/lib/text/moment";
import type { Hamlet } from "./campaigns";
import { begunVisits, type BegunVisit } from "./draft-keys";
import { doorOf } from "./household-name";

type Props = { readonly phone: Phone; readonly campaign: BriefedCampaign; readonly hamlet: Hamlet; readonly households: readonly PackHousehold[] };

/** Visits that were begun and not saved; they survive a kill. */
export function BegunVisits({ phone, campaign, hamlet, households }: Props) {
  const [begun, setBegun] = useState<readonly BegunVisit[]>([]);
  useEffect(() => {
    let wanted = true;
    void phone.drafts.list().then((drafts) => {
      if (wanted) setBegun(begunVisits(drafts, campaign.id, hamlet.id));
    });
    return () => {
      wanted = false;
    };
  }, [phone, campaign, hamlet]);
  if (begun.length === 0) return null;
  const labelOf = ({ household, savedAt }: BegunVisit) => {
    const known = households.find(({ id }) => id === household);
    return known ? areasText.draftAt(doorOf(known), formatTimeOfDay(savedAt)) : areasText.draftOfNew(formatTimeOfDay(savedAt));
  };
  return (
    <section aria-labelledby="begun">
      <h2 id="begun" className="mb-1.5 text-small font-semibold text-ink-2">
        {areasText.drafts}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {begun.map((visit) => (
          <li key={visit.household} className="max-w-full">
            <Link href={visit.href} prefetch={false} className="inline-flex min-h-12 max-w-full items-center gap-2 rounded-full border-[1.5px] border-control bg-surface px-4 py-1.5 font-semibold">
              <PauseCircle aria-hidden size={20} className="flex-none text-brand" />
              {labelOf(visit)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
