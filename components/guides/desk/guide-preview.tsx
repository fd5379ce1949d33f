"use client";
import { useDeferredValue, useMemo } from "react";
import { parseGuide } from "@/lib/domain/guide/parse-guide";
import { deskGuides } from "@/lib/text/desk-guides";
import { GuideBlocks } from "../guide-blocks";

/** The same blocks as on a phone, as wide as a phone. */
export function GuidePreview({ title, markdown }: { readonly title: string; readonly markdown: string }) {
  const shown = useDeferredValue(markdown);
  const blocks = useMemo(() => parseGuide(shown), [shown]);
  return (
    <section aria-label={deskGuides.preview} tabIndex={0} className="guide-preview">
      <p aria-hidden className="desk-caption mb-2 text-ink-2">{deskGuides.preview}</p>
      <h2 className="mb-4 text-display text-balance">{title}</h2>
      <GuideBlocks blocks={blocks} />
    </section>
  );
}
