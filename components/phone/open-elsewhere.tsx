"use client";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { NumberedSteps } from "@/components/ui/numbered-steps";
import { useHydrated } from "@/components/ui/use-hydrated";
import { installText } from "@/lib/text/install";
import { inAppBrowserOf } from "./installation";

/**
 * In a browser inside another app, before anybody types anything: what is recorded there would not last. Nothing elsewhere.
 * @param link what is opened elsewhere, where that is more than this page's address
 */
export function OpenElsewhere({ link }: { readonly link?: string | undefined }) {
  const hydrated = useHydrated();
  const inApp = hydrated ? inAppBrowserOf(navigator.userAgent) : undefined;
  const [copied, setCopied] = useState<boolean>();
  if (!inApp) return null;
  const address = link ?? window.location.href;
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <section className="grid gap-3">
      <Banner icon={TriangleAlert}>{installText.inApp(inApp)}</Banner>
      <MenuDrawing />
      <NumberedSteps steps={installText.inAppSteps} />
      <Button look="second" onClick={() => void copy()}>
        {copied ? installText.copied : installText.copy}
      </Button>
      {copied === false && (
        <p role="status" className="text-small text-ink-2">
          {installText.copyFailed} <span className="break-all select-all">{address}</span>
        </p>
      )}
    </section>
  );
}

/** A screen with the three dots in its corner, and the browser's line in the menu below them. */
function MenuDrawing() {
  return (
    <svg aria-hidden viewBox="0 0 160 100" strokeWidth={2.5} strokeLinecap="round" strokeLinejoin="round" className="mx-auto w-56 fill-none stroke-ink">
      <rect x="24" y="6" width="112" height="88" rx="10" className="fill-surface" />
      <path d="M24 26h112" className="stroke-control" />
      <circle cx="124" cy="16" r="9" className="stroke-brand" />
      <path d="M119 16h.1M124 16h.1M129 16h.1" strokeWidth={4} className="stroke-brand" />
      <rect x="66" y="32" width="64" height="52" rx="6" className="fill-surface" />
      <path d="M75 44h34M75 74h26" className="stroke-control" />
      <rect x="70" y="51" width="56" height="16" rx="4" className="fill-brand-soft stroke-brand" />
      <path d="M77 59h28" className="stroke-brand" />
      <path d="m112 55 5 4-5 4" className="stroke-brand" />
    </svg>
  );
}
