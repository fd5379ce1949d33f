"use client";
import { Copy } from "lucide-react";
import Link from "next/link";
import { Options } from "@/components/ui/choice";
import { duplicateReasons, type DuplicateReason } from "@/lib/domain/entry/duplicate-reason";
import { formatDate, type LocalDate } from "@/lib/domain/time/local-date";
import type { PackHousehold } from "@/lib/phone/areas/pack-on-phone";
import { duplicateReasonNames } from "@/lib/text/entry-kinds";
import { visitText } from "@/lib/text/households";
import { visitHref } from "./addresses";
import { nameOf } from "./household-name";

type Props = {
  readonly doubles: readonly PackHousehold[];
  /** The same household was met on this day. */
  readonly informedOn: LocalDate | undefined;
  readonly campaign: string | undefined;
  readonly value: DuplicateReason | undefined;
  readonly error: string | undefined;
  readonly onChange: (reason: DuplicateReason) => void;
};

/** What may be the same, before it is saved: to be opened instead, or to be explained. */
export function DoublesNote({ doubles, informedOn, campaign, value, error, onChange }: Props) {
  const title = informedOn ? visitText.alreadyInformed(formatDate(informedOn)) : visitText.doubles;
  return (
    <section aria-label={title} className="grid gap-3 rounded-card border-2 border-warn-line bg-warn-soft px-3.5 py-3">
      <p role="status" className="flex gap-2 font-semibold text-warn">
        <Copy aria-hidden size={20} className="mt-0.5 flex-none" />
        {title}
      </p>
      {doubles.length > 0 && campaign && (
        <ul className="grid gap-2">
          {doubles.map((household) => (
            <li key={household.id}>
              <Link href={visitHref(campaign, household.id)} replace prefetch={false} className="block min-h-12 rounded-field bg-surface px-3 py-2 active:bg-sunken sunlight:border-2">
                <b className="block font-semibold">{nameOf(household)}</b>
                {household.head && household.address && <span className="block text-small text-ink-2">{household.address}</span>}
                <span className="text-small font-semibold text-brand underline underline-offset-4">{visitText.openDouble}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <div data-field="duplicateReason">
        <Options
          legend={visitText.anyway} name="duplicate-reason" value={value} error={error} onChange={onChange}
          options={duplicateReasons.map((reason) => ({ value: reason, label: duplicateReasonNames[reason] }))}
        />
      </div>
    </section>
  );
}
