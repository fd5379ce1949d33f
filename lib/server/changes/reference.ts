import "server-only";
import { consentPurposes } from "@/lib/domain/entry/consent";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { Briefing } from "@/lib/protocol/briefing";
import { schemeOf, schemeQueries, type SchemeRows } from "@/lib/server/commands/scheme";
import { serverKey } from "@/lib/server/crypto/server-key";
import { askTogether } from "@/lib/server/database/ask-together";
import type { Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";

/** What is the same for everybody of the province: enough to begin with, see lib/protocol/join.ts. */
export type Reference = Pick<Briefing, "services" | "consentNotice" | "serverKey" | "indicatorVersions" | "schemeRules">;

export async function loadReference(tx: Transaction, today: LocalDate): Promise<Reference> {
  return referenceOf(await askTogether<ReferenceRows>(tx, referenceQueries(today)));
}

/** For whoever asks for more in the same statement. */
export type ReferenceRows = SchemeRows & {
  readonly services: Briefing["services"];
  readonly notices: readonly { readonly version: number; readonly text: string }[];
};

export function referenceQueries(today: LocalDate) {
  return {
    ...schemeQueries,
    services: Prisma.sql`
      select slug, name from service
      where valid_from <= ${today}::date and (valid_to is null or ${today}::date < valid_to)
      order by sort_order, slug`,
    notices: Prisma.sql`select version, text from consent_notice where valid_from <= ${today}::date order by valid_from desc, version desc limit 1`,
  };
}

export function referenceOf({ services, notices: [notice], ...scheme }: ReferenceRows): Reference {
  if (!notice) throw new Error("The province has no consent notice: load its reference data");
  const { indicatorVersions, schemeRules } = schemeOf(scheme);
  return {
    services,
    consentNotice: { ...notice, purposes: [...consentPurposes] },
    indicatorVersions: indicatorVersions.map((version) => ({ ...version, outcomeKinds: [...version.outcomeKinds] })),
    schemeRules,
    serverKey: serverKey(),
  };
}
