import { TriangleAlert } from "lucide-react";

export type TallyBlock = "filled" | "outlined" | "attention";

const most = 12;

/**
 * One block for each thing done: filled, outlined, or marked for attention. Past twelve it becomes one bar
 * with three lengths. The words beside it say the same, so screen readers skip it.
 */
export function Tally({ blocks }: { readonly blocks: readonly TallyBlock[] }) {
  if (blocks.length > most) return <TallyBar blocks={blocks} />;
  return (
    <div aria-hidden className="mt-1.5 flex gap-1.5">
      {blocks.map((block, index) => (
        <span key={index} className={`grid h-5.5 max-w-10.5 flex-1 place-items-center rounded-md border-2 transition-colors duration-[220ms] ${blockClass[block]}`}>
          {block === "attention" && <TriangleAlert size={14} strokeWidth={2.5} />}
        </span>
      ))}
    </div>
  );
}

export const blockClass: Record<TallyBlock, string> = {
  filled: "border-hero-mark bg-hero-mark",
  outlined: "border-hero-mark",
  attention: "border-hero-flag bg-hero-flag text-on-star sunlight:border-ink",
};

function TallyBar({ blocks }: { readonly blocks: readonly TallyBlock[] }) {
  return (
    <div aria-hidden className="mt-1.5 flex h-5.5 gap-1">
      {(["filled", "attention", "outlined"] as const).map((kind) => {
        const count = blocks.filter((block) => block === kind).length;
        return count > 0 ? <span key={kind} style={{ flexGrow: count }} className={`min-w-3 rounded-md border-2 ${blockClass[kind]}`} /> : null;
      })}
    </div>
  );
}
