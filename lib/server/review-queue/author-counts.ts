import "server-only";
import type { Transaction } from "@/lib/server/database/with-actor";

export type AuthorCounts = { readonly entriesIn30Days: number; readonly returnedIn30Days: number };

/** How much the author has recorded of late and how much of it came back: context, not a ranking. */
export async function readAuthorCounts(tx: Transaction, authorId: string): Promise<AuthorCounts> {
  const [counts] = await tx.$queryRaw<AuthorCounts[]>`
    select count(*)::int as "entriesIn30Days",
           count(*) filter (where exists (
             select from review_event where review_event.entry_id = entry.id and action = 'return'))::int as "returnedIn30Days"
    from entry where author_id = ${authorId}::uuid and received_at > now() - interval '30 days'`;
  return counts ?? { entriesIn30Days: 0, returnedIn30Days: 0 };
}
