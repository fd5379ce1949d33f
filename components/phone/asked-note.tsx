import { MessageCircleQuestionMark } from "lucide-react";
import { Banner } from "@/components/ui/banner";
import type { EntryDetail } from "@/lib/phone/entries/entry-on-phone";
import { toDo } from "@/lib/text/to-do";

/** The author has used the one note back: what it says, and whether it has left the phone. */
export function AskedNote({ detail: { asked, summary } }: { readonly detail: EntryDetail }) {
  if (!asked) return null;
  return (
    <Banner icon={MessageCircleQuestionMark} tone="brand">
      <p className="font-semibold">{summary.sync === "received" ? toDo.ask.sent : toDo.ask.unsent}</p>
      {asked.note && <p className="wrap-anywhere">{toDo.ask.yourNote(asked.note)}</p>}
    </Banner>
  );
}
