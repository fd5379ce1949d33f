"use client";

import { Award, BookOpen, CalendarCheck, CalendarDays, Copy, FileSpreadsheet, FileText, GitCompareArrows, HandCoins, Inbox, LayoutDashboard, Landmark, ListChecks, MapPinned, MessageCircleHeart, Network, Newspaper, Plug, Scale, ShieldCheck, Smartphone, Target, Sun, UserPlus, UserRound, Users, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Fragment, useEffect, useRef } from "react";
import { desk } from "@/lib/text/desk";
import type { DeskPage, DeskPageGroup } from "./desk-pages";
import { LinkPending } from "./link-pending";

const icons: Record<DeskPage["href"], LucideIcon> = {
  "/desk": Sun,
  "/desk/clients": Plug,
  "/desk/guides": BookOpen,
  "/desk/reports": FileText,
  "/desk/review": Inbox,
  "/desk/dashboard": LayoutDashboard,
  "/desk/survey": MessageCircleHeart,
  "/desk/shifts": CalendarDays,
  "/desk/allowance": HandCoins,
  "/desk/doubles": Copy,
  "/desk/campaigns": MapPinned,
  "/desk/police": ShieldCheck,
  "/desk/police/done": ListChecks,
  "/desk/police/file": FileSpreadsheet,
  "/desk/police/backlog": ShieldCheck,
  "/desk/checks": Newspaper,
  "/desk/reconcile": GitCompareArrows,
  "/desk/invitations": UserPlus,
  "/desk/people": UserRound,
  "/desk/phones": Smartphone,
  "/desk/members": Users,
  "/desk/rules": Scale,
  "/desk/targets": Target,
  "/desk/periods": CalendarCheck,
  "/desk/essential-services": Landmark,
  "/desk/commendation": Award,
  "/desk/organisation": Network,
};

/** Entries behind a number belong to the numbers. */
const sectionOf: Record<string, DeskPage["href"]> = { "/desk/entries": "/desk/dashboard", "/desk/dashboard/sheet": "/desk/dashboard", "/desk/guides/edit": "/desk/guides", "/desk/reports/edit": "/desk/reports", "/desk/reports/annex": "/desk/reports", "/desk/survey/sheet": "/desk/survey", "/desk/campaigns/edit": "/desk/campaigns" };

export function DeskNavigation({ groups, waiting }: { readonly groups: readonly DeskPageGroup[]; readonly waiting: number }) {
  const pathname = usePathname();
  const section = sectionOf[pathname] ?? ((["/desk/reconcile", "/desk/members", "/desk/people", "/desk/invitations", "/desk/organisation", "/desk/targets"] as const).find((href) => pathname.startsWith(`${href}/`)) ?? pathname);
  const row = useRef<HTMLElement>(null);
  // On a narrow screen the row is longer than the screen, on a low one the column: where one is comes into sight.
  useEffect(() => {
    const here = row.current?.querySelector<HTMLElement>("[aria-current]");
    if (!here || !row.current) return;
    row.current.scrollTop += here.getBoundingClientRect().top - row.current.getBoundingClientRect().top - (row.current.clientHeight - here.offsetHeight) / 2;
    row.current.scrollLeft = here.offsetLeft - (row.current.clientWidth - here.offsetWidth) / 2;
  }, [section]);
  return (
    <nav ref={row} aria-label={desk.navigation} className="desk-nav">
      {groups.map((group) => (
        <Fragment key={group.name ?? ""}>
          {group.name && <p>{group.name}</p>}
          {group.pages.map((page) => <PageLink key={page.href} page={page} isHere={section === page.href} waiting={waiting} />)}
        </Fragment>
      ))}
    </nav>
  );
}

function PageLink({ page: { href, label }, isHere, waiting }: { readonly page: DeskPage; readonly isHere: boolean; readonly waiting: number }) {
  const Icon = icons[href];
  return (
    <Link href={href} aria-current={isHere ? "page" : undefined}>
      <Icon aria-hidden size={18} strokeWidth={1.8} />
      {label}
      <LinkPending />
      {href === "/desk/review" && waiting > 0 && (
        <em>
          <span aria-hidden>{waiting}</span>
          <span className="sr-only">{desk.waiting(waiting)}</span>
        </em>
      )}
    </Link>
  );
}
