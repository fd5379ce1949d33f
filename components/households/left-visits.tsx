"use client";
import { useLoaded } from "@/components/phone/form/use-loaded";
import type { Phone } from "@/lib/phone/phone";
import type { BriefedCampaign } from "@/lib/protocol/briefing";
import { areasText } from "@/lib/text/households";
import { momentText } from "@/lib/text/moment";
import { DraftChips, type DraftChip } from "./draft-chips";
import { leftVisits } from "./draft-keys";
import { doorOf } from "./household-name";
import { VisitDraft } from "./visit-draft";

/** Visits that were begun where no campaign of the person's teams leads any more: still there to be saved or given up. */
export function LeftVisits({ phone, campaigns }: { readonly phone: Phone; readonly campaigns: readonly BriefedCampaign[] }) {
  const areas = new Set(campaigns.flatMap((campaign) => campaign.areas.map(({ id }) => id)));
  const left = useLoaded([...areas].join(), () => leftIn(phone, areas));
  if (!left || left.length === 0) return null;
  const { title, hint } = areasText.draftsLeft;
  return (
    <section aria-labelledby="left-visits">
      <h2 id="left-visits" className="text-small font-semibold text-ink-2">
        {title}
      </h2>
      <p className="mb-1.5 text-small text-ink-2">{hint}</p>
      <DraftChips drafts={left} />
    </section>
  );
}

/** What this version of the form can't read is not offered: it would not open. */
async function leftIn({ drafts }: Phone, areas: ReadonlySet<string>): Promise<readonly DraftChip[]> {
  const read = leftVisits(await drafts.list(), areas).map(async ({ key, savedAt, href }) => {
    const draft = VisitDraft.safeParse(await drafts.load(key));
    if (!draft.success) return [];
    const { head, address } = draft.data.household;
    return [{ key, href, label: areasText.draftAt(doorOf({ head: head || undefined, address: address || undefined }), momentText(savedAt)) }];
  });
  return (await Promise.all(read)).flat();
}
