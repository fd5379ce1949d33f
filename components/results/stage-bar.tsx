import type { Stage } from "@/lib/domain/report/indicator";
import { formatCount } from "@/lib/text/moment";

/** Outline: recorded. Half: confirmed. Solid: counts with its evidence. */
export const stageLooks: Record<Stage, string> = {
  recorded: "border-2 border-brand bg-brand-soft",
  confirmed: "border-2 border-brand bg-[#6a93c8] dark:bg-[#4c78ae] sunlight:bg-[repeating-linear-gradient(135deg,#000_0_2px,#fff_2px_6px)]",
  matched: "border-2 border-brand bg-brand sunlight:border-black sunlight:bg-black",
};

/** One of the honest numbers as a bar on a common scale; the number beside it says the same. */
export function StageBar({ name, look, count, scale }: { readonly name: string; readonly look: Stage; readonly count: number; readonly scale: number }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      <dt className="min-w-20 flex-none">{name}</dt>
      <dd className="flex min-w-0 flex-1 basis-28 items-center gap-3">
        <span aria-hidden className="min-w-0 flex-1">
          <span className={`block h-5 rounded-md ${stageLooks[look]}`} style={{ width: `${count === 0 ? 0 : Math.max(4, (100 * count) / scale)}%` }} hidden={count === 0} />
        </span>
        <b className="min-w-10 text-right text-head tabular-nums">{formatCount(count)}</b>
      </dd>
    </div>
  );
}
