import { QrCode } from "lucide-react";
import type { Way } from "@/components/phone/scanner/scanner-sheet";
import { Button, buttonClass } from "@/components/ui/button";
import { helpSession } from "@/lib/text/help-session";

/** How the first fields get filled, where the thumb is: by the card, or in one tap without one. */
export function WaysIn({ onScan, others }: { readonly onScan: () => void; readonly others: readonly Way[] }) {
  return (
    <>
      <Button icon={QrCode} className="w-full" onClick={onScan}>
        {helpSession.person.scan}
      </Button>
      <div className="grid w-full grid-cols-[repeat(auto-fit,minmax(min(6rem,100%),1fr))] gap-2">
        {others.map(({ icon: Icon, label, take }) => (
          <button key={label} type="button" onClick={take} className={`${buttonClass("second")} min-h-16! flex-col gap-1! px-1!`}>
            <Icon aria-hidden size={22} className="flex-none" />
            {label}
          </button>
        ))}
      </div>
    </>
  );
}
