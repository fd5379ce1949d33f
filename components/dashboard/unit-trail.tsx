import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { UnitNumbers } from "@/lib/protocol/unit-numbers";
import { unitNumbers } from "@/lib/text/desk-units";
import { unitHref } from "./number-href";

/** The way down to this unit, as far up as the person's own unit. */
export function UnitTrail({ numbers: { parents, period } }: { readonly numbers: UnitNumbers }) {
  if (parents.length === 0) return null;
  return (
    <nav aria-label={unitNumbers.parents}>
      <ol className="trail">
        {parents.map(({ id, name }) => (
          <li key={id}>
            <Link prefetch={false} href={unitHref(id, period)}>{name}</Link>
            <ChevronRight aria-hidden size={14} />
          </li>
        ))}
      </ol>
    </nav>
  );
}
