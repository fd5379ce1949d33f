"use client";
import { MonitorSmartphone } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { OwnSession } from "@/lib/protocol/account";
import { accountText } from "@/lib/text/account";
import { momentText } from "@/lib/text/moment";

type Props = { readonly session: OwnSession; readonly busy: boolean; readonly onEnd: () => void };

/** One place where somebody is signed in, told by its device's name or its browser. */
export function SessionItem({ session, busy, onEnd }: Props) {
  const { browser, system, device, isThis, lastSeenAt, begunAt, withSecondFactor } = session;
  const text = accountText.sessions;
  const place = text.place(browser, system);
  return (
    <li className="grid gap-1 border-t border-line py-3 first:border-t-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <MonitorSmartphone aria-hidden size={22} className="flex-none text-ink-2" />
        <div className="min-w-0 flex-1 basis-48">
          <p className="font-semibold wrap-anywhere">{device?.name ? `${device.name} · ${place}` : place}</p>
          {isThis && <p className="text-small font-semibold text-ok">{text.isThis}</p>}
          <p className="text-small text-ink-2">
            {[text.lastSeen(momentText(lastSeenAt)), text.begun(momentText(begunAt)), ...(withSecondFactor ? [text.withSecondFactor] : [])].join(" · ")}
          </p>
        </div>
        {!isThis && (
          <Button look="danger" aria-label={text.endOf(device?.name ?? place)} busyLabel={busy ? text.ending : undefined} onClick={onEnd}>
            {text.end}
          </Button>
        )}
      </div>
      {!isThis && device?.unsent ? <p className="text-small text-warn">{text.unsent(device.unsent)}</p> : null}
    </li>
  );
}
