"use client";
import { Copy, Printer } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { accountText } from "@/lib/text/account";
import "./account.css";

type Props = { readonly codes: readonly string[]; readonly login?: string | undefined; readonly onDone: () => void };

/** The only time the recovery codes are seen. On paper stands nothing but them. */
export function RecoveryCodes({ codes, login, onDone }: Props) {
  const [said, setSaid] = useState("");
  const text = accountText.recovery;
  const copy = () =>
    navigator.clipboard.writeText(codes.join("\n")).then(
      () => setSaid(text.copied),
      () => setSaid(text.copyFailed),
    );
  return (
    <div className="grid gap-4">
      <h2 className="text-head">{text.title}</h2>
      <p role="alert" className="font-medium text-warn">
        {text.once}
      </p>
      <div className="recovery-codes">
        {login && <p className="recovery-owner">{text.of(login)}</p>}
        <ol aria-label={text.list}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button look="second" icon={Printer} onClick={() => window.print()}>
          {text.print}
        </Button>
        <Button look="second" icon={Copy} onClick={() => void copy()}>
          {text.copy}
        </Button>
      </div>
      <p role="status" className="text-small text-ink-2">
        {said}
      </p>
      <Button onClick={onDone}>{text.done}</Button>
    </div>
  );
}
