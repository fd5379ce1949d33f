"use client";
import { Button } from "@/components/ui/button";
import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";
import type { Phone } from "@/lib/phone/phone";
import { toDo } from "@/lib/text/to-do";
import { useSaving } from "./use-saving";

/** What was decided against leaves the tray when its author says so; nothing is sent. */
export function DecisionSeen({ phone, entry }: { readonly phone: Phone; readonly entry: EntrySummary }) {
  const { problem, run } = useSaving();
  if (entry.attention?.kind !== "decidedAgainst") return null;
  return (
    <>
      <Button onClick={() => void run(() => phone.noticeDecision(entry.id))}>{toDo.seen}</Button>
      {problem && <p role="alert" className="font-medium text-bad">{problem}</p>}
    </>
  );
}
