import { Search } from "lucide-react";
import type { RefObject } from "react";
import { reviewDesk } from "@/lib/text/desk-review";

/** Looks for one entry in all states; by code, never by name: names rest encrypted. */
export function QueueSearch({ text, inputRef }: { readonly text: string | undefined; readonly inputRef: RefObject<HTMLInputElement | null> }) {
  return (
    <form role="search" action="/desk/review" className="review-search">
      <Search aria-hidden size={16} className="text-ink-2" />
      <input
        ref={inputRef}
        key={text ?? ""}
        type="search"
        name="q"
        defaultValue={text}
        aria-label={reviewDesk.filters.search}
        placeholder={reviewDesk.filters.searchHint}
        autoComplete="off"
      />
    </form>
  );
}
