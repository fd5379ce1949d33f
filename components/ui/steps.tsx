/** How far one is in a form of a few steps. */
export function Steps({ label, total, current }: { readonly label: string; readonly total: number; readonly current: number }) {
  return (
    <div role="progressbar" aria-label={label} aria-valuemin={1} aria-valuemax={total} aria-valuenow={current} className="flex gap-1.5 bg-surface px-4 pt-0.5 pb-3">
      {Array.from({ length: total }, (_, index) => (
        <span key={index} className={`h-1.5 flex-1 rounded-full sunlight:outline-2 sunlight:outline-ink ${index < current ? "bg-brand" : "bg-sunken"}`} />
      ))}
    </div>
  );
}
