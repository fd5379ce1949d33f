"use client";
import { ChevronDown, Search } from "lucide-react";
import { useId, useState } from "react";
import { controlClass } from "@/components/ui/field";
import { foldText } from "@/lib/domain/text/fold";
import type { Phone } from "@/lib/phone/phone";
import { helpSession } from "@/lib/text/help-session";
import { byLastUse } from "./last-used";

type Props = {
  readonly label: string;
  readonly phone: Phone;
  /** Slugs that come first; the first few are one tap away. */
  readonly recent: readonly string[];
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (slug: string) => void;
};

const text = helpSession.outcomes;

const offered = 3;

/** One of the services: the usual ones in one tap, all of them found by typing with or without accents. */
export function ServicePicker({ label, phone, recent, value, error, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState("");
  const id = useId();
  const { services } = phone.person.getSnapshot().briefing;
  const chosen = services.find(({ slug }) => slug === value);
  const ordered = byLastUse(services.map(({ slug }) => slug), recent);
  const usual = services.filter(({ slug }) => recent.slice(0, offered).includes(slug)).sort((a, b) => recent.indexOf(a.slug) - recent.indexOf(b.slug));
  const words = foldText(search).split(/\s+/).filter(Boolean);
  const found = ordered.flatMap((slug) => {
    const service = services.find((candidate) => candidate.slug === slug);
    const folded = service && foldText(service.name);
    return service && words.every((word) => folded!.includes(word)) ? [service] : [];
  });
  const choose = (slug: string) => {
    onChange(slug);
    setOpen(false);
    setSearch("");
  };
  return (
    <div>
      <p id={`${id}-label`} className="mb-1 text-small font-semibold text-ink-2">
        {label}
      </p>
      {!chosen && !open && usual.length > 0 && (
        <ul aria-label={text.recent} className="mb-2 grid gap-2">
          {usual.map(({ slug, name }) => (
            <li key={slug}>
              <button type="button" onClick={() => choose(slug)} className="min-h-13 w-full rounded-field border-[1.5px] border-control bg-surface px-3.5 py-2 text-left font-semibold active:bg-sunken">
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        aria-expanded={open}
        aria-labelledby={`${id}-label ${id}-value`}
        onClick={() => setOpen(!open)}
        className={`flex items-center gap-2 py-2.5 text-left ${controlClass(error)}`}
      >
        <span id={`${id}-value`} className={`min-w-0 flex-1 ${chosen ? "" : "text-ink-2"}`}>
          {chosen?.name ?? (usual.length > 0 ? text.otherService : text.chooseService)}
        </span>
        <ChevronDown aria-hidden size={20} className="flex-none" />
      </button>
      {error && <p className="mt-1.5 text-small text-bad">{error}</p>}
      {open && (
        <div className="mt-2 rounded-field border-[1.5px] border-control bg-surface">
          <div className="flex items-center gap-2 border-b border-line px-3">
            <Search aria-hidden size={20} className="flex-none text-ink-2" />
            <input
              type="search"
              autoFocus
              aria-label={text.searchService}
              placeholder={text.searchService}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                event.preventDefault();
                if (words.length > 0 && found[0]) choose(found[0].slug);
              }}
              className="min-h-12 w-full bg-transparent outline-none"
            />
          </div>
          <ul className="max-h-72 overflow-y-auto">
            {found.map(({ slug, name }) => (
              <li key={slug} className="border-t border-line first:border-t-0">
                <button type="button" aria-pressed={slug === value} onClick={() => choose(slug)} className="min-h-12 w-full px-3.5 py-2 text-left aria-pressed:font-semibold aria-pressed:text-brand">
                  {name}
                </button>
              </li>
            ))}
          </ul>
          {found.length === 0 && <p className="p-3.5 text-ink-2">{text.noService}</p>}
        </div>
      )}
    </div>
  );
}
