import Link from "next/link";
import { DenseButton, denseButtonClass } from "@/components/ui/dense-button";
import { roles } from "@/lib/domain/people/actor";
import { personStates, type PeopleQuery, type PlaceChoices } from "@/lib/protocol/people";
import { roleNames } from "@/lib/text/desk";
import { peopleTexts as texts } from "@/lib/text/people";
import { peopleHref } from "./people-href";

/** Which people are shown: a form of the page's own address, so that it works before anything else is loaded. */
export function PeopleFilter({ query, places }: { readonly query: PeopleQuery; readonly places: PlaceChoices }) {
  const isFiltered = Object.entries(query).some(([name, value]) => name !== "page" && value !== undefined && value !== "");
  return (
    <form action={peopleHref} role="search" className="people-filter">
      <label className="people-search">
        {texts.search}
        <input type="search" name="search" defaultValue={query.search ?? ""} maxLength={80} autoComplete="off" />
      </label>
      <label>
        {texts.unit}
        <select name="unit" defaultValue={query.unit ?? ""}>
          <option value="">{texts.allUnits}</option>
          {places.units.map(({ id, name, depth }) => <option key={id} value={id}>{`${"\u00a0\u00a0".repeat(depth)}${name}`}</option>)}
        </select>
      </label>
      <label>
        {texts.role}
        <select name="role" defaultValue={query.role ?? ""}>
          <option value="">{texts.allRoles}</option>
          {roles.map((role) => <option key={role} value={role}>{roleNames[role]}</option>)}
        </select>
      </label>
      <label>
        {texts.state}
        <select name="state" defaultValue={query.state ?? ""}>
          <option value="">{texts.allStates}</option>
          {personStates.map((state) => <option key={state} value={state}>{texts.states[state]}</option>)}
        </select>
      </label>
      {query.command && <input type="hidden" name="command" value={query.command} />}
      <DenseButton type="submit">{texts.show}</DenseButton>
      {isFiltered && <Link className={denseButtonClass("bare")} href={peopleHref}>{texts.clear}</Link>}
    </form>
  );
}
