import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { reconcileTexts } from "@/lib/text/desk-reconcile";

export const importSteps = ["choose", "map", "preview", "run", "result"] as const;
export type ImportStep = (typeof importSteps)[number];

/** The page's name, how far the import is, and what else there is. */
export function ReconcileTop({ step, children }: { readonly step?: ImportStep; readonly children?: ReactNode }) {
  const current = step ? importSteps.indexOf(step) : -1;
  return (
    <header className="desk-top">
      <h1 className="desk-title">{reconcileTexts.title}</h1>
      {step && (
        <ol className="import-steps" aria-label={reconcileTexts.steps.label}>
          {importSteps.map((name, index) => (
            <li key={name} aria-current={index === current ? "step" : undefined} data-done={index < current || undefined}>
              {index < current && <Check aria-hidden size={16} strokeWidth={2.2} />}
              {reconcileTexts.steps[name]}
            </li>
          ))}
        </ol>
      )}
      {children && <div className="import-links">{children}</div>}
    </header>
  );
}
