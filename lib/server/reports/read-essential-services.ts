import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import {
  addDossiers, reportMonth, sumEssentialServices,
  type EssentialService, type EssentialServices, type MonthName, type NamedDossiers, type ServiceRow,
} from "@/lib/domain/report/essential-services";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import type { Month } from "@/lib/domain/time/months";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { keepsRegisters } from "@/lib/server/imports/keeper";
import { seenUnits } from "@/lib/server/members/seen-unit";

export type EssentialServicesReport = EssentialServices & {
  readonly month: MonthName;
  readonly period: Month;
  /** As the register spoke at the end of this day. */
  readonly asOf: LocalDate;
  /** Of the services, and of everything that the register says was received. */
  readonly total: Pick<ServiceRow, "total" | "online">;
  readonly received: Pick<ServiceRow, "total" | "online">;
};

/**
 * The essential services in a month of Đề án 06, from the whole register as it spoke at the end of a day.
 * @returns undefined for whoever neither keeps the registers nor observes the province
 */
export function readEssentialServices(actor: Actor, month: MonthName, asOf: LocalDate, now: string): Promise<EssentialServicesReport | undefined> {
  const period = reportMonth(month);
  return withActor(actor, async (tx) => {
    if (!(await seesRegisterSums(tx, actor, now))) return undefined;
    const dossiers = await readServiceSums(tx, period, asOf);
    const table = sumEssentialServices(await readServices(tx, period.through), dossiers);
    return { ...table, month, period, asOf, total: addDossiers(table.rows), received: addDossiers(dossiers) };
  });
}

/** The database asks the same once more. */
async function seesRegisterSums(tx: Transaction, actor: Actor, now: string): Promise<boolean> {
  if (keepsRegisters(actor, now)) return true;
  const observed = seenUnits(actor, localDateOf(now), ["observer"]);
  const rows = await tx.$queryRaw<unknown[]>`select from unit where kind = 'province' and id = any (${observed}::uuid[])`;
  return rows.length > 0;
}

/** What the register says was received in these days, by its names of services. */
export async function readServiceSums(tx: Transaction, { from, through }: Month, asOf: LocalDate): Promise<NamedDossiers[]> {
  const rows = await tx.$queryRaw<{ service: string | null; total: number; online: number }[]>`
    select service, dossiers as total, online from service_sums(${from}::date, ${through}::date, ${asOf}::date)`;
  return rows.map(({ service, ...counts }) => ({ service: service ?? undefined, ...counts }));
}

/** The essential services of a day, in their order. */
export function readServices(tx: Transaction, day: LocalDate): Promise<EssentialService[]> {
  return tx.$queryRaw<EssentialService[]>`
    select slug, name, coalesce(other_names, '{}') as "otherNames" from service
    where valid_from <= ${day}::date and (valid_to is null or ${day}::date < valid_to)
    order by sort_order, slug`;
}
