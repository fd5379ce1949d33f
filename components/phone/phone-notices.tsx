"use client";
import { Clock, LogIn, RefreshCw } from "lucide-react";
import Link from "next/link";
import { Banner } from "@/components/ui/banner";
import { Button, buttonClass } from "@/components/ui/button";
import { useLive } from "@/components/ui/use-live";
import { notableClockOffset } from "@/lib/domain/entry/flags";
import type { Phone } from "@/lib/phone/phone";
import { appShell } from "@/lib/text/app-shell";
import { useWaitingUpdate } from "./use-waiting-update";

/** One sentence at a time about the phone as a whole, the most pressing one. */
export function PhoneNotices({ phone }: { readonly phone: Phone }) {
  const sync = useLive(phone.sync);
  const { clockOffsetMs } = useLive(phone.device);
  const update = useWaitingUpdate();
  if (sync.connection === "signInNeeded") {
    return (
      <Banner icon={LogIn} action={<Link href="/sign-in" className={buttonClass("quiet")}>{appShell.signIn}</Link>}>
        {appShell.signInToSend(sync.saved + sync.sending)}
      </Banner>
    );
  }
  if (Math.abs(clockOffsetMs) >= notableClockOffset) {
    return <Banner icon={Clock}>{appShell.clockOff(Math.round(Math.abs(clockOffsetMs) / 60_000))}</Banner>;
  }
  if (update) {
    return (
      <Banner icon={RefreshCw} tone="brand" action={<Button look="quiet" onClick={update}>{appShell.update.action}</Button>}>
        {appShell.update.offer}
      </Banner>
    );
  }
  return null;
}
