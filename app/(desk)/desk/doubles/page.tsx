import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ComparisonTable } from "@/components/doubles/comparison-table";
import { DoubleDesk } from "@/components/doubles/double-desk";
import { StatusMark } from "@/components/review/status-mark";
import { Uuid } from "@/lib/domain/ids";
import { requirePerson } from "@/lib/server/auth/current-person";
import { supervisedUnits } from "@/lib/server/database/with-actor";
import { listDoubles } from "@/lib/server/doubles/list-doubles";
import { readDouble } from "@/lib/server/doubles/read-double";
import { doubleTexts } from "@/lib/text/desk-doubles";
import "@/components/doubles/doubles.css";

export const metadata: Metadata = { title: doubleTexts.title };

export default async function DoublesPage({ searchParams }: PageProps<"/desk/doubles">) {
  const { actor } = await requirePerson("/desk/doubles");
  if (supervisedUnits(actor).length === 0) redirect("/desk");
  const { first, second } = await searchParams;
  const named = [Uuid.safeParse(first).data, Uuid.safeParse(second).data] as const;
  const list = await listDoubles(actor);
  const [top] = list.pairs;
  const ids = named[0] && named[1] ? ([named[0], named[1]] as const) : top && ([top.sides[0].id, top.sides[1].id] as const);
  const entries = ids && (await readDouble(actor, ids, new Date().toISOString()));
  return (
    <>
      <header className="desk-top">
        <div>
          <h1 className="desk-title">{doubleTexts.title}</h1>
          <p className="desk-caption text-ink-2">{doubleTexts.waiting(list.pairs.length, list.more)}</p>
        </div>
        <p className="doubles-keys desk-caption text-ink-2">{doubleTexts.keys}</p>
      </header>
      <DoubleDesk list={list} entries={entries} opened={named[0] !== undefined && named[1] !== undefined}>
        {entries && <ComparisonTable entries={entries} markOf={({ status }) => <StatusMark status={status} />} />}
        {!entries && <p className="doubles-none">{named[0] ? doubleTexts.gone : list.pairs.length > 0 ? doubleTexts.pickOne : doubleTexts.none}</p>}
      </DoubleDesk>
    </>
  );
}
