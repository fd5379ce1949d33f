import type { AreaProgress } from "@/lib/domain/household/progress";
import { areasText } from "@/lib/text/households";
import { formatCount } from "@/lib/text/moment";

/** How far a hamlet is; the words beside it say the same. */
export function ProgressBar({ done, total }: Pick<AreaProgress, "done" | "total">) {
  const share = total === 0 ? 0 : Math.min(100, (100 * done) / total);
  return (
    <span
      role="img"
      aria-label={areasText.progress(formatCount(done), formatCount(total))}
      className="block h-2.5 min-w-16 flex-1 overflow-hidden rounded-full bg-sunken sunlight:outline-2 sunlight:-outline-offset-2 sunlight:outline-ink"
    >
      <span className="block h-full rounded-full bg-brand" style={{ width: `${share}%` }} />
    </span>
  );
}
