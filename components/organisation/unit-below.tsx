import Link from "next/link";
import type { NamedUnit } from "@/lib/protocol/organisation";
import { organisationTexts as texts } from "@/lib/text/organisation";
import { unitHref } from "./organisation-href";

export function UnitBelow({ units }: { readonly units: readonly NamedUnit[] }) {
  return (
    <section className="desk-panel" aria-labelledby="unit-below">
      <header className="panel-head"><h2 id="unit-below" className="desk-head">{texts.below}</h2></header>
      {units.length === 0 ? <p className="panel-note desk-dense">{texts.noneBelow}</p> : (
        <ul className="unit-below">{units.map(({ id, name }) => <li key={id}><Link prefetch={false} href={unitHref(id)}>{name}</Link></li>)}</ul>
      )}
    </section>
  );
}
