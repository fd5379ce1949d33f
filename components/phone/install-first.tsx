"use client";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { NumberedSteps } from "@/components/ui/numbered-steps";
import { useHydrated } from "@/components/ui/use-hydrated";
import { isInstalled } from "@/lib/phone/device/is-installed";
import { installText } from "@/lib/text/install";
import { inAppBrowserOf, isIos } from "./installation";

const skippedKey = "tns-install-later";

/**
 * On an iPhone in the browser, before anybody types anything: Safari empties what is not opened for a week, and the app on
 * the home screen has a storage of its own, so it has to be installed first. Once; nothing elsewhere.
 */
export function InstallFirst() {
  const hydrated = useHydrated();
  const [skipped, setSkipped] = useState(false);
  if (!hydrated || skipped || isInstalled() || !isIos(navigator.userAgent) || inAppBrowserOf(navigator.userAgent) || wasSkipped()) return null;
  const skip = () => {
    setSkipped(true);
    try {
      localStorage.setItem(skippedKey, "yes");
    } catch {
      // Storage is switched off: it is shown again.
    }
  };
  return (
    <section className="grid gap-3">
      <Banner icon={TriangleAlert}>{installText.iosFirst}</Banner>
      <ShareDrawing />
      <NumberedSteps steps={[...installText.ios, installText.iosThen]} />
      <Button look="quiet" onClick={skip}>
        {installText.later}
      </Button>
    </section>
  );
}

function wasSkipped(): boolean {
  try {
    return localStorage.getItem(skippedKey) !== null;
  } catch {
    return false;
  }
}

/** A phone with the share button in the bar at its foot, and the line with the plus in the sheet above it. */
function ShareDrawing() {
  return (
    <svg aria-hidden viewBox="0 0 160 120" strokeWidth={2.5} strokeLinecap="round" strokeLinejoin="round" className="mx-auto w-56 fill-none stroke-ink">
      <rect x="30" y="6" width="100" height="108" rx="12" className="fill-surface" />
      <path d="M30 90h100" className="stroke-control" />
      <circle cx="80" cy="102" r="10" className="stroke-brand" />
      <path d="M80 104v-9M77 97.5l3-3 3 3M76 101h-1v6h10v-6h-1" className="stroke-brand" />
      <rect x="38" y="22" width="84" height="60" rx="6" className="fill-surface" />
      <path d="M46 34h44M46 70h32" className="stroke-control" />
      <rect x="42" y="43" width="76" height="18" rx="4" className="fill-brand-soft stroke-brand" />
      <path d="M49 52h36" className="stroke-brand" />
      <rect x="102" y="47" width="10" height="10" rx="2" className="stroke-brand" />
      <path d="M107 49.5v5M104.5 52h5" className="stroke-brand" />
    </svg>
  );
}
