import type { GuideBlock, GuideStep } from "@/lib/domain/guide/parse-guide";

type Part = Exclude<GuideBlock, GuideStep> | { readonly kind: "steps"; readonly steps: readonly GuideStep[] };

/** Steps that follow each other become one list; a sequence that begins anew is a list of its own. */
export function groupBlocks(blocks: readonly GuideBlock[]): Part[] {
  const parts: Part[] = [];
  for (const block of blocks) {
    const last = parts.at(-1);
    if (block.kind !== "step") parts.push(block);
    else if (last?.kind === "steps" && block.number > 1) parts[parts.length - 1] = { kind: "steps", steps: [...last.steps, block] };
    else parts.push({ kind: "steps", steps: [block] });
  }
  return parts;
}

/** How many steps a guide has; where it shows several ways, of the longest one. */
export function countSteps(blocks: readonly GuideBlock[]): number {
  return Math.max(0, ...blocks.map((block) => (block.kind === "step" ? block.of : 0)));
}
