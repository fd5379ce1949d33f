"use client";
import { Printer } from "lucide-react";
import { DenseButton, type DenseLook } from "./dense-button";
import { useHydrated } from "./use-hydrated";

type Props = { readonly children: string; readonly look?: DenseLook; readonly className?: string };

/** Prints the page. Only where it can do something, and never on the paper itself. */
export function PrintButton({ children, look, className = "" }: Props) {
  if (!useHydrated()) return null;
  return (
    <DenseButton {...(look ? { look } : {})} className={`no-print ${className}`} onClick={() => window.print()}>
      <Printer aria-hidden size={16} />
      {children}
    </DenseButton>
  );
}
