import type { Role } from "@/lib/domain/people/actor";
import { desk } from "@/lib/text/desk";
import { campaignTexts } from "@/lib/text/desk-campaigns";
import { doubleTexts } from "@/lib/text/desk-doubles";

export type DeskPage = { readonly href: "/desk/guides" | "/desk/review" | "/desk/units" | "/desk/survey" | "/desk/shifts" | "/desk/allowance" | "/desk/doubles" | "/desk/campaigns"; readonly label: string };

const pagesOfRole: Partial<Record<Role, readonly DeskPage["href"][]>> = {
  provincePlanner: ["/desk/guides"],
  leader: ["/desk/review", "/desk/doubles", "/desk/campaigns", "/desk/shifts", "/desk/allowance", "/desk/units", "/desk/survey"],
  officer: ["/desk/units", "/desk/review", "/desk/doubles", "/desk/campaigns", "/desk/shifts", "/desk/allowance", "/desk/survey"],
  provinceVerifier: ["/desk/units", "/desk/review", "/desk/guides", "/desk/survey"],
};

const labels: Record<DeskPage["href"], string> = {
  "/desk/guides": desk.guides,
  "/desk/review": desk.review,
  "/desk/units": desk.numbers,
  "/desk/survey": desk.survey,
  "/desk/shifts": desk.shifts,
  "/desk/allowance": desk.allowance,
  "/desk/doubles": doubleTexts.title,
  "/desk/campaigns": campaignTexts.title,
};

/** The pages of the desk that exist for these roles; the first one is where the person starts. */
export function deskPagesOf(roles: readonly Role[]): DeskPage[] {
  const hrefs = roles.flatMap((role) => pagesOfRole[role] ?? []);
  return [...new Set(hrefs)].map((href) => ({ href, label: labels[href] }));
}
