"use client";
import { ChevronRight, House, Megaphone, Newspaper, ScanQrCode, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { BackButton } from "@/components/phone/back-button";
import { formOfKind } from "@/components/phone/form-of-kind";
import { withPhone } from "@/components/phone/phone-gate";
import { Card } from "@/components/ui/card";
import { TopBar } from "@/components/ui/top-bar";
import { appShell } from "@/lib/text/app-shell";
import { moreText } from "@/lib/text/more";
import { entryKindNames } from "@/lib/text/outcomes";

const kinds: readonly { readonly kind: keyof typeof moreText.hints; readonly icon: LucideIcon; readonly href: string }[] = [
  { kind: "helpSession", icon: ScanQrCode, href: "/record?scan=1" },
  { kind: "householdVisit", icon: House, href: "/areas" },
  { kind: "outreachEvent", icon: Megaphone, href: formOfKind.outreachEvent },
  { kind: "article", icon: Newspaper, href: formOfKind.article },
];

/** Everything that can be recorded; holding "Ghi nhận" leads here too. */
export const MoreScreen = withPhone(More);

function More() {
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col">
      <TopBar title={moreText.title} back={<BackButton label={appShell.back} fallback="/" />} />
      <main className="px-4 pt-3.5 pb-6">
        <Card className="overflow-hidden">
          <ul>
            {kinds.map(({ kind, icon: Icon, href }) => (
              <li key={kind} className="border-t border-line first:border-t-0">
                <Link href={href} className="flex min-h-18 items-center gap-3.5 px-3.5 py-2.5 active:bg-sunken">
                  <Icon aria-hidden size={28} className="flex-none text-brand" />
                  <span className="min-w-0 flex-1">
                    <b className="block text-head">{entryKindNames[kind]}</b>
                    <span className="block text-small text-ink-2">{moreText.hints[kind]}</span>
                  </span>
                  <ChevronRight aria-hidden size={24} className="flex-none text-ink-3" />
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      </main>
    </div>
  );
}
