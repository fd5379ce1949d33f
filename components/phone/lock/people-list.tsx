"use client";
import { ChevronRight } from "lucide-react";
import type { LockedPerson } from "@/lib/phone/opening";
import { lockText } from "@/lib/text/lock";
import { Face } from "./face";

/** Everybody who works on this phone; of each only how much is not sent, so that nobody wipes it. */
export function PeopleList({ people, onChoose }: { readonly people: readonly LockedPerson[]; readonly onChoose: (id: string) => void }) {
  return (
    <ul aria-label={lockText.people} className="mt-auto grid gap-2">
      {people.map(({ id, name, unsent, mustSignIn }) => (
        <li key={id}>
          <button
            type="button"
            onClick={() => onChoose(id)}
            className="flex min-h-18 w-full items-center gap-3.5 rounded-card bg-surface px-3.5 py-2 text-left ring-1 ring-line active:bg-sunken sunlight:ring-2 sunlight:ring-ink"
          >
            <Face name={name} />
            <span className="min-w-0 flex-1">
              <b className="block font-semibold wrap-anywhere">{name}</b>
              <span className="block text-small text-ink-2">
                {lockText.unsent(unsent)}
                {mustSignIn ? ` · ${lockText.mustSignInShort}` : ""}
              </span>
            </span>
            <ChevronRight aria-hidden size={24} className="flex-none" />
          </button>
        </li>
      ))}
    </ul>
  );
}
