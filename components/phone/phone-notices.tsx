"use client";
import { Clock, LogIn, RefreshCw, TriangleAlert } from "lucide-react";
import { lazy, Suspense, type ComponentProps } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { useLive } from "@/components/ui/use-live";
import { notableClockOffset } from "@/lib/domain/entry/flags";
import type { OwnJoin } from "@/lib/phone/people/offline-join";
import type { Phone } from "@/lib/phone/phone";
import { appShell } from "@/lib/text/app-shell";
import { formatDay } from "@/lib/text/moment";
import { useWaitingUpdate } from "./use-waiting-update";

/** Seen by few, and by them for a few days. */
const JoiningNote = lazy(() => import("./joining-note"));

const RecoveryNote = lazy(() => import("./recovery-note"));

/** One sentence at a time about the phone as a whole, the most pressing one. */
export function PhoneNotices({ phone }: { readonly phone: Phone }) {
  const sync = useLive(phone.sync);
  const { clockOffsetMs } = useLive(phone.device);
  const join = useLive(phone.joining);
  const recovering = useLive(phone.recovering);
  const tooLongOffline = useLive(phone.tooLongOffline);
  const vanished = useLive(phone.vanished);
  const update = useWaitingUpdate();
  if (sync.connection === "signInNeeded") {
    return (
      <Banner icon={LogIn} action={<LinkButton href="/sign-in" look="quiet">{appShell.signIn}</LinkButton>}>
        {appShell.signInToSend(sync.saved + sync.sending)}
      </Banner>
    );
  }
  if (join && isOnTheWay(join)) {
    return (
      <Suspense>
        <JoiningNote phone={phone} join={join} />
      </Suspense>
    );
  }
  if (vanished) return <Banner icon={TriangleAlert}>{appShell.vanished(vanished.count, vanished.oldest && formatDay(vanished.oldest))}</Banner>;
  if (recovering > 0 || tooLongOffline) {
    return (
      <Suspense>
        <RecoveryNote recovering={recovering} />
      </Suspense>
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

function isOnTheWay(join: OwnJoin): join is ComponentProps<typeof JoiningNote>["join"] {
  return join.state !== "joined";
}
