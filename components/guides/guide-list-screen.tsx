"use client";
import { BookOpen, ChevronRight } from "lucide-react";
import Link from "next/link";
import { BackButton } from "@/components/phone/back-button";
import { withPhone } from "@/components/phone/phone-gate";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TopBar } from "@/components/ui/top-bar";
import { parseGuide } from "@/lib/domain/guide/parse-guide";
import type { Phone } from "@/lib/phone/phone";
import { appShell } from "@/lib/text/app-shell";
import { guidesText } from "@/lib/text/guides";
import { countSteps } from "./group-blocks";
import { useGuides } from "./use-guides";

/** What can I walk this person through? */
export const GuideListScreen = withPhone(GuideList);

function GuideList({ phone }: { readonly phone: Phone }) {
  const guides = useGuides(phone);
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col">
      <TopBar title={guidesText.title} back={<BackButton label={appShell.back} fallback="/" />} />
      <main className="grid grid-cols-1 gap-3 px-4 pt-3 pb-8" aria-busy={guides === undefined}>
        {guides?.length === 0 && <EmptyState title={guidesText.empty}>{guidesText.emptyHint}</EmptyState>}
        {guides && guides.length > 0 && (
          <>
            <h2 className="text-title">{guidesText.question}</h2>
            <Card className="overflow-hidden">
              <ul>
                {guides.map(({ slug, title, markdown }) => (
                  <li key={slug} className="border-t border-line first:border-t-0 sunlight:border-t-2">
                    <Link href={`/guide?g=${slug}`} className="flex min-h-18 items-center gap-3 px-4 py-3 active:bg-sunken">
                      <BookOpen aria-hidden size={24} className="flex-none text-brand" />
                      <span className="min-w-0 flex-1">
                        <span className="block text-head text-balance">{title}</span>
                        <span className="block text-small text-ink-2">{guidesText.steps(countSteps(parseGuide(markdown)))}</span>
                      </span>
                      <ChevronRight aria-hidden size={22} className="flex-none text-ink-3" />
                    </Link>
                  </li>
                ))}
              </ul>
            </Card>
          </>
        )}
      </main>
    </div>
  );
}
