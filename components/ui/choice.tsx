import { Check, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type ChoiceProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly icon?: LucideIcon;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly name?: string;
  /** What a chosen row asks besides, in place. */
  readonly children?: ReactNode;
};

/** A big row that is on or off, with its own questions inside once it is on. */
export function ChoiceRow({ label, hint, icon: Icon, checked, onChange, name, children }: ChoiceProps) {
  return (
    <div className={`overflow-hidden rounded-card bg-surface ${checked ? "border-2 border-brand" : "border-[1.5px] border-line"}`}>
      <label className="flex min-h-15 cursor-pointer items-center gap-3.5 px-3.5 py-2 has-focus-visible:outline-3 has-focus-visible:-outline-offset-3 has-focus-visible:outline-brand">
        {Icon && <Icon aria-hidden size={24} className={`flex-none ${checked ? "text-brand" : "text-ink-2"}`} />}
        <span className="min-w-0 flex-1 font-semibold">
          {label}
          {hint && <small className="block text-small font-normal text-ink-2">{hint}</small>}
        </span>
        <input type="checkbox" name={name} checked={checked} onChange={(event) => onChange(event.target.checked)} className="peer sr-only" />
        <span
          aria-hidden
          className={`grid size-7 flex-none place-items-center rounded-[9px] border-2 ${checked ? "border-brand bg-brand text-on-brand" : "border-control text-transparent"}`}
        >
          <Check size={20} strokeWidth={3} />
        </span>
      </label>
      {checked && children ? <div className="grid gap-3 px-3.5 pt-0.5 pb-3.5">{children}</div> : null}
    </div>
  );
}

type OptionsProps<Value extends string> = {
  readonly legend: string;
  readonly value: Value | undefined;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly icon?: LucideIcon }[];
  readonly onChange: (value: Value) => void;
  readonly error?: string | undefined;
  readonly name: string;
};

/** One of a few, as tiles that a thumb can hit. The mark of the chosen one sits on its corner: no word moves for it. */
export function Options<Value extends string>({ legend, value, options, onChange, error, name }: OptionsProps<Value>) {
  return (
    <fieldset aria-describedby={error ? `${name}-says` : undefined}>
      <legend className="mb-1 text-small font-semibold text-ink-2">{legend}</legend>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(8.5rem,100%),1fr))] gap-2">
        {options.map(({ value: option, label, icon: Icon }) => {
          const on = option === value;
          return (
            <label
              key={option}
              className={`relative flex min-h-13 cursor-pointer items-center gap-2.5 rounded-field px-3 py-1.5 font-semibold has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand ${on ? "border-2 border-brand bg-brand-soft text-brand sunlight:bg-brand sunlight:text-on-brand" : "border-[1.5px] border-control bg-surface"}`}
            >
              <input type="radio" name={name} checked={on} onChange={() => onChange(option)} className="sr-only" />
              {Icon && <Icon aria-hidden size={20} className="flex-none" />}
              <span className="min-w-0 flex-1">{label}</span>
              {on && (
                <span aria-hidden className="absolute -top-2 -right-1 grid size-5.5 place-items-center rounded-full bg-brand text-on-brand ring-2 ring-surface">
                  <Check size={14} strokeWidth={3.5} />
                </span>
              )}
            </label>
          );
        })}
      </div>
      {error && (
        <p id={`${name}-says`} className="mt-1.5 text-small text-bad">
          {error}
        </p>
      )}
    </fieldset>
  );
}

/** A setting that is on or off, said in one line. */
export function SwitchRow({ label, checked, onChange }: { readonly label: string; readonly checked: boolean; readonly onChange: (checked: boolean) => void }) {
  return (
    <label className="flex min-h-12 cursor-pointer items-center gap-3 font-medium has-focus-visible:outline-3 has-focus-visible:outline-brand">
      <span className="flex-1">{label}</span>
      <input type="checkbox" role="switch" checked={checked} onChange={(event) => onChange(event.target.checked)} className="sr-only" />
      <span aria-hidden className={`flex h-8 w-13 items-center rounded-full p-1 ${checked ? "justify-end bg-brand" : "bg-sunken outline-2 -outline-offset-2 outline-control"}`}>
        <span className={`grid size-6 place-items-center rounded-full ${checked ? "bg-on-brand text-brand" : "bg-control text-transparent"}`}>
          <Check size={16} strokeWidth={3} />
        </span>
      </span>
    </label>
  );
}
