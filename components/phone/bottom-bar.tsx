"use client";
import { ChartNoAxesColumn, ClipboardCheck, House, List, MapPinned, ScanQrCode, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { appShell } from "@/lib/text/app-shell";
import { mayReview } from "./may-review";
import { useHold } from "./use-hold";
import { usePhoneOpening } from "./use-phone-opening";

/**
 * Places and the one main action between them, where people's banking apps keep "scan"; held, it offers the other kinds.
 * Whoever reviews has the desk where others have their results.
 */
export function BottomBar() {
  const pathname = usePathname();
  const router = useRouter();
  const opening = usePhoneOpening();
  const reviews = opening?.state === "ready" && mayReview(opening.phone);
  const hold = useHold(() => router.push("/more"));
  return (
    <nav
      aria-label={appShell.navigation}
      className="sticky bottom-0 z-10 mt-auto grid min-h-18 auto-cols-[minmax(min-content,1fr)] grid-flow-col border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] sunlight:border-t-2"
    >
      <Tab href="/" icon={House} label={appShell.home} current={pathname === "/"} />
      <Tab href="/entries" icon={List} label={appShell.list} current={pathname === "/entries"} />
      <Link
        href="/record?scan=1"
        {...hold}
        draggable={false}
        className="flex flex-col items-center justify-end gap-1 pb-2 text-center text-caption font-bold text-brand select-none [-webkit-touch-callout:none]"
      >
        <span className="-mt-[28px] grid h-[60px] w-[68px] place-items-center rounded-[22px] bg-brand text-on-brand shadow-float ring-5 ring-surface active:bg-brand-press">
          <ScanQrCode aria-hidden size={30} />
        </span>
        {appShell.record}
      </Link>
      <Tab href="/areas" icon={MapPinned} label={appShell.areas} current={pathname === "/areas"} />
      {reviews ? (
        <a href="/desk/review" className={tabClass(false)}>
          <ClipboardCheck aria-hidden size={24} />
          {appShell.review}
        </a>
      ) : (
        <Tab href="/results" icon={ChartNoAxesColumn} label={appShell.results} current={pathname === "/results"} />
      )}
    </nav>
  );
}

function Tab({ href, icon: Icon, label, current }: { readonly href: string; readonly icon: LucideIcon; readonly label: string; readonly current: boolean }) {
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      className={tabClass(current)}
    >
      {current && <span aria-hidden className="absolute -top-px h-1 w-8 rounded-b-sm bg-brand" />}
      <Icon aria-hidden size={24} />
      {label}
    </Link>
  );
}

function tabClass(current: boolean): string {
  return `relative flex min-w-0 flex-col items-center justify-center gap-1 text-center text-caption ${current ? "font-bold text-brand" : "font-medium text-ink-2"}`;
}
