import type { RefusalCode } from "@/lib/domain/refusal";
import { refusals } from "@/lib/text/refusals";

/** What a scanner at the counter read, and why it is no card. */
export function CardProblem({ code }: { readonly code: RefusalCode }) {
  return (
    <p role="alert" className="font-medium text-warn">
      {refusals[code]}
    </p>
  );
}
