import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { IndicatorPanel } from "@/components/members/indicator-panel";
import { membersHref, paperHref } from "@/components/members/members-href";
import { UnitsTable } from "@/components/members/units-table";
import { SheetLinks } from "@/components/sheets/sheet-links";
import { DenseButton, denseButtonClass } from "@/components/ui/dense-button";
import { localDateOf } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { keepsRegisters } from "@/lib/server/imports/keeper";
import { membersAsked } from "@/lib/server/members/members-query";
import { readRegisterIndicators } from "@/lib/server/members/read-register-indicators";
import { memberRoles, paperRoles, seenUnits } from "@/lib/server/members/seen-unit";
import { memberTexts } from "@/lib/text/desk-members";
import { formatDay } from "@/lib/text/moment";
import "@/components/members/members.css";

export const metadata: Metadata = { title: memberTexts.title };

export default async function MembersPage({ searchParams }: PageProps<"/desk/members">) {
  const { actor } = await requirePerson("/desk/members");
  const now = new Date().toISOString();
  const asked = await membersAsked(actor, await searchParams, memberRoles, now);
  if (!asked) redirect("/desk");
  const { unitId, ownUnitId, window } = asked;
  const indicators = unitId ? await readRegisterIndicators(actor, unitId, window, now) : undefined;
  if (!indicators) notFound();
  const { total, children } = indicators;
  const seesRows = seenUnits(actor, localDateOf(now), paperRoles).length > 0;
  const isEmpty = total.sums.members === 0 && total.publicEmployees === 0;
  return (
    <>
      <header className="desk-top">
        <div>
          {total.id !== ownUnitId && <Link className="desk-dense text-brand underline" prefetch={false} href={membersHref(ownUnitId, window.last)}>{memberTexts.parents}</Link>}
          <h1 className="desk-title">{`${memberTexts.title}: ${total.name}`}</h1>
          <p className="desk-caption text-ink-2">{memberTexts.intro(formatDay(`${window.first}T00:00:00+07:00`), formatDay(`${window.last}T00:00:00+07:00`))}</p>
        </div>
        <div className="members-links">
          <form>
            <input type="hidden" name="unit" value={total.id} />
            <label>{memberTexts.day}<input type="date" name="day" defaultValue={window.last} min={window.first} max={localDateOf(now)} /></label>
            <DenseButton type="submit">{memberTexts.show}</DenseButton>
          </form>
          <SheetLinks sheet="members" query={{ unit: total.id, day: window.last }} />
          {seesRows && <Link className={denseButtonClass()} prefetch={false} href={paperHref(total.id, window.last)}>{memberTexts.paperLink}</Link>}
          {keepsRegisters(actor, now) && <Link className={denseButtonClass("main")} href="/desk/members/import">{memberTexts.importLink}</Link>}
        </div>
      </header>
      <div className="members">
        {isEmpty && <p className="desk-body">{memberTexts.noMembers}</p>}
        <IndicatorPanel indicators={indicators} opensRows={seesRows} />
        {(children.length > 0 || !isEmpty) && <UnitsTable indicators={indicators} opensRows={seesRows} />}
      </div>
    </>
  );
}
