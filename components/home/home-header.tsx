import { ChevronDown, Smartphone } from "lucide-react";
import Link from "next/link";
import { blockClass, Tally, type TallyBlock } from "@/components/ui/tally";
import { useLive } from "@/components/ui/use-live";
import { formatDate, partsOfDate, type LocalDate } from "@/lib/domain/time/local-date";
import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";
import type { Phone } from "@/lib/phone/phone";
import { home } from "@/lib/text/home";
import { countByKind } from "./count-by-kind";

type Props = { readonly phone: Phone; readonly today: LocalDate; readonly todays: readonly EntrySummary[] };

/** Person and team, what is still on the phone, and today's entries as a count and as blocks. */
export function HomeHeader({ phone, today, todays }: Props) {
  const person = useLive(phone.person);
  const { saved, sending } = useLive(phone.sync);
  const recovering = useLive(phone.recovering);
  const blocks = todays.map(blockOf).reverse();
  const { year, month, day } = partsOfDate(today);
  const { unit, parts } = countByKind(todays);
  return (
    <header className="rounded-b-3xl bg-hero pt-[env(safe-area-inset-top)] pb-5 text-hero-ink sunlight:rounded-none sunlight:border-b-3 sunlight:border-ink">
      <div className="flex min-h-16 flex-wrap items-center gap-x-1 px-3 py-1">
        <Link href="/me" className="flex min-h-13 min-w-0 flex-1 basis-40 items-center gap-2.5 rounded-field px-1 focus-visible:outline-hero-ink">
          <span aria-hidden className="size-10 flex-none rounded-full bg-hero-ink text-center leading-10 font-bold text-hero dark:bg-hero-mark sunlight:bg-ink sunlight:text-surface">
            {initialsOf(person.name)}
          </span>
          <span className="min-w-0">
            <b className="flex items-center gap-0.5 font-semibold">
              <span className="line-clamp-2">{givenNames(person.name)}</span>
              <ChevronDown aria-hidden size={18} className="flex-none" />
            </b>
            <span className="block text-caption text-hero-ink-2">{person.briefing.units[0]?.name}</span>
            <span className="sr-only">{home.personMenu}</span>
          </span>
        </Link>
        <Link
          href="/sync"
          className="flex min-h-12 items-center gap-1.5 rounded-full border-[1.5px] border-hero-line px-3.5 text-small font-semibold whitespace-nowrap focus-visible:outline-hero-ink sunlight:border-2"
        >
          <Smartphone aria-hidden size={18} />
          {home.onPhone(saved + sending + recovering)}
          <span className="sr-only">{home.sync}</span>
        </Link>
      </div>
      <div className="px-4 pt-1.5">
        <p className="text-small text-hero-ink-2">{home.date(new Date(Date.UTC(year, month - 1, day)).getUTCDay(), formatDate(today))}</p>
        <h1 className="flex flex-wrap items-baseline gap-x-2.5">
          <b className="text-number">{todays.length}</b>
          <span className="text-head font-medium">{home.today(unit)}</span>
        </h1>
        {parts && <p className="text-small text-hero-ink-2">{parts}</p>}
        {blocks.length > 0 && (
          <>
            <Tally blocks={blocks} />
            <Legend blocks={blocks} />
          </>
        )}
      </div>
    </header>
  );
}

function Legend({ blocks }: { readonly blocks: readonly TallyBlock[] }) {
  const count = (kind: TallyBlock) => blocks.filter((block) => block === kind).length;
  const words = { filled: home.received, outlined: home.onPhone, attention: home.needsYou };
  return (
    <ul className="mt-2.5 flex flex-wrap gap-x-5 gap-y-1 text-small font-medium">
      {(["filled", "outlined", "attention"] as const).map((kind) => (
        <li key={kind} className="flex items-center gap-1.5">
          <span aria-hidden className={`size-3 rounded-[3.5px] border-2 ${blockClass[kind]}`} />
          {words[kind](count(kind))}
        </li>
      ))}
    </ul>
  );
}

function blockOf({ sync }: EntrySummary): TallyBlock {
  if (sync === "attention") return "attention";
  return sync === "received" ? "filled" : "outlined";
}

function initialsOf(name: string): string {
  return name.split(" ").slice(-2).map((word) => word[0]).join("");
}

/** People are called by the last two words of their name at most. */
function givenNames(name: string): string {
  return name.split(" ").slice(-2).join(" ");
}
