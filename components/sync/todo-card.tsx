"use client";
import Link from "next/link";
import { AttentionNote } from "@/components/phone/attention-note";
import { nameOfEntry } from "@/components/phone/entry-name";
import { repairLink } from "@/components/phone/repair-link";
import { useEntry } from "@/components/phone/use-entry";
import { WithdrawButton } from "@/components/phone/withdraw-button";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { EntrySummary, Phone } from "@/lib/phone/phone";
import { momentText } from "@/lib/text/moment";
import { syncText } from "@/lib/text/sync";

/** One thing to do: why, the way to the very field, and the honest ways out. It never leaves by itself. */
export function TodoCard({ phone, entry }: { readonly phone: Phone; readonly entry: EntrySummary }) {
  const detail = useEntry(phone, entry.id);
  const { href, label } = repairLink(entry);
  return (
    <Card className="grid gap-2.5 p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="font-semibold">{nameOfEntry(entry)}</h3>
        <span className="text-small text-ink-2">{momentText(entry.happenedAt)}</span>
      </div>
      {entry.attention && <AttentionNote attention={entry.attention} />}
      <div className="flex flex-wrap items-center gap-2">
        {detail?.mayAmend && (
          <Link href={href} className={`${buttonClass()} w-full`}>
            {label}
          </Link>
        )}
        <Link href={`/entry?id=${entry.id}`} className={buttonClass("quiet")}>
          {syncText.open}
        </Link>
        {detail?.mayWithdraw && <WithdrawButton phone={phone} entryId={entry.id} />}
      </div>
    </Card>
  );
}
