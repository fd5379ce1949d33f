type Props<Filter extends string> = {
  readonly label: string;
  readonly names: Readonly<Record<Filter, string>>;
  readonly chosen: Filter;
  readonly onChoose: (filter: Filter) => void;
};

/** Ways to look at a list, in the order of their names, side by side above it. */
export function FilterChips<Filter extends string>({ label, names, chosen, onChoose }: Props<Filter>) {
  return (
    <div role="group" aria-label={label} className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1">
      {(Object.keys(names) as Filter[]).map((filter) => (
        <button
          key={filter}
          type="button"
          aria-pressed={filter === chosen}
          onClick={() => onChoose(filter)}
          className="min-h-12 flex-none rounded-full border-[1.5px] border-control bg-surface px-4 text-small font-semibold aria-pressed:border-brand aria-pressed:bg-brand aria-pressed:text-on-brand"
        >
          {names[filter]}
        </button>
      ))}
    </div>
  );
}
