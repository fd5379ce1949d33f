import "server-only";
import * as z from "zod/mini";
import { Uuid } from "@/lib/domain/ids";
import { entryIndicators, type EntryIndicator } from "@/lib/domain/report/indicator";

type Asked = { readonly periodId?: string; readonly unitId?: string; readonly indicator?: EntryIndicator };

/** Which period, unit and indicator an address names; what is no id names nothing. */
export function askedPeriodOf({ period, unit, indicator }: Readonly<Record<string, string | string[] | undefined>>): Asked {
  const [periodId, unitId] = [Uuid.safeParse(period).data, Uuid.safeParse(unit).data];
  const known = z.enum(entryIndicators).safeParse(indicator).data;
  return { ...(periodId ? { periodId } : {}), ...(unitId ? { unitId } : {}), ...(known ? { indicator: known } : {}) };
}
