import "server-only";
import * as z from "zod/mini";
import { Uuid } from "@/lib/domain/ids";
import { entryIndicators } from "@/lib/domain/report/indicator";
import { LocalDate } from "@/lib/domain/time/local-date";
import { numberKinds, type NumberQuery } from "@/lib/protocol/dashboard";

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

const Query = z.object({
  unit: Uuid,
  indicator: z.optional(z.enum(entryIndicators)),
  stage: z.enum(numberKinds),
  from: z.optional(LocalDate),
  to: LocalDate,
  tree: z.optional(LocalDate),
  place: z.optional(z.enum(["own", "residual"])),
  author: z.optional(Uuid),
  area: z.optional(z.union([Uuid, z.literal("none")])),
  asOf: z.optional(LocalDate),
  after: z.optional(z.string()),
});

/** @returns undefined when the address names no number */
export function numberQueryOf(parameters: Parameters): NumberQuery | undefined {
  const parsed = Query.safeParse(parameters);
  if (!parsed.success) return undefined;
  const { unit, from, to, tree, ...rest } = parsed.data;
  return { ...rest, unitId: unit, ...(from ? { first: from } : {}), through: to, treeOn: tree ?? to };
}
