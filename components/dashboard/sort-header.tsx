import Link from "next/link";
import type { DashboardAddress, SortKey } from "@/lib/protocol/dashboard-address";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { dashboardHref } from "./dashboard-href";
import { risesFirst } from "./sort-rows";

type Props = {
  readonly sort: SortKey;
  readonly name: string;
  readonly className?: string | undefined;
  readonly address: DashboardAddress;
  readonly current: { readonly sort: SortKey; readonly descending: boolean };
};

/** A heading that puts the table in its order, and the other way round the next time; the order is in the address. */
export function SortHeader({ sort, name, className, address, current }: Props) {
  const isCurrent = sort === current.sort;
  const descends = isCurrent ? !current.descending : !risesFirst(sort);
  return (
    <th scope="col" className={className} aria-sort={isCurrent ? (current.descending ? "descending" : "ascending") : undefined}>
      <Link prefetch={false} scroll={false} className="sort" href={dashboardHref({ ...address, sort, order: descends ? "down" : "up" })} title={dashboardTexts.sortBy(name)}>
        {name}
        <span aria-hidden>{isCurrent ? (current.descending ? " ↓" : " ↑") : ""}</span>
      </Link>
    </th>
  );
}
