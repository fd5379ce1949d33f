import Link from "next/link";
import type { Achievement } from "@/lib/domain/report/commendation";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { numberHref } from "@/lib/protocol/number-address";
import { commendationTexts as texts } from "@/lib/text/desk-commendation";
import { formatCount } from "@/lib/text/moment";

type Props = {
  readonly row: Achievement;
  readonly stage: "confirmed" | "matched" | "refuted";
  readonly days: { readonly first: LocalDate; readonly through: LocalDate } | undefined;
};

/** How much somebody did, as a link to the entries that say so. Behind 0 there is nothing. */
export function WorkLink({ row, stage, days }: Props) {
  const { unitId, authorId, name } = row;
  const words = formatCount(row[stage]);
  if (!days || !unitId || row[stage] === 0) return words;
  const href = numberHref({ unitId, stage, place: "own", author: authorId, ...days, treeOn: days.through });
  return <Link prefetch={false} href={href} aria-label={texts.openWork(words, texts.columns[stage], name)}>{words}</Link>;
}
