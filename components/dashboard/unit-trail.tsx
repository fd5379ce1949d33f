import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { Dashboard } from "@/lib/protocol/dashboard";
import type { DashboardAddress } from "@/lib/protocol/dashboard-address";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { dashboardHref } from "./dashboard-href";

/** The way down to this unit, as far up as the person reads. */
export function UnitTrail({ parents, address }: { readonly parents: Dashboard["parents"]; readonly address: DashboardAddress }) {
  if (parents.length === 0) return null;
  return (
    <nav aria-label={dashboardTexts.parents}>
      <ol className="trail">
        {parents.map(({ id, name }) => (
          <li key={id}>
            <Link prefetch={false} href={dashboardHref({ ...address, unit: id })}>{name}</Link>
            <ChevronRight aria-hidden size={14} />
          </li>
        ))}
      </ol>
    </nav>
  );
}
