"use client";
import type { LucideIcon } from "lucide-react";
import { lazy, Suspense } from "react";
import type { RefusalCode } from "@/lib/domain/refusal";

/** Another way on, where there is nothing to scan. */
export type Way = { readonly icon: LucideIcon; readonly label: string; readonly take: () => void };

export type ScannerProps = {
  /** `card`: the QR code of an identity card. `receipt`: QR or barcode on a dossier's receipt. `invitation`: on a leader's phone or a poster. */
  readonly mode: "card" | "receipt" | "invitation";
  /** Takes what was read; a refusal is shown and reading goes on, else the scanner closes by itself. */
  readonly onText: (text: string) => RefusalCode | undefined | Promise<RefusalCode | undefined>;
  /** Given: the scanner stays open for one code after the other, and says how far one is. */
  readonly progress?: string;
  readonly onClose: () => void;
  /** "Nhập tay": closes too, and leads to where one types. */
  readonly onType: () => void;
  readonly others?: readonly Way[];
};

/** Camera and decoder are loaded when they are opened, not before: most of a session needs neither. */
const Scanner = lazy(() => import("./scanner"));

export function ScannerSheet(props: ScannerProps) {
  return (
    <Suspense fallback={<div className="fixed inset-0 z-30 bg-black" aria-busy="true" />}>
      <Scanner {...props} />
    </Suspense>
  );
}
