import Link from "next/link";
import type { NamedUnit } from "@/lib/protocol/organisation";
import { organisationTexts as texts } from "@/lib/text/organisation";
import { organisationHref, unitHref } from "./organisation-href";

/** Where a unit stands, and its name. */
export function UnitHead({ title, note, path }: { readonly title: string; readonly note?: string; readonly path: readonly NamedUnit[] }) {
  return (
    <header className="desk-top">
      <div>
        <nav aria-label={texts.crumbs} className="unit-crumbs">
          <Link prefetch={false} href={organisationHref}>{texts.title}</Link>
          {path.map(({ id, name }) => <Link key={id} prefetch={false} href={unitHref(id)}>{name}</Link>)}
        </nav>
        <h1 className="desk-title">{title}</h1>
        {note && <p className="desk-caption text-ink-2">{note}</p>}
      </div>
    </header>
  );
}
