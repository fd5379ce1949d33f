type Props = { readonly label: string; readonly values: readonly string[]; readonly chosen: string; readonly onChoose: (value: string) => void };

/** What was used before, one tap away; nothing where there is nothing to offer. */
export function Suggestions({ label, values, chosen, onChoose }: Props) {
  if (values.length === 0) return null;
  return (
    <div role="group" aria-label={label} className="mt-2 flex flex-wrap gap-2">
      {values.map((value) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === chosen}
          onClick={() => onChoose(value)}
          className="min-h-12 max-w-full rounded-full border-[1.5px] border-control bg-surface px-4 text-left font-medium active:bg-sunken aria-pressed:border-2 aria-pressed:border-brand aria-pressed:text-brand"
        >
          {value}
        </button>
      ))}
    </div>
  );
}
