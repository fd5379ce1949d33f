"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { policeKinds, type PoliceKind } from "@/lib/domain/evidence/checked-kind";
import { policeKindNames, policeTexts } from "@/lib/text/desk-police";
import { formatCount } from "@/lib/text/moment";
import { policeHref, type PolicePath } from "./police-href";

/** Which kind of rows of which place. */
export function PoliceFilter({
  path, kind, areaId, areas, counts,
}: {
  readonly path: PolicePath;
  readonly kind: PoliceKind;
  readonly areaId: string | undefined;
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  /** How many of each kind are open, where that is what the page is about. */
  readonly counts?: Readonly<Record<PoliceKind, number>>;
}) {
  const router = useRouter();
  return (
    <div className="checks-tabs">
      <nav aria-label={policeTexts.kinds}>
        {policeKinds.map((one) => (
          <Link key={one} href={policeHref(path, { kind: one, areaId })} aria-current={one === kind ? "page" : undefined}>
            {policeKindNames[one]}{counts && ` (${formatCount(counts[one])})`}
          </Link>
        ))}
      </nav>
      {areas.length > 1 && (
        <label>
          {policeTexts.area}
          <select value={areaId ?? ""} onChange={(event) => router.push(policeHref(path, { kind, areaId: event.target.value }))}>
            <option value="">{policeTexts.allAreas}</option>
            {areas.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </select>
        </label>
      )}
    </div>
  );
}
