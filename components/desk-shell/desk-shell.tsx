import { Smartphone, UserRound } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { Role } from "@/lib/domain/people/actor";
import { desk, roleNames } from "@/lib/text/desk";
import { BrandMark } from "./brand-mark";
import { DeskNavigation } from "./desk-navigation";
import { deskPagesOf, groupPages } from "./desk-pages";
import { SignOutButton } from "./sign-out-button";

/** The frame around every page of the desk: where one may go and who one is. */
export function DeskShell({
  name,
  roles,
  forProvince,
  waiting,
  children,
}: {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly forProvince: boolean;
  readonly waiting: number;
  readonly children: ReactNode;
}) {
  const onPhone = roles.includes("volunteer") || roles.includes("leader");
  return (
    <div className="desk">
      <a href="#content" className="desk-skip">{desk.skipToContent}</a>
      <header className="desk-side">
        <BrandMark />
        <DeskNavigation groups={groupPages(deskPagesOf(roles, { forProvince }))} waiting={waiting} />
        <div className="desk-leave">
          {onPhone && (
            <Link href="/">
              <Smartphone aria-hidden size={18} strokeWidth={1.8} />
              <span>{desk.phoneHome}</span>
            </Link>
          )}
          <Link href="/desk/account">
            <UserRound aria-hidden size={18} strokeWidth={1.8} />
            <span>{desk.account}</span>
          </Link>
          <SignOutButton />
        </div>
        <div className="desk-me">
          <span aria-hidden className="desk-face">{initialsOf(name)}</span>
          <span className="min-w-0">
            <b className="block truncate text-[0.8125rem]/[1.125rem] font-semibold">{name}</b>
            <span className="block truncate text-xs/4 text-ink-2">{roles.map((role) => roleNames[role]).join(", ")}</span>
          </span>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="desk-page">{children}</main>
    </div>
  );
}

/** Given name first in weight: "Võ Quốc Bảo" is QB. */
function initialsOf(name: string): string {
  return name.split(/\s+/).slice(-2).map((word) => word.charAt(0)).join("");
}
