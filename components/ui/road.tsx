import { Check } from "lucide-react";

export type RoadStep = { readonly label: string; readonly done: boolean; readonly detail?: string | undefined };

/** Where something is on its way, as a row of stations; a list where letters are big. */
export function Road({ steps }: { readonly steps: readonly RoadStep[] }) {
  return (
    <div className="@container">
      <ol className="grid auto-cols-fr gap-2 @[16rem]:grid-flow-col @[16rem]:gap-0">
        {steps.map(({ label, done, detail }, index) => (
          <li
            key={label}
            aria-current={done && !steps[index + 1]?.done ? "step" : undefined}
            className={`relative flex items-center gap-2 text-caption font-medium @[16rem]:block @[16rem]:px-0.5 @[16rem]:text-center ${done ? "text-ink" : "text-ink-2"}`}
          >
            {index > 0 && <span aria-hidden className={`absolute top-3 right-1/2 hidden h-0.5 w-full @[16rem]:block ${done ? "bg-brand" : "bg-control"}`} />}
            <span
              aria-hidden
              className={`relative z-1 grid size-6.5 flex-none place-items-center rounded-full border-2 @[16rem]:mx-auto @[16rem]:mb-1.5 ${done ? "border-brand bg-brand text-on-brand" : "border-control bg-surface text-transparent"}`}
            >
              <Check size={16} strokeWidth={3} />
            </span>
            {label}
            {detail && <span className="font-normal text-ink-2 @[16rem]:block">{detail}</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}
