import { Info } from "lucide-react";
import { Card } from "@/components/ui/card";
import type { GuideBlock, GuideStep, Line } from "@/lib/domain/guide/parse-guide";
import { guidesText } from "@/lib/text/guides";
import { Drawing } from "./drawings/drawing";
import { groupBlocks } from "./group-blocks";

/** A guide as one reads it with a citizen beside: big type, one step to a card. Phone and desk show the same. */
export function GuideBlocks({ blocks }: { readonly blocks: readonly GuideBlock[] }) {
  return (
    <div className="grid grid-cols-1 gap-4 text-[1.125rem]/[1.75rem]">
      {groupBlocks(blocks).map((part, index) => (part.kind === "steps" ? <Steps key={index} steps={part.steps} /> : <Block key={index} block={part} />))}
    </div>
  );
}

function Steps({ steps }: { readonly steps: readonly GuideStep[] }) {
  return (
    <ol className="grid grid-cols-1 gap-4">
      {steps.map((step) => (
        <li key={step.number}>
          <Card className="overflow-hidden">
            {step.drawing && <Drawing name={step.drawing} className="h-28 w-full bg-sunken py-3 sunlight:border-b-2 sunlight:border-ink" />}
            <div className="grid gap-2 px-4 pt-3 pb-4">
              <p className="text-small font-semibold text-brand">{guidesText.step(step.number, step.of)}</p>
              <p className="text-[1.25rem]/[1.875rem]">
                <Words line={step.text} />
              </p>
              {step.note && <Note line={step.note} />}
            </div>
          </Card>
        </li>
      ))}
    </ol>
  );
}

function Block({ block }: { readonly block: Exclude<GuideBlock, GuideStep> }) {
  if (block.kind === "drawing") return <Drawing name={block.name} className="h-32 w-full" />;
  if (block.kind === "note") return <Note line={block.text} />;
  if (block.kind === "heading") return <h3 className="mt-2 text-title"><Words line={block.text} /></h3>;
  if (block.kind === "paragraph") return <p><Words line={block.text} /></p>;
  return (
    <ul className="grid list-disc gap-2 pl-6 marker:text-brand">
      {block.items.map((item, index) => (
        <li key={index}>
          <Words line={item} />
        </li>
      ))}
    </ul>
  );
}

function Note({ line }: { readonly line: Line }) {
  return (
    <p className="flex gap-2.5 rounded-field bg-brand-soft px-3.5 py-2.5 sunlight:border-2 sunlight:border-ink">
      <Info aria-hidden size={22} className="mt-0.5 flex-none text-brand" />
      <span className="min-w-0">
        <Words line={line} />
      </span>
    </p>
  );
}

function Words({ line }: { readonly line: Line }) {
  return line.map(({ text, bold }, index) => (bold ? <strong key={index} className="font-bold">{text}</strong> : text));
}
