import "server-only";
import * as z from "zod/mini";
import { Uuid } from "@/lib/domain/ids";
import { registerIndicatorCodes } from "@/lib/domain/report/register-indicators";
import { LocalDate } from "@/lib/domain/time/local-date";
import { rowChannels, rowParts, type ServiceRowsQuery, type ShareRowsQuery } from "@/lib/protocol/register-rows";
import { Month } from "@/lib/protocol/shifts";

const Page = z.coerce.number().check(z.int(), z.gte(0), z.lt(10_000));
const ShareRowsParameters = z.object({
  unit: Uuid,
  indicator: z.enum(registerIndicatorCodes),
  of: z.optional(z.enum(rowParts)),
  from: z.optional(LocalDate),
  to: LocalDate,
  tree: z.optional(LocalDate),
  place: z.optional(z.enum(["own", "residual"])),
  asOf: z.optional(LocalDate),
  page: z.optional(Page),
});

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** @returns undefined when the address names no share */
export function parseShareRows(parameters: Parameters): ShareRowsQuery | undefined {
  const parsed = ShareRowsParameters.safeParse(parameters);
  if (!parsed.success) return undefined;
  const { unit, of = "whole", from, to, tree = to, page = 0, ...rest } = parsed.data;
  return { ...rest, unitId: unit, of, first: from, through: to, treeOn: tree, page };
}

const ServiceRowsParameters = z.object({
  month: Month,
  asOf: LocalDate,
  service: z.optional(z.string().check(z.maxLength(100))),
  name: z.optional(z.string().check(z.maxLength(1000))),
  channel: z.optional(z.enum(rowChannels)),
  page: z.optional(Page),
});

/** @returns undefined when the address names no number */
export function parseServiceRows(parameters: Parameters): ServiceRowsQuery | undefined {
  const parsed = ServiceRowsParameters.safeParse(parameters);
  return parsed.success ? { ...parsed.data, page: parsed.data.page ?? 0 } : undefined;
}
