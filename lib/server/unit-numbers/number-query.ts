import "server-only";
import * as z from "zod/mini";
import { Uuid } from "@/lib/domain/ids";
import { entryIndicators } from "@/lib/domain/report/indicator";
import { LocalDate, partsOfDate } from "@/lib/domain/time/local-date";
import { numberKinds, type NumberQuery, type Period } from "@/lib/protocol/unit-numbers";

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** The period that an address names; this year so far for none or a wrong one. */
export function periodOf(parameters: Parameters, today: LocalDate): Period & { readonly wrong: boolean } {
  const named = "from" in parameters || "to" in parameters;
  const parsed = z.object({ from: LocalDate, to: LocalDate }).safeParse(parameters);
  if (parsed.success && parsed.data.from <= parsed.data.to) return { ...parsed.data, wrong: false };
  return { from: LocalDate.parse(`${partsOfDate(today).year}-01-01`), to: today, wrong: named };
}

/** The unit that an address names; undefined when it names none or no id. */
export function unitIdOf(parameters: Parameters): string | undefined {
  return Uuid.safeParse(parameters.unit).data;
}

const Query = z.object({
  unit: Uuid,
  indicator: z.enum(entryIndicators),
  stage: z.enum(numberKinds),
  from: LocalDate,
  to: LocalDate,
  direct: z.optional(z.literal("1")),
  after: z.optional(z.string()),
});

/** @returns undefined when the address names no number */
export function numberQueryOf(parameters: Parameters): NumberQuery | undefined {
  const parsed = Query.safeParse(parameters);
  if (!parsed.success) return undefined;
  const { unit, direct, after, ...rest } = parsed.data;
  return { ...rest, unitId: unit, direct: direct === "1", ...(after ? { after } : {}) };
}
