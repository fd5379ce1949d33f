import { Button } from "@/components/ui/button";
import { PersonalNumber, maskPersonalNumber } from "@/lib/domain/identity/personal-number";
import { helpSession } from "@/lib/text/help-session";
import type { DraftSubject } from "./draft";

/** Who is being helped, on every step after the first; the number is masked by now. */
export function SubjectLine({ subject, onEdit }: { readonly subject: DraftSubject; readonly onEdit: () => void }) {
  const number = PersonalNumber.safeParse(subject.personalNumber);
  const facts = [
    subject.sex && helpSession.person[subject.sex],
    subject.birth.slice(-4),
    number.success && maskPersonalNumber(number.data),
  ].filter(Boolean);
  return (
    <div className="flex items-center gap-3 border-b border-line bg-surface py-2 pr-2 pl-4 sunlight:border-b-2">
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{subject.name}</p>
        <p className="text-small text-ink-2">{facts.join(" · ")}</p>
      </div>
      <Button look="quiet" onClick={onEdit}>
        {helpSession.edit}
      </Button>
    </div>
  );
}
