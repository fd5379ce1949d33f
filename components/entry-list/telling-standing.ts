import type { Standing } from "@/lib/domain/report/standing";
import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";

/** What keeps an outcome from counting for good comes first, then what is waited for, then what is well. */
const inOrder: readonly Standing[] = [
  "refusedByPolice", "refusedByOfficer", "duplicate", "onPaper", "outsideScheme",
  "noKey", "notFound", "awaitingPolice", "awaitingOfficer",
  "matched", "confirmedByPolice", "checkedByOfficer",
];

/** The one standing that says most of an entry; undefined where nothing needed evidence. */
export function tellingStanding(evidence: EntrySummary["evidence"]): Standing | undefined {
  return inOrder.find((standing) => evidence?.some((said) => said.standing === standing));
}
