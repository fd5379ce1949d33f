import type { Role } from "@/lib/domain/people/actor";
import { desk } from "@/lib/text/desk";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { clientTexts } from "@/lib/text/desk-clients";
import { campaignTexts } from "@/lib/text/desk-campaigns";
import { officerTexts } from "@/lib/text/desk-checks";
import { commendationTexts } from "@/lib/text/desk-commendation";
import { essentialServiceTexts } from "@/lib/text/desk-essential-services";
import { invitationTexts } from "@/lib/text/desk-invitations";
import { memberTexts } from "@/lib/text/desk-members";
import { organisationTexts } from "@/lib/text/organisation";
import { doubleTexts } from "@/lib/text/desk-doubles";
import { peopleTexts } from "@/lib/text/people";
import { periodTexts } from "@/lib/text/desk-periods";
import { phoneTexts } from "@/lib/text/phones";
import { policeTexts } from "@/lib/text/desk-police";
import { reportTexts } from "@/lib/text/desk-reports";
import { reconcileTexts } from "@/lib/text/desk-reconcile";
import { ruleTexts } from "@/lib/text/desk-rules";
import { startTexts } from "@/lib/text/desk-start";
import { targetTexts } from "@/lib/text/desk-targets";

export type DeskPage = { readonly href: "/desk" | "/desk/targets" | "/desk/clients" | "/desk/guides" | "/desk/reports" | "/desk/review" | "/desk/dashboard" | "/desk/survey" | "/desk/shifts" | "/desk/allowance" | "/desk/doubles" | "/desk/campaigns" | "/desk/police" | "/desk/police/done" | "/desk/police/file" | "/desk/police/backlog" | "/desk/checks" | "/desk/reconcile" | "/desk/members" | "/desk/people" | "/desk/phones" | "/desk/invitations" | "/desk/rules" | "/desk/periods" | "/desk/essential-services" | "/desk/commendation" | "/desk/organisation"; readonly label: string };

const pagesOfRole: Partial<Record<Role, readonly DeskPage["href"][]>> = {
  provincePlanner: ["/desk/dashboard", "/desk/targets", "/desk/reports", "/desk/commendation", "/desk/guides", "/desk/organisation", "/desk/members"],
  observer: ["/desk/dashboard", "/desk/targets", "/desk/reports", "/desk/essential-services", "/desk/organisation"],
  // The police sees what it has to confirm, and nothing else.
  policeVerifier: ["/desk/police", "/desk/police/done", "/desk/police/file"],
  policeHelper: ["/desk/police", "/desk/police/done", "/desk/police/file"],
  leader: ["/desk/review", "/desk/doubles", "/desk/campaigns", "/desk/shifts", "/desk/allowance", "/desk/dashboard", "/desk/targets", "/desk/people", "/desk/organisation", "/desk/phones", "/desk/invitations", "/desk/survey"],
  officer: ["/desk/dashboard", "/desk/targets", "/desk/reports", "/desk/periods", "/desk/review", "/desk/checks", "/desk/doubles", "/desk/campaigns", "/desk/shifts", "/desk/allowance", "/desk/commendation", "/desk/people", "/desk/organisation", "/desk/phones", "/desk/invitations", "/desk/members", "/desk/survey"],
  provinceVerifier: ["/desk/dashboard", "/desk/targets", "/desk/reports", "/desk/reconcile", "/desk/people", "/desk/organisation", "/desk/phones", "/desk/invitations", "/desk/members", "/desk/police/backlog", "/desk/rules", "/desk/periods", "/desk/essential-services", "/desk/commendation", "/desk/review", "/desk/doubles", "/desk/guides", "/desk/survey", "/desk/clients"],
};

const labels: Record<DeskPage["href"], string> = {
  "/desk": startTexts.title,
  "/desk/clients": clientTexts.nav,
  "/desk/guides": desk.guides,
  "/desk/reports": reportTexts.nav,
  "/desk/review": desk.review,
  "/desk/dashboard": dashboardTexts.title,
  "/desk/survey": desk.survey,
  "/desk/shifts": desk.shifts,
  "/desk/allowance": desk.allowance,
  "/desk/doubles": doubleTexts.title,
  "/desk/campaigns": campaignTexts.title,
  "/desk/police": policeTexts.title,
  "/desk/police/done": policeTexts.done,
  "/desk/police/file": policeTexts.file,
  "/desk/police/backlog": policeTexts.backlogTitle,
  "/desk/checks": officerTexts.title,
  "/desk/reconcile": reconcileTexts.nav,
  "/desk/invitations": invitationTexts.nav,
  "/desk/people": peopleTexts.nav,
  "/desk/phones": phoneTexts.title,
  "/desk/members": memberTexts.title,
  "/desk/rules": ruleTexts.nav,
  "/desk/targets": targetTexts.nav,
  "/desk/periods": periodTexts.nav,
  "/desk/essential-services": essentialServiceTexts.title,
  "/desk/commendation": commendationTexts.title,
  "/desk/organisation": organisationTexts.nav,
};

/** Tell of the province as a whole, to whoever works for all of it. */
const ofTheProvince: readonly DeskPage["href"][] = ["/desk/reports", "/desk/essential-services"];

/** What stands together in the navigation, under a name; today stands above them all. */
const groups: readonly { readonly name: string; readonly hrefs: readonly DeskPage["href"][] }[] = [
  { name: desk.groups.decide, hrefs: ["/desk/review", "/desk/checks", "/desk/doubles", "/desk/reconcile", "/desk/police/backlog"] },
  { name: desk.groups.field, hrefs: ["/desk/campaigns", "/desk/shifts", "/desk/allowance", "/desk/guides"] },
  { name: desk.groups.numbers, hrefs: ["/desk/dashboard", "/desk/targets", "/desk/reports", "/desk/periods", "/desk/essential-services", "/desk/commendation", "/desk/survey"] },
  { name: desk.groups.people, hrefs: ["/desk/people", "/desk/organisation", "/desk/phones", "/desk/invitations", "/desk/members"] },
  { name: desk.groups.system, hrefs: ["/desk/rules", "/desk/clients"] },
];

export type DeskPageGroup = { /** Undefined where there is nothing to tell apart. */ readonly name: string | undefined; readonly pages: readonly DeskPage[] };

/** In groups, the one with the role's first page first; a few pages need none. */
export function groupPages(pages: readonly DeskPage[]): readonly DeskPageGroup[] {
  if (pages.length < 6) return [{ name: undefined, pages }];
  const first = (group: DeskPageGroup) => pages.findIndex(({ href }) => group.pages.some((page) => page.href === href));
  const named = groups.map(({ name, hrefs }) => ({ name, pages: pages.filter(({ href }) => hrefs.includes(href)) })).filter((group) => group.pages.length > 0);
  const rest = pages.filter(({ href }) => !groups.some(({ hrefs }) => hrefs.includes(href)));
  return [{ name: undefined, pages: rest }, ...named.toSorted((one, other) => first(one) - first(other))];
}

/** The pages of the desk that exist for these roles, and before them what is due today; none for whoever has no page. */
export function deskPagesOf(roles: readonly Role[], { forProvince }: { readonly forProvince: boolean }): DeskPage[] {
  const hrefs = roles.flatMap((role) => pagesOfRole[role] ?? []).filter((href) => forProvince || !ofTheProvince.includes(href));
  return [...new Set(hrefs.length > 0 ? ["/desk" as const, ...hrefs] : [])].map((href) => ({ href, label: labels[href] }));
}
