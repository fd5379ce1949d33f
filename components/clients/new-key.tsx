"use client";

import { useEffect, useRef, useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { clientTexts } from "@/lib/text/desk-clients";

type Props = { readonly name: string; readonly value: string; readonly onDone: () => void };

/** A key, the only time it is seen. */
export function NewKey({ name, value, onDone }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState("");
  useEffect(() => field.current?.select(), []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setSaid(clientTexts.copied);
    } catch {
      field.current?.select();
      setSaid(clientTexts.copyFailed);
    }
  };
  return (
    <div className="client-key">
      <p className="desk-body font-semibold">{clientTexts.keyTitle(name)}</p>
      <p role="alert" className="desk-dense text-warn">{clientTexts.keyOnce}</p>
      <input ref={field} type="text" readOnly aria-label={clientTexts.keyLabel} value={value} spellCheck={false} />
      <div className="flex flex-wrap gap-2">
        <DenseButton look="main" onClick={() => void copy()}>{clientTexts.copy}</DenseButton>
        <DenseButton onClick={onDone}>{clientTexts.done}</DenseButton>
      </div>
      <p role="status" className="desk-dense text-ink-2">{said}</p>
    </div>
  );
}
