import { CalendarClock, Check, DoorClosed, Smartphone, Truck, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { StateMark, type StateTone } from "@/components/ui/state-mark";
import { standingOf } from "@/lib/domain/household/progress";
import type { VisitResult } from "@/lib/domain/entry/household-visit";
import { formatDate, type LocalDate } from "@/lib/domain/time/local-date";
import type { PackHousehold } from "@/lib/phone/areas/pack-on-phone";
import { areasText } from "@/lib/text/households";
import { visitResultMarks } from "@/lib/text/outcomes";
import { nameOf } from "./household-name";

type Props = {
  readonly household: PackHousehold;
  readonly href: string;
  readonly since: LocalDate;
};

const looks: Record<VisitResult, { readonly icon: LucideIcon; readonly tone: StateTone }> = {
  informed: { icon: Check, tone: "ok" },
  absent: { icon: CalendarClock, tone: "brand" },
  refused: { icon: DoorClosed, tone: "quiet" },
  moved: { icon: Truck, tone: "quiet" },
};

/** One door: whose it is, where, and what came of the last visit in this campaign. */
export function HouseholdRow({ household, href, since }: Props) {
  const { head, address } = household;
  return (
    <li data-household={household.id} className="border-t border-line first:border-t-0">
      <Link href={href} prefetch={false} className="block min-h-16 px-3.5 py-2.5 active:bg-sunken">
        <b className="block font-semibold">{nameOf(household)}</b>
        <span className="flex flex-wrap items-center justify-between gap-x-3 text-small text-ink-2">
          {head && address ? address : ""}
          <Mark household={household} since={since} />
        </span>
      </Link>
    </li>
  );
}

function Mark({ household, since }: Pick<Props, "household" | "since">) {
  const { lastResult, comeBackOn, isUnsent } = household;
  if (lastResult === undefined || standingOf(household, since) === "left") return null;
  const label = lastResult === "absent" && comeBackOn ? areasText.comeBackOn(formatDate(comeBackOn).slice(0, 5)) : visitResultMarks[lastResult];
  return (
    <span className="ml-auto flex flex-wrap items-center gap-x-3">
      {isUnsent && <StateMark icon={Smartphone} tone="quiet" label={areasText.unsent} />}
      <StateMark {...looks[lastResult]} label={label} />
    </span>
  );
}
