import { useId, type ReactNode } from "react";

type Wiring = { readonly id: string; readonly "aria-describedby": string | undefined; readonly "aria-invalid": true | undefined };
type Props = { readonly label: string; readonly hint?: string | undefined; readonly error?: string | undefined; readonly children: (wiring: Wiring) => ReactNode };

/** A label, a control of the desk and the sentence about it. */
export function DeskField({ label, hint, error, children }: Props) {
  const id = useId();
  const says = error ?? hint;
  return (
    <div className="people-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, "aria-describedby": says ? `${id}-says` : undefined, "aria-invalid": error ? true : undefined })}
      {says && <p id={`${id}-says`} className={error ? "text-bad" : "text-ink-2"}>{says}</p>}
    </div>
  );
}
