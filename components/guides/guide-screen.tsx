"use client";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { BackButton } from "@/components/phone/back-button";
import { withPhone } from "@/components/phone/phone-gate";
import { buttonClass } from "@/components/ui/button";
import { EmptyScreen } from "@/components/ui/empty-state";
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
  const others = <Link href="/guides" className={`${buttonClass("second")} w-full`}>{guidesText.all}</Link>;
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
