import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { DenseButton, denseButtonClass } from "@/components/ui/dense-button";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { essentialServiceTexts as texts } from "@/lib/text/desk-essential-services";

type Props = { readonly month: string; readonly asOf: LocalDate; readonly today: LocalDate; readonly previous: string | undefined; readonly next: string | undefined };

/** Which month, as the register spoke at the end of which day. Works without JavaScript. */
export function MonthForm({ month, asOf, today, previous, next }: Props) {
  return (
    <form action="/desk/essential-services" className="services-form no-print">
      {previous && <Step month={previous} label={texts.previous} icon={<ChevronLeft aria-hidden size={16} />} />}
      <label>{texts.month}<input type="month" name="month" defaultValue={month} key={month} required /></label>
      {next && <Step month={next} label={texts.next} icon={<ChevronRight aria-hidden size={16} />} />}
      <label>{texts.asOfLabel}<input type="date" name="asOf" defaultValue={asOf} max={today} key={asOf} /></label>
      <DenseButton type="submit">{texts.show}</DenseButton>
    </form>
  );
}

function Step({ month, label, icon }: { readonly month: string; readonly label: string; readonly icon: React.ReactNode }) {
  return <Link prefetch={false} className={denseButtonClass()} href={`/desk/essential-services?month=${month}`} aria-label={`${label}: ${texts.monthName(month)}`}>{icon}</Link>;
}
