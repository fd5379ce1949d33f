"use client";
import { useRouter } from "next/navigation";
import type { OwnSession } from "@/lib/protocol/account";
import { accountText } from "@/lib/text/account";
import { SessionList } from "./session-list";

export function SessionsPanel({ sessions }: { readonly sessions: readonly OwnSession[] }) {
  const router = useRouter();
  return (
    <section aria-labelledby="sessions" className="desk-panel">
      <h2 id="sessions" className="desk-head">{accountText.sessions.title}</h2>
      <p className="desk-body text-ink-2">{accountText.sessions.about}</p>
      <SessionList sessions={sessions} onChanged={() => router.refresh()} />
    </section>
  );
}
