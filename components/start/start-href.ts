import type { StartItem, StartKind } from "@/lib/protocol/start";

const overview = ["/desk/dashboard", "/desk/units"];

/** The pages where an item is worked on, the first that the person has; then what to ask of it. */
const pagesOf: Record<StartKind, readonly [pages: readonly string[], query?: string]> = {
  review: [["/desk/review"]],
  reviewOverdue: [["/desk/review"], "age=over3Days&order=oldest"],
  answered: [["/desk/review"], "view=answered"],
  quarantined: [["/desk/review"], "view=quarantined"],
  returned: [["/desk/review"]],
  articles: [["/desk/checks"], "kind=articlePublished"],
  events: [["/desk/checks"], "kind=eventHeld"],
  doubles: [["/desk/doubles"]],
  drafts: [["/desk/reports"]],
  policeBatch: [["/desk/police"]],
  policeBacklog: [["/desk/police/backlog"]],
  servicesToPolice: [["/desk/essential-services"]],
  servicesToMinistry: [["/desk/essential-services"]],
  register: [["/desk/reconcile"]],
  unfound: [["/desk/reconcile"]],
  openMonths: [["/desk/periods"]],
  behind: [overview],
  targetsMissing: [["/desk/targets"]],
  numbers: [[...overview, "/desk/essential-services"]],
  onPhones: [overview],
};

/** Where an item is worked on; undefined where the person has no such page. */
export function startHref(item: StartItem, pages: readonly string[]): string | undefined {
  const [candidates, ownQuery] = pagesOf[item.kind];
  const query = "month" in item ? `month=${item.month}` : ownQuery;
  const page = candidates.find((candidate) => pages.includes(candidate));
  return page && (query ? `${page}?${query}` : page);
}
