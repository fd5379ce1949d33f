import Link from "next/link";
import { officerKinds, type OfficerKind } from "@/lib/domain/evidence/checked-kind";
import { checkTexts, officerKindNames } from "@/lib/text/desk-checks";
import { policeTexts } from "@/lib/text/desk-police";
import { formatCount } from "@/lib/text/moment";

type Filter = { readonly kind: OfficerKind; readonly view: "open" | "done"; readonly after?: string };

export function checksHref({ kind, view, after }: Filter): string {
  const query = new URLSearchParams({ ...(kind === "articlePublished" ? {} : { kind }), ...(view === "open" ? {} : { view }), ...(after ? { after } : {}) });
  return query.size > 0 ? `/desk/checks?${query}` : "/desk/checks";
}

/** Articles or events, waiting or done. */
export function OfficerTabs({ kind, view, counts }: { readonly kind: OfficerKind; readonly view: "open" | "done"; readonly counts: Readonly<Record<OfficerKind, number>> }) {
  return (
    <div className="checks-tabs">
      <nav aria-label={policeTexts.kinds}>
        {officerKinds.map((one) => (
          <Link key={one} href={checksHref({ kind: one, view })} aria-current={one === kind ? "page" : undefined}>{officerKindNames[one]} ({formatCount(counts[one])})</Link>
        ))}
      </nav>
      <nav aria-label={policeTexts.columns.verdict}>
        {(["open", "done"] as const).map((one) => (
          <Link key={one} href={checksHref({ kind, view: one })} aria-current={one === view ? "page" : undefined}>{checkTexts.views[one]}</Link>
        ))}
      </nav>
    </div>
  );
}
