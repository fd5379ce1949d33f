"use client";
import { PauseCircle } from "lucide-react";
import Link from "next/link";
import { useEffect, useState } from "react";
import type { Phone } from "@/lib/phone/phone";
import { home } from "@/lib/text/home";
import { formatTimeOfDay } from "@/lib/text/moment";

type Parked = { readonly key: string; readonly savedAt: string; readonly name: string };

/** Sessions that were put aside: `record:<id>` among the drafts. */
export function ParkedDrafts({ phone }: { readonly phone: Phone }) {
  const [parked, setParked] = useState<readonly Parked[]>([]);
  useEffect(() => {
    let shown = true;
    void parkedIn(phone).then((found) => {
      if (shown) setParked(found);
    });
    return () => {
      shown = false;
    };
  }, [phone]);
  if (parked.length === 0) return null;
  return (
    <section aria-labelledby="parked">
      <h2 id="parked" className="mb-1.5 text-small font-semibold text-ink-2">
        {home.parked}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {parked.map(({ key, savedAt, name }) => (
          <li key={key}>
            <Link
              href={`/record?draft=${key.slice("record:".length)}`}
              className="inline-flex min-h-12 items-center gap-2 rounded-3xl py-1.5 border-[1.5px] border-control bg-surface px-4 font-semibold"
            >
              <PauseCircle aria-hidden size={20} className="flex-none text-brand" />
              {name ? home.parkedOf(name, formatTimeOfDay(savedAt)) : home.parkedAt(formatTimeOfDay(savedAt))}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function parkedIn({ drafts }: Phone): Promise<Parked[]> {
  const kept = (await drafts.list()).filter(({ key }) => key.startsWith("record:"));
  return Promise.all(kept.map(async ({ key, savedAt }) => ({ key, savedAt, name: nameIn(await drafts.load(key)) })));
}

/** Whom it is about, if that was known; a draft belongs to its form, and may be of another version of it. */
function nameIn(draft: unknown): string {
  const { subject } = (draft ?? {}) as { readonly subject?: { readonly name?: unknown } };
  return typeof subject?.name === "string" ? subject.name.trim() : "";
}
