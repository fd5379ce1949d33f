import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export type Tone = "ok" | "warn" | "bad" | "brand" | "quiet" | "faint";

const tones: Record<Tone, string> = {
  ok: "text-ok",
  warn: "text-warn",
  bad: "text-bad",
  brand: "text-brand",
  quiet: "text-ink-2",
  faint: "text-ink-3",
};

/** A state: icon and word together, because colour never speaks alone. */
export function Mark({ icon: Icon, tone, children }: { readonly icon: LucideIcon; readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className={`inline-flex items-center gap-1 text-xs/4 font-semibold ${tones[tone]}`}>
      <Icon aria-hidden size={14} strokeWidth={2} className="flex-none" />
      {children}
    </span>
  );
}
