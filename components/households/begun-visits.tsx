"use client";
import { useEffect, useState } from "react";
import type { PackHousehold } from "@/lib/phone/areas/pack-on-phone";
import type { Phone } from "@/lib/phone/phone";
import type { BriefedCampaign } from "@/lib/protocol/briefing";
import { areasText } from "@/lib/text/households";
import { formatTimeOfDay } from "@/lib/text/moment";
import type { Hamlet } from "./campaigns";
import { DraftChips } from "./draft-chips";
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
      <DraftChips drafts={begun.map((visit) => ({ key: visit.household, href: visit.href, label: labelOf(visit) }))} />
    </section>
  );
}
