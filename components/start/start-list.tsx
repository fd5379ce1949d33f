import type { StartItem } from "@/lib/protocol/start";
import { startTexts } from "@/lib/text/desk-start";
import { StartRow } from "./start-row";

type Props = { readonly items: readonly StartItem[]; /** Addresses of the person's pages. */ readonly pages: readonly string[] };

/** What is to do first, then what is good to know. */
export function StartList({ items, pages }: Props) {
  const toDo = items.filter(({ level }) => level !== "known");
  const known = items.filter(({ level }) => level === "known");
  return (
    <div className="start">
      <section aria-labelledby="start-to-do">
        <h2 id="start-to-do" className="desk-head">{startTexts.toDo}</h2>
        {toDo.length === 0 ? <p className="desk-panel start-nothing desk-body">{startTexts.nothing}</p> : <Rows items={toDo} pages={pages} first />}
      </section>
      {known.length > 0 && (
        <section aria-labelledby="start-known">
          <h2 id="start-known" className="desk-head">{startTexts.known}</h2>
          <Rows items={known} pages={pages} />
        </section>
      )}
    </div>
  );
}

/** `first`: what stands on top is what to begin with. */
function Rows({ items, pages, first = false }: Props & { readonly first?: boolean }) {
  return <ul className="desk-panel">{items.map((item, index) => <StartRow key={item.kind} item={item} pages={pages} isNext={first && index === 0} />)}</ul>;
}
