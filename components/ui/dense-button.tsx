import type { ButtonHTMLAttributes } from "react";

export type DenseLook = "main" | "second" | "bad" | "bare";

const looks: Record<DenseLook, string> = {
  main: "border-brand bg-brand text-on-brand hover:bg-brand-press",
  second: "border-control bg-surface text-ink hover:bg-sunken",
  bad: "border-control bg-surface text-bad hover:bg-bad-soft",
  bare: "border-transparent bg-transparent text-brand hover:bg-brand-soft",
};

/** Look of a desk button, also for links that act like one. */
export function denseButtonClass(look: DenseLook = "second"): string {
  return `inline-flex min-h-11 items-center gap-2 rounded-lg border px-3 text-[0.8125rem]/5 font-semibold whitespace-nowrap md:min-h-9 disabled:cursor-not-allowed disabled:opacity-60 ${looks[look]}`;
}

/** A button of the desk: 36 px high where a mouse or a keyboard works, a thumb has more. */
export function DenseButton({
  look = "second",
  className = "",
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { readonly look?: DenseLook }) {
  return <button type="button" {...rest} className={`${denseButtonClass(look)} ${className}`} />;
}
