import type { StartItem, StartKind } from "@/lib/protocol/start";

/** The page where an item is worked on, and what to ask of it. */
const pagesOf: Record<StartKind, readonly [page: string, query?: string]> = {
  review: ["/desk/review"],
  reviewOverdue: ["/desk/review", "age=over3Days&order=oldest"],
  answered: ["/desk/review", "view=answered"],
  quarantined: ["/desk/review", "view=quarantined"],
  returned: ["/desk/review"],
  articles: ["/desk/checks", "kind=articlePublished"],
  events: ["/desk/checks", "kind=eventHeld"],
  doubles: ["/desk/doubles"],
  joinRequests: ["/desk/invitations"],
  drafts: ["/desk/reports"],
  policeBatch: ["/desk/police"],
  policeBacklog: ["/desk/police/backlog"],
  servicesToPolice: ["/desk/essential-services"],
  servicesToMinistry: ["/desk/essential-services"],
  register: ["/desk/reconcile"],
  unfound: ["/desk/reconcile"],
  openMonths: ["/desk/periods"],
  behind: ["/desk/dashboard"],
  targetsMissing: ["/desk/targets"],
  numbers: ["/desk/dashboard"],
  onPhones: ["/desk/dashboard"],
};

/** Where an item is worked on; undefined where the person has no such page. */
export function startHref(item: StartItem, pages: readonly string[]): string | undefined {
  const [page, ownQuery] = pagesOf[item.kind];
  const query = "month" in item ? `month=${item.month}` : ownQuery;
  if (!pages.includes(page)) return undefined;
  return query ? `${page}?${query}` : page;
}
