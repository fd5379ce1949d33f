"use client";

import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { phoneTexts as texts } from "@/lib/text/phones";

/** Who has something unsent, ready to be pasted into the team's Zalo group. */
export function Reminder({ text }: { readonly text: string }) {
  const [state, setState] = useState<"copied" | "notCopied">();
  const copy = () => void navigator.clipboard.writeText(text).then(() => setState("copied"), () => setState("notCopied"));
  return (
    <section aria-labelledby="reminder" className="desk-panel fleet-reminder">
      <h2 id="reminder" className="desk-head">{texts.remind}</h2>
      <textarea readOnly aria-labelledby="reminder" value={text} rows={Math.min(10, text.split("\n").length)} />
      <div className="fleet-buttons">
        <DenseButton look="main" onClick={copy}>{texts.copy}</DenseButton>
        <p role="status" className="desk-dense text-ink-2">{state && texts[state]}</p>
      </div>
    </section>
  );
}
