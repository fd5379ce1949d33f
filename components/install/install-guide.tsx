"use client";
import { Download, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { inAppBrowserOf, isIos, useInstallOffer } from "@/components/phone/installation";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { useLive } from "@/components/ui/use-live";
import type { Phone } from "@/lib/phone/phone";
import { installText } from "@/lib/text/install";

/** How to get the app onto the home screen on this very phone. */
export function InstallGuide({ phone }: { readonly phone: Phone }) {
  const { installed } = useLive(phone.device);
  const install = useInstallOffer();
  const inApp = inAppBrowserOf(navigator.userAgent);
  if (installed) return <p className="text-ink-2">{installText.installed}</p>;
  if (inApp) return <OpenElsewhere name={inApp} />;
  return (
    <div className="grid gap-3">
      <p className="text-ink-2">{installText.why}</p>
      {install ? (
        <Button look="second" icon={Download} onClick={install}>
          {installText.button}
        </Button>
      ) : (
        <NumberedSteps steps={isIos(navigator.userAgent) ? installText.ios : installText.android} />
      )}
    </div>
  );
}

function OpenElsewhere({ name }: { readonly name: string }) {
  const [copied, setCopied] = useState<boolean>();
  const copy = () =>
    navigator.clipboard.writeText(window.location.origin).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="grid gap-3">
      <Banner icon={TriangleAlert}>{installText.inApp(name)}</Banner>
      <NumberedSteps steps={installText.inAppSteps} />
      <Button look="second" onClick={() => void copy()}>
        {copied ? installText.copied : installText.copy}
      </Button>
      {copied === false && (
        <p role="status" className="text-small text-ink-2">
          {installText.copyFailed} <span className="select-all">{window.location.origin}</span>
        </p>
      )}
    </div>
  );
}

function NumberedSteps({ steps }: { readonly steps: readonly string[] }) {
  return (
    <ol className="grid gap-2">
      {steps.map((step, index) => (
        <li key={step} className="flex items-start gap-3">
          <span aria-hidden className="grid size-8 flex-none place-items-center rounded-full bg-brand-soft font-bold text-brand sunlight:border-2 sunlight:border-brand">
            {index + 1}
          </span>
          <span className="pt-1">{step}</span>
        </li>
      ))}
    </ol>
  );
}
