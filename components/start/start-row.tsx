import { Circle, Info, TriangleAlert, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { denseButtonClass } from "@/components/ui/dense-button";
import type { StartItem, StartLevel } from "@/lib/protocol/start";
import { startItemText, startLevelNames } from "@/lib/text/desk-start";
import { startHref } from "./start-href";

const icons: Record<StartLevel, LucideIcon> = { late: TriangleAlert, due: Circle, known: Info };

/** A number, what it is of, and the way to where something is done about it. */
export function StartRow({ item, pages, isNext }: { readonly item: StartItem; readonly pages: readonly string[]; readonly isNext: boolean }) {
  const { value, sentence, detail, action } = startItemText(item);
  const href = startHref(item, pages);
  const Icon = icons[item.level];
  return (
    <li className="start-row" data-level={item.level}>
      <p className="start-level desk-caption"><Icon aria-hidden size={16} strokeWidth={1.8} />{startLevelNames[item.level]}</p>
      <p className="start-value">{value}</p>
      <div className="min-w-0">
        <p className="desk-body font-semibold">{sentence}</p>
        {detail && <p className="desk-dense text-ink-2">{detail}</p>}
      </div>
      {href && <Link prefetch={false} href={href} className={denseButtonClass(isNext ? "main" : "second")}>{action}</Link>}
    </li>
  );
}
