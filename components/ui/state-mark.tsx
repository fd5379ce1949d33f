import type { LucideIcon } from "lucide-react";

export type StateTone = "ok" | "warn" | "bad" | "brand" | "quiet";

const tones: Record<StateTone, string> = { ok: "text-ok", warn: "text-warn", bad: "text-bad", brand: "text-brand", quiet: "text-ink-2" };

/** A state on the phone: icon and word together, because colour never speaks alone. */
export function StateMark({ icon: Icon, tone, label, wraps = false }: { readonly icon: LucideIcon; readonly tone: StateTone; readonly label: string; readonly wraps?: boolean }) {
  return (
    <span className={`inline-flex items-center gap-1.5 text-small font-semibold ${wraps ? "" : "whitespace-nowrap"} ${tones[tone]}`}>
      <Icon aria-hidden size={18} className="flex-none" />
      {label}
    </span>
  );
}
