"use client";
import { Check, CircleHelp, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { BackButton } from "@/components/phone/back-button";
import { OpenElsewhere } from "@/components/phone/open-elsewhere";
import { withPhone } from "@/components/phone/phone-gate";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { TopBar } from "@/components/ui/top-bar";
import { readinessChecks, readinessOf, type ReadinessCheck, type Verdict } from "@/lib/domain/device/readiness";
import type { Phone } from "@/lib/phone/phone";
import { appShell } from "@/lib/text/app-shell";
import { formatBytes, formatCount, momentText } from "@/lib/text/moment";
import { readyText } from "@/lib/text/ready";
import { useReadiness } from "./use-readiness";

/** One screen, green or not: may this phone go where there is no network? */
export const ReadyScreen = withPhone(Ready);

function Ready({ phone }: { readonly phone: Phone }) {
  const { facts, packBytes, again, askToKeep, tryCamera } = useReadiness(phone);
  const verdicts = readinessOf(facts, phone.now());
  const open = readinessChecks.filter((check) => verdicts[check] !== "good");
  const fetchNow = <Button look="quiet" onClick={phone.wake}>{readyText.fetchNow}</Button>;
  const ways: Partial<Record<ReadinessCheck, ReactNode>> = {
    browser: <OpenElsewhere />,
    installed: <LinkButton href="/me" look="quiet">{readyText.toMe}</LinkButton>,
    persisted: <Button look="quiet" onClick={askToKeep}>{readyText.askToKeep}</Button>,
    lists: fetchNow,
    recovery: fetchNow,
    pack: <LinkButton href="/areas" look="quiet">{readyText.toAreas}</LinkButton>,
    camera: <Button look="quiet" onClick={tryCamera}>{readyText.tryCamera}</Button>,
  };
  const details: Partial<Record<ReadinessCheck, string | undefined>> = {
    pack: facts.packs?.oldestAt && readyText.packs(momentText(facts.packs.oldestAt), formatBytes(packBytes)),
    clock: verdicts.clock === "bad" ? readyText.clockOff(formatCount(Math.round(Math.abs(facts.clockOffsetMs) / 60_000))) : undefined,
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
              <CheckRow key={check} check={check} verdict={verdicts[check]} detail={details[check]} way={ways[check]} />
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

type RowProps = { readonly check: ReadinessCheck; readonly verdict: Verdict; /** What was found, in numbers. */ readonly detail: string | undefined; readonly way: ReactNode };

function CheckRow({ check, verdict, detail, way }: RowProps) {
  const { icon: Icon, tone } = looks[verdict];
  return (
    <li className="flex items-start gap-3 border-t border-line px-3.5 py-3 first:border-t-0">
      <Icon aria-hidden size={24} className={`mt-0.5 flex-none ${tone}`} />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">
          <span className="sr-only">{`${readyText.states[verdict]}: `}</span>
          {readyText.checks[check][verdict]}
        </p>
        {detail && <p className="text-ink-2">{detail}</p>}
        {verdict !== "good" && <p className="text-ink-2">{readyText.ways[check]}</p>}
        {verdict !== "good" && way}
      </div>
    </li>
  );
}
