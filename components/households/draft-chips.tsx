import { PauseCircle } from "lucide-react";
import Link from "next/link";

export type DraftChip = { readonly key: string; readonly href: string; readonly label: string };

/** What was begun and not saved, each the way back into it. */
export function DraftChips({ drafts }: { readonly drafts: readonly DraftChip[] }) {
  return (
    <ul className="flex flex-wrap gap-2">
      {drafts.map(({ key, href, label }) => (
        <li key={key} className="max-w-full">
          <Link href={href} prefetch={false} className="inline-flex min-h-12 max-w-full items-center gap-2 rounded-full border-[1.5px] border-control bg-surface px-4 py-1.5 font-semibold">
            <PauseCircle aria-hidden size={20} className="flex-none text-brand" />
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
