"use client";
import { Check, CircleHelp, TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { BackButton } from "@/components/phone/back-button";
import { withPhone } from "@/components/phone/phone-gate";
import { Button, buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TopBar } from "@/components/ui/top-bar";
import { readinessChecks, readinessOf, type ReadinessCheck, type Verdict } from "@/lib/domain/device/readiness";
import type { Phone } from "@/lib/phone/phone";
import { appShell } from "@/lib/text/app-shell";
import { momentText } from "@/lib/text/moment";
import { readyText } from "@/lib/text/ready";
import { useReadiness } from "./use-readiness";

/** One screen, green or not: may this phone go where there is no network? */
export const ReadyScreen = withPhone(Ready);

function Ready({ phone }: { readonly phone: Phone }) {
  const { facts, again, askToKeep, tryCamera } = useReadiness(phone);
  const verdicts = readinessOf(facts, phone.now());
  const open = readinessChecks.filter((check) => verdicts[check] !== "good");
  const ways: Partial<Record<ReadinessCheck, ReactNode>> = {
    installed: <Link href="/me" className={buttonClass("quiet")}>{readyText.toMe}</Link>,
    persisted: <Button look="quiet" onClick={askToKeep}>{readyText.askToKeep}</Button>,
    pack: <Link href="/areas" className={buttonClass("quiet")}>{readyText.toAreas}</Link>,
    camera: <Button look="quiet" onClick={tryCamera}>{readyText.tryCamera}</Button>,
  };
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col">
      <TopBar title={readyText.title} back={<BackButton label={appShell.back} fallback="/me" />} />
      <main className="grid grid-cols-1 gap-4 px-4 pt-3 pb-8">
        <div role="status" className={`rounded-card border-2 p-4 ${open.length === 0 ? "border-ok text-ok" : "border-warn text-warn"}`}>
          <p className="text-title">{open.length === 0 ? readyText.ready : readyText.notReady(open.length)}</p>
          {open.length === 0 && <p className="text-ink-2">{readyText.readyBody}</p>}
        </div>
        <Card className="overflow-hidden">
          <ul>
            {readinessChecks.map((check) => (
              <CheckRow key={check} check={check} verdict={verdicts[check]} way={ways[check]} />
            ))}
          </ul>
        </Card>
        {facts.heardAt && <p className="text-small text-ink-2">{readyText.heard(momentText(facts.heardAt))}</p>}
        <Button look="second" onClick={again}>{readyText.again}</Button>
      </main>
    </div>
  );
}

const looks = { good: { icon: Check, tone: "text-ok" }, bad: { icon: TriangleAlert, tone: "text-bad" }, waiting: { icon: CircleHelp, tone: "text-warn" } } as const;

function CheckRow({ check, verdict, way }: { readonly check: ReadinessCheck; readonly verdict: Verdict; readonly way: ReactNode }) {
  const { icon: Icon, tone } = looks[verdict];
  return (
    <li className="flex items-start gap-3 border-t border-line px-3.5 py-3 first:border-t-0">
      <Icon aria-hidden size={24} className={`mt-0.5 flex-none ${tone}`} />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">
          <span className="sr-only">{`${readyText.states[verdict]}: `}</span>
          {readyText.checks[check][verdict]}
        </p>
        {verdict !== "good" && <p className="text-ink-2">{readyText.ways[check]}</p>}
        {verdict !== "good" && way}
      </div>
    </li>
  );
}
