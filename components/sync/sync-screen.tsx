"use client";
import { Cloud, CloudOff, Hourglass, LogIn, TriangleAlert, Wifi, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { BackButton } from "@/components/phone/back-button";
import { nameOfEntry } from "@/components/phone/entry-name";
import { withPhone } from "@/components/phone/phone-gate";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { TopBar } from "@/components/ui/top-bar";
import { useLive } from "@/components/ui/use-live";
import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";
import type { Phone } from "@/lib/phone/phone";
import type { SyncState } from "@/lib/phone/sync/sync-state";
import { appShell } from "@/lib/text/app-shell";
import { formatTimeOfDay, momentText } from "@/lib/text/moment";
import { syncText } from "@/lib/text/sync";
import { toDo } from "@/lib/text/to-do";
import { TodoCard } from "./todo-card";

const icons: Record<SyncState["connection"], LucideIcon> = {
  unknown: Cloud,
  online: Cloud,
  offline: CloudOff,
  captivePortal: Wifi,
  signInNeeded: LogIn,
  busy: Cloud,
  fault: Cloud,
  outdated: Cloud,
  awaitingApproval: Hourglass,
  joinRefused: Hourglass,
};

/** Where are my entries, and which of them need me. */
export const SyncScreen = withPhone(Sync);

function Sync({ phone }: { readonly phone: Phone }) {
  const sync = useLive(phone.sync);
  const entries = useLive(phone.entries);
  const todo = entries.filter((entry) => entry.sync === "attention");
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col">
      <TopBar title={syncText.title} back={<BackButton label={appShell.back} fallback="/" />} />
      <main className="grid grid-cols-1 gap-3 px-4 pt-3 pb-8">
        <Connection phone={phone} sync={sync} />
        <Counters sync={sync} />
        <h2 className="mt-3 flex items-center gap-2.5 text-head">
          {todo.length > 0 && <TriangleAlert aria-hidden size={26} className="text-warn" />}
          {syncText.attention}
        </h2>
        {todo.length === 0 && <EmptyState title={syncText.nothing} />}
        {todo.map((entry) => (
          <TodoCard key={entry.id} phone={phone} entry={entry} />
        ))}
        <AskedList entries={entries} />
      </main>
    </div>
  );
}

/** What was given back to the leader as it is: gone from the tray by the author's step, not out of sight. */
function AskedList({ entries }: { readonly entries: readonly EntrySummary[] }) {
  const asked = entries.filter((entry) => entry.asked);
  if (asked.length === 0) return null;
  return (
    <section aria-labelledby="asked">
      <h2 id="asked" className="mt-3 mb-1.5 text-small font-semibold text-ink-2">
        {toDo.asked}
      </h2>
      <Card className="divide-y divide-line">
        {asked.map((entry) => (
          <Link key={entry.id} href={`/entry?id=${entry.id}`} className="block min-h-14 px-4 py-2.5">
            <b className="block font-semibold wrap-anywhere">{nameOfEntry(entry)}</b>
            <span className="block text-small text-ink-2">{entry.sync === "received" ? toDo.ask.sent : toDo.ask.unsent}</span>
          </Link>
        ))}
      </Card>
    </section>
  );
}

function Connection({ phone, sync }: { readonly phone: Phone; readonly sync: SyncState }) {
  const Icon = icons[sync.connection];
  return (
    <Card className="flex flex-wrap items-center gap-x-3 gap-y-1 py-3 pr-2 pl-4">
      <Icon aria-hidden size={28} className="flex-none text-ink-2" />
      <div role="status" className="min-w-0 flex-1 basis-40">
        <p className="font-semibold">{syncText.heading[sync.connection]}</p>
        <p className="text-ink-2">{syncText.sentence[sync.connection](sync.saved + sync.sending)}</p>
        {sync.elsewhere && <p className="text-small text-ink-2">{syncText.elsewhere}</p>}
        {sync.nextTryAt && <p className="text-small text-ink-2">{syncText.nextTry(formatTimeOfDay(sync.nextTryAt))}</p>}
        {sync.lastContactAt && <p className="text-small text-ink-2">{syncText.lastContact(momentText(sync.lastContactAt))}</p>}
      </div>
      {sync.connection === "signInNeeded" ? (
        <LinkButton href="/sign-in" look="quiet">{syncText.signIn}</LinkButton>
      ) : sync.connection === "joinRefused" ? (
        <Button look="quiet" onClick={() => void phone.askAgain()}>
          {syncText.askAgain}
        </Button>
      ) : (
        <Button look="quiet" onClick={() => phone.wake()}>
          {syncText.tryNow}
        </Button>
      )}
    </Card>
  );
}

function Counters({ sync }: { readonly sync: SyncState }) {
  return (
    <Card>
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(4.75rem,50%),1fr))] divide-x divide-line">
        {(["saved", "sending", "received", "attention"] as const).map((state) => (
          <div key={state} className={`flex flex-col-reverse justify-end px-1 py-2.5 text-center ${state === "attention" && sync.attention > 0 ? "text-warn" : ""}`}>
            <dt className="text-small font-medium">{syncText.counters[state]}</dt>
            <dd className="text-title">{sync[state]}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
