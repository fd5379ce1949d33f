"use client";
import { CalendarClock, DoorClosed, MessageCircle, Truck, type LucideIcon } from "lucide-react";
import { Options } from "@/components/ui/choice";
import { visitResults, type VisitResult } from "@/lib/domain/entry/household-visit";
import { visitText } from "@/lib/text/households";

type Props = { readonly value: VisitResult | ""; readonly error: string | undefined; readonly onChange: (result: VisitResult) => void };

const icons: Record<VisitResult, LucideIcon> = { informed: MessageCircle, absent: CalendarClock, refused: DoorClosed, moved: Truck };

/** What came of knocking. */
export function ResultTiles({ value, error, onChange }: Props) {
  return (
    <div data-field="result">
      <Options
        legend={visitText.result} name="visit-result" value={value || undefined} error={error} onChange={onChange}
        options={visitResults.map((result) => ({ value: result, label: visitText.tiles[result], icon: icons[result] }))}
      />
    </div>
  );
}
