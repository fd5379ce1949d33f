import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type Props = { readonly icon: LucideIcon; readonly tone?: "warn" | "brand"; readonly children: ReactNode; readonly action?: ReactNode };

/** A sentence that matters now, with at most one way to act. One at a time on a screen. */
export function Banner({ icon: Icon, tone = "warn", children, action }: Props) {
  const look = tone === "warn" ? "border-warn-line bg-warn-soft" : "border-brand bg-brand-soft";
  return (
    <div role="status" className={`flex flex-wrap items-center gap-x-3 gap-y-1 rounded-card border px-3.5 py-2.5 sunlight:border-2 ${look}`}>
      <Icon aria-hidden size={22} className={`flex-none ${tone === "warn" ? "text-warn" : "text-brand"}`} />
      <div className="min-w-0 flex-1 basis-48">{children}</div>
      {action}
    </div>
  );
}
