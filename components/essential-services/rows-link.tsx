import Link from "next/link";
import type { LocalDate } from "@/lib/domain/time/local-date";
import { serviceRowsHref, type RowChannel } from "@/lib/protocol/register-rows";
import { essentialServiceTexts as texts } from "@/lib/text/desk-essential-services";
import { formatCount } from "@/lib/text/moment";

/** Of a service, or of a name of the register; all essential services without either. */
export type RowsHref = (of: { readonly service?: string; readonly name?: string }, channel?: RowChannel) => string;

/** A number that opens the dossiers behind it. Behind 0 there is nothing. */
export function RowsLink({ count, name, href }: { readonly count: number; readonly name: string; readonly href: string | undefined }) {
  const words = formatCount(count);
  return href && count > 0 ? <Link prefetch={false} href={href} aria-label={texts.openCount(words, name)}>{words}</Link> : words;
}

/** In a month, as the register spoke at the end of a day. */
export function rowsHrefOf(month: string, asOf: LocalDate): RowsHref {
  return (of, channel) => serviceRowsHref({ ...of, channel, month, asOf });
}
