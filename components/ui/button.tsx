import type { LucideIcon } from "lucide-react";
import type { ButtonHTMLAttributes } from "react";

export type ButtonLook = "main" | "second" | "quiet" | "danger";

const looks: Record<ButtonLook, string> = {
  main: "min-h-14 bg-brand px-5 text-[1.0625rem]/6 text-on-brand active:bg-brand-press",
  second: "min-h-13 border-[1.5px] border-control bg-surface px-4 text-ink active:bg-sunken",
  quiet: "min-h-12 px-3 text-brand active:bg-brand-soft",
  danger: "min-h-12 px-3 text-bad active:bg-bad-soft",
};

/** Look of a phone button, also for links that act like one. At most one `main` on a screen. */
export function buttonClass(look: ButtonLook = "main"): string {
  return `inline-flex items-center justify-center gap-2.5 rounded-field text-center font-semibold transition-colors duration-[120ms] ${looks[look]}`;
}

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly look?: ButtonLook;
  readonly icon?: LucideIcon;
  /** Shown instead of the label while something runs; the button keeps its place and does nothing. */
  readonly busyLabel?: string | undefined;
};

export function Button({ look = "main", icon: Icon, busyLabel, className = "", children, onClick, ...rest }: Props) {
  const busy = busyLabel !== undefined;
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={`${buttonClass(look)} ${className}`}
    >
      {Icon && <Icon aria-hidden size={22} className="flex-none" />}
      {busy ? busyLabel : children}
    </button>
  );
}

/** A symbol alone; its name is for those who do not see it. */
export function IconButton({ icon: Icon, label, className = "", ...rest }: Omit<Props, "look" | "busyLabel"> & { readonly icon: LucideIcon; readonly label: string }) {
  return (
    <button type="button" {...rest} aria-label={label} className={`grid size-12 flex-none place-items-center rounded-field ${className}`}>
      <Icon aria-hidden size={24} />
    </button>
  );
}
