"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { memberKinds } from "@/lib/domain/shift/member-kind";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { sendChange } from "@/lib/protocol/send-change";
import { RateAnswer, RateChange } from "@/lib/protocol/shifts";
import { deskAllowance as text, memberKindNames } from "@/lib/text/desk-shifts";
import { refusals } from "@/lib/text/refusals";
import { post } from "./post";

/** Sets what a shift is worth for one kind of member, from a day on. */
export function RateForm({ unit, today }: { readonly unit: { readonly id: string; readonly name: string }; readonly today: LocalDate }) {
  const router = useRouter();
  const [memberKind, setMemberKind] = useState<string>(memberKinds[0]);
  const [amount, setAmount] = useState("");
  const [validFrom, setValidFrom] = useState<string>(`${today.slice(0, 7)}-01`);
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<{ readonly text: string; readonly trouble: boolean }>();

  const set = async (event: React.FormEvent) => {
    event.preventDefault();
    const digits = amount.replace(/[.\s]/g, "");
    const change = RateChange.safeParse({ unitId: unit.id, memberKind, amount: /^\d+$/.test(digits) ? Number(digits) : undefined, validFrom });
    if (!change.success) return setNotice({ text: text.amountMissing, trouble: true });
    setBusy(true);
    const done = await sendChange(post, "/api/shifts/rates", change.data, RateAnswer);
    setBusy(false);
    if (!done.ok) return setNotice({ text: done.error.code ? refusals[done.error.code] : text.unreachable, trouble: true });
    setNotice({ text: text.wasSet, trouble: false });
    setAmount("");
    router.refresh();
  };

  return (
    <form noValidate aria-label={text.setRate(unit.name)} onSubmit={(event) => void set(event)} className="shift-rate border-t border-line pt-3!">
      <p className="desk-dense w-full font-semibold">{text.setRate(unit.name)}</p>
      <label className="shift-field">
        {text.kind}
        <select value={memberKind} onChange={(event) => setMemberKind(event.target.value)}>
          {memberKinds.map((kind) => <option key={kind} value={kind}>{memberKindNames[kind]}</option>)}
        </select>
      </label>
      <label className="shift-field">{text.amount}<input inputMode="numeric" value={amount} onChange={(event) => setAmount(event.target.value)} /></label>
      <label className="shift-field">{text.from}<input type="date" value={validFrom} onChange={(event) => setValidFrom(event.target.value)} /></label>
      <DenseButton type="submit" look="main" disabled={busy}>{busy ? text.setting : text.set}</DenseButton>
      <p role="status" className={`desk-dense self-center ${notice?.trouble ? "text-bad" : "text-ok"}`}>{notice?.text}</p>
    </form>
  );
}
