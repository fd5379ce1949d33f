"use client";
import { Minus, Plus, QrCode, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { problemAt } from "@/components/phone/form/problem-summary";
import type { EntryForm } from "@/components/phone/form/use-entry-form";
import { ScannerSheet } from "@/components/phone/scanner/scanner-sheet";
import { useWedgeScanner } from "@/components/phone/scanner/use-wedge-scanner";
import { Button, IconButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { controlClass, Field } from "@/components/ui/field";
import type { RefusalCode } from "@/lib/domain/refusal";
import { localDateOf } from "@/lib/domain/time/local-date";
import type { Phone } from "@/lib/phone/phone";
import { outreachEvent as text } from "@/lib/text/outreach-event";
import { refusals } from "@/lib/text/refusals";
import { stepped, withAttendant, type EventDraft } from "./event-draft";
import { countYouth, readAttendant } from "./scanned-cards";

type Props = { readonly form: EntryForm<EventDraft>; readonly phone: Phone };

/** How many attended, youth and others: by two counters, or by cards that are read and forgotten. */
export function AttendanceFields({ form, phone }: Props) {
  const [scanning, setScanning] = useState(false);
  const [wedgeProblem, setWedgeProblem] = useState<RefusalCode>();
  const { scanned, happenedAt } = form.draft;
  const progress = text.scanned(scanned.cards.length, countYouth(scanned));
  const take = async (read: string): Promise<RefusalCode | undefined> => {
    const card = await readAttendant(read, scanned, { today: localDateOf(phone.now()), eventDay: localDateOf(happenedAt) });
    if (!card.ok) return card.error;
    form.change((draft) => withAttendant(draft, card.value));
    return undefined;
  };
  // Who attended an entry that exists is not known any more: a card could count twice.
  useWedgeScanner((read) => void (!form.amending && take(read).then(setWedgeProblem)));
  return (
    <section aria-labelledby="attendance">
      <h2 id="attendance" className="mb-1 text-small font-semibold text-ink-2">
        {text.attendance}
      </h2>
      <Card className="grid gap-4 p-4">
        <Counter form={form} group="youth" />
        <Counter form={form} group="others" />
        {!form.amending && (
          <Button look="second" icon={QrCode} onClick={() => setScanning(true)}>
            {scanned.cards.length > 0 ? text.scanMore : text.scan}
          </Button>
        )}
        <p role="status" className="font-medium empty:hidden">
          {wedgeProblem ? refusals[wedgeProblem] : scanned.cards.length > 0 && progress}
        </p>
        <p className="flex gap-2 text-small text-ink-2">
          <ShieldCheck aria-hidden size={20} className="flex-none" />
          {text.nothingKept}
        </p>
      </Card>
      {scanning && (
        <ScannerSheet mode="card" progress={progress} onText={take} onClose={() => setScanning(false)} onType={() => setScanning(false)} />
      )}
    </section>
  );
}

/** A number that a thumb can step and a keyboard can type. */
function Counter({ form, group }: { readonly form: EntryForm<EventDraft>; readonly group: "youth" | "others" }) {
  const error = problemAt(form.problems, `attendance.${group}`);
  const step = (by: number) => form.change((draft) => ({ [group]: stepped(draft[group], by) }));
  const look = "h-14! w-[min(3.5rem,22%)]! border-[1.5px] border-control bg-surface active:bg-sunken";
  return (
    <Field label={text[group]} error={error}>
      {(wiring) => (
        <div className="flex gap-2">
          <IconButton icon={Minus} label={text.less(text[group])} onClick={() => step(-1)} className={look} />
          <input
            {...wiring}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            placeholder="0"
            data-field={`attendance.${group}`}
            value={form.draft[group]}
            onChange={(event) => form.change({ [group]: event.target.value })}
            className={`${controlClass(error)} min-w-0 text-center text-title!`}
          />
          <IconButton icon={Plus} label={text.more(text[group])} onClick={() => step(1)} className={look} />
        </div>
      )}
    </Field>
  );
}
