"use client";
import { useSearchParams } from "next/navigation";
import { BackButton } from "@/components/phone/back-button";
import { withPhone } from "@/components/phone/phone-gate";
import { EmptyScreen } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { TopBar } from "@/components/ui/top-bar";
import { parseGuide } from "@/lib/domain/guide/parse-guide";
import type { Phone } from "@/lib/phone/phone";
import { appShell } from "@/lib/text/app-shell";
import { guidesText } from "@/lib/text/guides";
import { GuideBlocks } from "./guide-blocks";
import { useGuide } from "./use-guides";

/** Walk a citizen through, step by step. */
export const GuideScreen = withPhone(Read);

function Read({ phone }: { readonly phone: Phone }) {
  const guide = useGuide(phone, useSearchParams().get("g") ?? "");
  const others = <LinkButton href="/guides" className="w-full">{guidesText.all}</LinkButton>;
  if (guide === undefined) return <main className="min-h-dvh" aria-busy="true" />;
  if (guide === null) return <EmptyScreen title={guidesText.missing} action={others}>{guidesText.missingHint}</EmptyScreen>;
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col">
      <TopBar title={guidesText.readTitle} back={<BackButton label={appShell.back} fallback="/guides" />} />
      <main className="grid grid-cols-1 gap-4 px-4 pt-3 pb-8">
        <h2 className="text-display text-balance">{guide.title}</h2>
        <GuideBlocks blocks={parseGuide(guide.markdown)} />
        {others}
      </main>
    </div>
  );
}
