"use client";

import Link from "next/link";
import { DenseButton, denseButtonClass } from "@/components/ui/dense-button";
import { organisationTexts as texts } from "@/lib/text/organisation";
import { organisationHref } from "./organisation-href";

/** Which day's tree is shown. Works without JavaScript too. */
export function DayForm({ day, today }: { readonly day: string; readonly today: string }) {
  return (
    <form method="get" action={organisationHref} className="tree-day">
      <label className="tree-field">
        {texts.day}
        <input key={day} type="date" name="day" defaultValue={day} required />
      </label>
      <DenseButton type="submit">{texts.show}</DenseButton>
      {day !== today && <Link className={denseButtonClass("bare")} href={organisationHref}>{texts.today}</Link>}
    </form>
  );
}
