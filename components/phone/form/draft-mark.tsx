import { Pencil } from "lucide-react";
import { form } from "@/lib/text/form";

/** Whether what was typed is on the phone by now; nothing before the first key. Only the failure is read out: it is news. */
export function DraftMark({ kept }: { readonly kept: boolean | undefined }) {
  return (
    <span role={kept === false ? "alert" : undefined} className="flex items-center gap-1.5 text-small text-ink-2">
      {kept !== undefined && (
        <>
          <Pencil aria-hidden size={16} />
          {kept ? form.draftKept : form.draftNotKept}
        </>
      )}
    </span>
  );
}
