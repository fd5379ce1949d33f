"use client";
import { Download } from "lucide-react";
import { inAppBrowserOf, isIos, useInstallOffer } from "@/components/phone/installation";
import { OpenElsewhere } from "@/components/phone/open-elsewhere";
import { Button } from "@/components/ui/button";
import { NumberedSteps } from "@/components/ui/numbered-steps";
import { useLive } from "@/components/ui/use-live";
import type { Phone } from "@/lib/phone/phone";
import { installText } from "@/lib/text/install";

/** How to get the app onto the home screen on this very phone. */
export function InstallGuide({ phone }: { readonly phone: Phone }) {
  const { installed } = useLive(phone.device);
  const install = useInstallOffer();
  const inApp = inAppBrowserOf(navigator.userAgent);
  if (installed) return <p className="text-ink-2">{installText.installed}</p>;
  if (inApp) return <OpenElsewhere />;
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
