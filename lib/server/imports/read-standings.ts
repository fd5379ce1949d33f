import "server-only";
import type { Standing } from "@/lib/domain/report/standing";
import type { RegisterKind, StandingCounts } from "@/lib/protocol/imports";
import type { Transaction } from "@/lib/server/database/with-actor";

type Standings = { readonly counts: Record<RegisterKind, StandingCounts>; /** Matched at that moment. */ readonly newly: Record<RegisterKind, number> };

/** How everything that claims something of the register stands now. */
export async function readStandings(tx: Transaction, moment: string): Promise<Standings> {
  const rows = await tx.$queryRaw<{ kind: RegisterKind; standing: Standing; outcomes: number; newly: number }[]>`
    select kind, standing, outcomes, newly from register_standings(${moment}::timestamptz)`;
  const counts: Record<RegisterKind, Partial<Record<Standing, number>>> = { dossier: {}, account: {} };
  const newly: Record<RegisterKind, number> = { dossier: 0, account: 0 };
  for (const row of rows) {
    counts[row.kind][row.standing] = row.outcomes;
    if (row.standing === "matched") newly[row.kind] = row.newly;
  }
  return { counts, newly };
}
