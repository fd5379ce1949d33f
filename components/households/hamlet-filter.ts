import { standingOf } from "@/lib/domain/household/progress";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { PackHousehold } from "@/lib/phone/areas/pack-on-phone";

export type HamletFilter = "left" | "comeBack" | "done";

export type FilteredHouseholds = Readonly<Record<HamletFilter, readonly PackHousehold[]>>;

/** The doors of a hamlet by where they stand, each in the order given; where to come back, the earliest day first. */
export function filterHouseholds(households: readonly PackHousehold[], since: LocalDate): FilteredHouseholds {
  const of = (accepts: (standing: ReturnType<typeof standingOf>) => boolean) => households.filter((household) => accepts(standingOf(household, since)));
  const comeBack = of((standing) => standing === "comeBack");
  return {
    left: of((standing) => standing !== "done"),
    comeBack: comeBack.sort((a, b) => ((a.comeBackOn ?? noDay) < (b.comeBackOn ?? noDay) ? -1 : (a.comeBackOn ?? noDay) > (b.comeBackOn ?? noDay) ? 1 : 0)),
    done: of((standing) => standing === "done"),
  };
}

const noDay = "9999";
