"use client";

import { useEffect, useState } from "react";
import type { RulePreview } from "@/lib/protocol/rules";
import { ruleTexts } from "@/lib/text/desk-rules";
import { formatCount } from "@/lib/text/moment";

/** How far it may be, by what the preview took: it never claims to be done before it is. */
export function ApplyProgress({ preview: { consideredCount, milliseconds } }: { readonly preview: RulePreview }) {
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    const began = performance.now();
    const timer = setInterval(() => setElapsed(performance.now() - began), 200);
    return () => clearInterval(timer);
  }, []);
  const text = ruleTexts.applying(formatCount(consideredCount), Math.max(1, Math.round(milliseconds / 1000)));
  return (
    <div className="rule-progress">
      <p role="status" className="desk-dense">{text}</p>
      <progress aria-label={text} max={100} value={Math.min(95, (100 * elapsed) / Math.max(milliseconds, 1))} />
    </div>
  );
}
