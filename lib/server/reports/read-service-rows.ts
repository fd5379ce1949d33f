import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { namesOfServices, reportMonth } from "@/lib/domain/report/essential-services";
import type { Month } from "@/lib/domain/time/months";
import type { ServiceDossier, ServiceRows, ServiceRowsQuery } from "@/lib/protocol/register-rows";
import { screenOf, type RowsPart } from "@/lib/server/database/rows-part";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { Prisma } from "@/lib/server/generated/client";
import { keepsRegisters } from "@/lib/server/imports/keeper";
import { essentialServiceTexts } from "@/lib/text/desk-essential-services";
import { readServices, readServiceSums } from "./read-essential-services";

/**
 * The dossiers of the register behind a number of the essential services, as it spoke at the end of a day.
 * @returns undefined alike for an unknown service and for whoever doesn't keep the registers: observers see sums only
 */
export async function readServiceRows(actor: Actor, query: ServiceRowsQuery, now: string, { limit, offset }: RowsPart = screenOf(query.page)): Promise<ServiceRows | undefined> {
  if (!keepsRegisters(actor, now)) return undefined;
  const period = reportMonth(query.month);
  return withActor(actor, async (tx) => {
    const named = await readNamed(tx, period, query);
    if (!named) return undefined;
    const rows = await tx.$queryRaw<Row[]>`
      select dossier_code as code, last_four as "lastFour", received_on::text as day, service, channel, count(*) over ()::int as count
      from service_rows(${period.from}::date, ${period.through}::date, ${query.asOf}::date, ${[...named.names]}::text[], ${named.unnamed}) listed
      where ${ofChannel(query.channel)}
      order by received_on, dossier_code limit ${limit} offset ${offset}`;
    const count = rows[0]?.count ?? 0;
    return {
      title: named.title, count, hasNext: offset + rows.length < count,
      rows: rows.map(({ code, day, lastFour, service, channel }) => ({ code, day, ...(lastFour ? { lastFour } : {}), ...(service ? { service } : {}), ...(channel ? { channel } : {}) })),
    };
  });
}

type Row = { readonly code: string; readonly lastFour: string | null; readonly day: ServiceDossier["day"]; readonly service: string | null; readonly channel: string | null; readonly count: number };

type Named = { readonly title: string; readonly names: readonly string[]; readonly unnamed: boolean };

/** Under which of the register's names the dossiers are. */
async function readNamed(tx: Transaction, period: Month, { service, name, asOf }: ServiceRowsQuery): Promise<Named | undefined> {
  if (name !== undefined) return { title: name || essentialServiceTexts.unnamed, names: name ? [name] : [], unnamed: name === "" };
  const services = await readServices(tx, period.through);
  const found = service === undefined ? undefined : services.find(({ slug }) => slug === service);
  if (service !== undefined && !found) return undefined;
  const names = namesOfServices(services, await readServiceSums(tx, period, asOf));
  return { title: found?.name ?? essentialServiceTexts.table, names: found ? (names.get(found.slug) ?? []) : [...names.values()].flat(), unnamed: false };
}

/** What is not online was handed in at a counter, as the table counts it. */
function ofChannel(channel: ServiceRowsQuery["channel"]): Prisma.Sql {
  if (channel === undefined) return Prisma.sql`true`;
  return channel === "online" ? Prisma.sql`channel = 'online'` : Prisma.sql`channel is distinct from 'online'`;
}
