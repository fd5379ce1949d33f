"use client";
import { useSearchParams } from "next/navigation";
import { ClosedForm } from "@/components/phone/form/closed-form";
import { useLoaded } from "@/components/phone/form/use-loaded";
import { withPhone } from "@/components/phone/phone-gate";
import { EmptyScreen } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { Phone } from "@/lib/phone/phone";
import { visitText } from "@/lib/text/households";
import { loadVisit } from "./load-visit";
import { VisitForm } from "./visit-form";

/** At a door. */
export const VisitScreen = withPhone(Visit);

function Visit({ phone }: { readonly phone: Phone }) {
  const query = useSearchParams();
  const asked = {
    campaign: query.get("campaign"), household: query.get("household"), area: query.get("area"), fresh: query.get("new"), entry: query.get("entry"),
  };
  const isAsked = asked.household !== null || asked.fresh !== null || asked.entry !== null;
  const key = JSON.stringify(asked);
  const loaded = useLoaded(key, async () => ({ visit: isAsked ? await loadVisit(phone, asked) : undefined }));
  if (!loaded) return <main className="min-h-dvh" aria-busy="true" />;
  const { visit } = loaded;
  if (!visit) return <NoDoor text={isAsked ? visitText.gone : visitText.choose} />;
  if ("closedEntry" in visit) return <ClosedForm phone={phone} closed={visit} />;
  return <VisitForm key={key} phone={phone} loaded={visit} field={query.get("field")} />;
}

function NoDoor({ text: { title, body, action } }: { readonly text: typeof visitText.gone | typeof visitText.choose }) {
  return (
    <EmptyScreen title={title} action={<LinkButton href="/areas">{action}</LinkButton>}>
      {body}
    </EmptyScreen>
  );
}
