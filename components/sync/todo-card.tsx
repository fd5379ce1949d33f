"use client";
import { AskLeader } from "@/components/phone/ask-leader";
import { AttentionNote } from "@/components/phone/attention-note";
import { AttentionProof } from "@/components/phone/attention-proof";
import { DecisionSeen } from "@/components/phone/decision-seen";
import { nameOfEntry } from "@/components/phone/entry-name";
import { ProposedCodes } from "@/components/phone/proposed-codes";
import { repairLink } from "@/components/phone/repair-link";
import { useEntry } from "@/components/phone/use-entry";
import { WithdrawButton } from "@/components/phone/withdraw-button";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";
import type { Phone } from "@/lib/phone/phone";
import { momentText } from "@/lib/text/moment";
import { toDo } from "@/lib/text/to-do";

/** One thing to do: why, the proof, the way to the very field, and the honest ways out. It never leaves by itself. */
export function TodoCard({ phone, entry }: { readonly phone: Phone; readonly entry: EntrySummary }) {
  const detail = useEntry(phone, entry.id);
  const address = `/entry?id=${entry.id}`;
  const asksOnlyCode = entry.attention?.kind === "proposedCode";
  const repair = asksOnlyCode ? undefined : entry.attention?.kind === "conflict" ? { href: address, label: toDo.compare } : detail?.mayAmend ? repairLink(entry) : undefined;
  return (
    <Card className="grid grid-cols-1 gap-2.5 p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="min-w-0 font-semibold wrap-anywhere">{nameOfEntry(entry)}</h3>
        <span className="text-small text-ink-2">{momentText(entry.happenedAt)}</span>
      </div>
      {entry.attention && <AttentionNote attention={entry.attention} />}
      {detail && <AttentionProof detail={detail} />}
      {detail && <ProposedCodes phone={phone} detail={detail} main={asksOnlyCode} />}
      <DecisionSeen phone={phone} entry={entry} />
      <div className="flex flex-wrap items-center gap-2">
        {repair && (
          <LinkButton href={repair.href} look="main" className="w-full">{repair.label}</LinkButton>
        )}
        {detail?.mayAnswer && <AskLeader phone={phone} entryId={entry.id} />}
        {repair?.href !== address && (
          <LinkButton href={address} look="quiet">{toDo.open}</LinkButton>
        )}
        {detail?.mayWithdraw && <WithdrawButton phone={phone} entryId={entry.id} />}
      </div>
    </Card>
  );
}
