import { Check, TriangleAlert } from "lucide-react";
import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes } from "react";

export type FieldState = {
  /** Why this can't stay; the field is named in the summary too. */
  readonly error?: string | undefined;
  /** Worth asking about; one may go on. */
  readonly warning?: string | undefined;
  /** What was found to be right. */
  readonly fine?: string | undefined;
  readonly hint?: string | undefined;
};

type Wiring = { readonly id: string; readonly "aria-describedby": string | undefined; readonly "aria-invalid": true | undefined };

/** A label, a control and the sentence about it, tied together for screen readers. */
export function Field({
  label,
  mark,
  error,
  warning,
  fine,
  hint,
  children,
}: FieldState & { readonly label: string; readonly mark?: ReactNode; readonly children: (wiring: Wiring) => ReactNode }) {
  const id = useId();
  const sentence = error ?? warning ?? fine ?? hint;
  return (
    <div>
      <div className="mb-1 flex items-center justify-between gap-2 text-small font-semibold text-ink-2">
        <label htmlFor={id}>{label}</label>
        {mark}
      </div>
      {children({ id, "aria-describedby": sentence ? `${id}-says` : undefined, "aria-invalid": error ? true : undefined })}
      {sentence && (
        <p id={`${id}-says`} className={`mt-1.5 flex gap-1.5 text-small ${error ? "text-bad" : warning ? "text-warn" : fine ? "text-ok" : "text-ink-2"}`}>
          {(error ?? warning) ? <TriangleAlert aria-hidden size={18} className="mt-px flex-none" /> : null}
          {!error && !warning && fine ? <Check aria-hidden size={18} className="mt-px flex-none" /> : null}
          <span>{sentence}</span>
        </p>
      )}
    </div>
  );
}

/** Look of anything one types into or chooses from. */
export function controlClass(error?: string): string {
  return `min-h-13 w-full rounded-field bg-surface px-3.5 text-body font-medium text-ink ${error ? "border-2 border-bad" : "border-[1.5px] border-control"}`;
}

type TextProps = FieldState & Omit<InputHTMLAttributes<HTMLInputElement>, "id"> & { readonly label: string; readonly mark?: ReactNode; readonly beside?: ReactNode };

/** One line of text. `beside` is an action inside the field's row, such as scanning. */
export function TextField({ label, mark, error, warning, fine, hint, beside, className = "", ...rest }: TextProps) {
  return (
    <Field {...{ label, mark, error, warning, fine, hint }}>
      {(wiring) => (
        <div className="flex gap-2">
          <input type="text" autoComplete="off" {...rest} {...wiring} className={`${controlClass(error)} ${className}`} />
          {beside}
        </div>
      )}
    </Field>
  );
}

type SelectProps = FieldState & Omit<SelectHTMLAttributes<HTMLSelectElement>, "id"> & { readonly label: string };

export function SelectField({ label, error, warning, fine, hint, children, ...rest }: SelectProps) {
  return (
    <Field {...{ label, error, warning, fine, hint }}>
      {(wiring) => (
        <select {...rest} {...wiring} className={controlClass(error)}>
          {children}
        </select>
      )}
    </Field>
  );
}
