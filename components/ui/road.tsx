import { Check } from "lucide-react";

export type RoadStep = { readonly label: string; readonly done: boolean; readonly detail?: string | undefined };

/** Where something is on its way, as a row of stations. */
export function Road({ steps }: { readonly steps: readonly RoadStep[] }) {
  return (
    <ol className="grid auto-cols-fr grid-flow-col">
      {steps.map(({ label, done, detail }, index) => (
        <li key={label} aria-current={done && !steps[index + 1]?.done ? "step" : undefined} className={`relative px-0.5 text-center text-caption font-medium ${done ? "text-ink" : "text-ink-2"}`}>
          {index > 0 && <span aria-hidden className={`absolute top-3 right-1/2 h-0.5 w-full ${done ? "bg-brand" : "bg-control"}`} />}
          <span aria-hidden className={`relative mx-auto mb-1.5 grid size-6.5 place-items-center rounded-full border-2 ${done ? "border-brand bg-brand text-on-brand" : "border-control bg-surface text-transparent"}`}>
            <Check size={16} strokeWidth={3} />
          </span>
          {label}
          {detail && <span className="block font-normal text-ink-2">{detail}</span>}
        </li>
      ))}
    </ol>
  );
}
