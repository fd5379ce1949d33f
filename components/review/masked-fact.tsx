"use client";

import { useEffect, useState } from "react";
import type { RevealableField } from "@/lib/protocol/reveal";
import { reviewDetail } from "@/lib/text/desk-review";
import { reveal } from "./reveal";

/**
 * A number that shows its last digits until somebody asks for the rest, which the server writes down.
 * Masked again when the entry or the window is left: the component is keyed by its entry.
 */
export function MaskedFact({
  entryId,
  field,
  label,
  masked,
  source,
}: {
  readonly entryId: string;
  readonly field: RevealableField;
  readonly label: string;
  readonly masked: string;
  readonly source?: string;
}) {
  const [state, setState] = useState<{ step: "masked" | "busy" | "failed" } | { step: "shown"; value: string }>({ step: "masked" });
  useEffect(() => {
    const hide = () => document.visibilityState === "hidden" && setState({ step: "masked" });
    document.addEventListener("visibilitychange", hide);
    return () => document.removeEventListener("visibilitychange", hide);
  }, []);

  const show = async () => {
    setState({ step: "busy" });
    const values = await reveal(entryId, field);
    const value = values?.[field];
    setState(value ? { step: "shown", value } : { step: "failed" });
  };
  const shown = state.step === "shown";
  return (
    <div>
      <dt>{label}</dt>
      <dd aria-live="polite">
        <span className="tabular-nums">{shown ? grouped(state.value) : masked}</span>
        {state.step === "failed" && <span className="block desk-caption text-warn">{reviewDetail.revealFailed}</span>}
      </dd>
      <dd className="review-source">
        {source}
        <button
          type="button"
          title={reviewDetail.revealLogged}
          disabled={state.step === "busy"}
          onClick={shown ? () => setState({ step: "masked" }) : show}
        >
          {shown ? reviewDetail.hide : state.step === "busy" ? reviewDetail.revealing : reviewDetail.reveal[field]}
        </button>
      </dd>
    </div>
  );
}

/** Groups of digits as people read them out: 0520 9500 1234; +84… becomes 0905 123 456. */
function grouped(value: string): string {
  if (value.startsWith("+84")) return `0${value.slice(3)}`.replace(/^(\d{4})(\d{3})(\d+)$/, "$1 $2 $3");
  return value.replace(/(\d{4})(?=\d)/g, "$1 ");
}
