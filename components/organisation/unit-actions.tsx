import Link from "next/link";
import { denseButtonClass } from "@/components/ui/dense-button";
import { changeKinds } from "@/lib/domain/organisation/organisation-change";
import type { UnitPage } from "@/lib/protocol/organisation";
import { organisationTexts as texts } from "@/lib/text/organisation";
import { changeHref } from "./organisation-href";

/** What may be done with a unit; nothing for whoever only looks. */
export function UnitActions({ unit }: { readonly unit: UnitPage }) {
  const kinds = changeKinds.filter((kind) => (kind === "open" ? unit.mayPutBelow : unit.mayChange));
  if (kinds.length === 0) return null;
  return (
    <section className="desk-panel" aria-labelledby="unit-actions">
      <header className="panel-head"><h2 id="unit-actions" className="desk-head">{texts.change}</h2></header>
      <div className="unit-actions">
        {kinds.map((kind) => <Link key={kind} prefetch={false} className={denseButtonClass()} href={changeHref(unit.id, kind)}>{kind === "open" ? texts.openBelow : texts.changes[kind]}</Link>)}
      </div>
    </section>
  );
}
