/** What to do, one after the other; the numbers are big enough to be found again. */
export function NumberedSteps({ steps }: { readonly steps: readonly string[] }) {
  return (
    <ol className="grid gap-2">
      {steps.map((step, index) => (
        <li key={step} className="flex items-start gap-3">
          <span aria-hidden className="grid size-8 flex-none place-items-center rounded-full bg-brand-soft font-bold text-brand sunlight:border-2 sunlight:border-brand">
            {index + 1}
          </span>
          <span className="pt-1">{step}</span>
        </li>
      ))}
    </ol>
  );
}
