import { bareName, nameWords } from "../members/offered-services";
import { addDays, partsOfDate, type LocalDate } from "../time/local-date";
import type { Month } from "../time/months";

/** One of the essential services. `otherNames`: what registers and reports call it too, word for word. */
export type EssentialService = { readonly slug: string; readonly name: string; readonly otherNames: readonly string[] };

/** Dossiers of a period under one name of the register; undefined where the register names no service. */
export type NamedDossiers = { readonly service: string | undefined; readonly total: number; readonly online: number };

export type ServiceRow = { readonly slug: string; readonly name: string; readonly total: number; readonly online: number };

export type EssentialServices = {
  /** Those with dossiers, in the order of the services. */
  readonly rows: readonly ServiceRow[];
  /** Those of which the register says nothing in the period. */
  readonly without: readonly string[];
  /** What is none of them, under the register's names, most dossiers first; with the rows it is all there is. */
  readonly others: readonly NamedDossiers[];
};

/** `YYYY-MM` */
export type MonthName = string;

/** A month of the reports on Đề án 06: the 15th of the month before to the 14th. Source: seed 001. */
export function reportMonth(month: MonthName): Month {
  const through = `${month}-14` as LocalDate;
  return { from: `${addDays(`${month}-01` as LocalDate, -1).slice(0, 7)}-15` as LocalDate, through };
}

/** The month of the report that ends with or after this day: the one that still runs. */
export function runningMonth(day: LocalDate): MonthName {
  if (partsOfDate(day).day <= 14) return day.slice(0, 7);
  return addDays(`${day.slice(0, 7)}-28` as LocalDate, 4).slice(0, 7);
}

/** The month of the last report whose days have all passed. */
export function lastMonth(day: LocalDate): MonthName {
  return addDays(`${runningMonth(day)}-01` as LocalDate, -1).slice(0, 7);
}

/**
 * Share of the online dossiers as the report prints it: Vietnamese, two decimals rounded half up, none where the
 * percentage is whole: `91,43%`, `100%`. Undefined without dossiers. Source: seed 001, whose `78%` of 439/562 and
 * `99%` of 301/304 break the rule that its other ten follow.
 */
export function formatRate({ online, total }: Pick<ServiceRow, "online" | "total">): string | undefined {
  if (total === 0) return undefined;
  if ((online * 100) % total === 0) return `${(online * 100) / total}%`;
  // Whole numbers all the way: a fraction of two would round by what is lost in it.
  const hundredths = Math.floor((online * 20_000 + total) / (2 * total));
  return `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, "0")}%`;
}

/**
 * Finds each name's service: its own name without remarks in brackets, as for what can be had online, or one of the
 * other names word for word. Nothing is lost: what is none of them stays apart.
 */
export function sumEssentialServices(services: readonly EssentialService[], dossiers: readonly NamedDossiers[]): EssentialServices {
  const findService = serviceFinder(services);
  const sums = new Map<string, { total: number; online: number }>();
  const others: NamedDossiers[] = [];
  for (const named of dossiers) {
    const service = named.service === undefined ? undefined : findService(named.service);
    if (!service) {
      others.push(named);
      continue;
    }
    const sum = sums.get(service.slug) ?? { total: 0, online: 0 };
    sums.set(service.slug, { total: sum.total + named.total, online: sum.online + named.online });
  }
  return {
    rows: services.flatMap(({ slug, name }) => (sums.has(slug) ? [{ slug, name, ...sums.get(slug)! }] : [])),
    without: services.flatMap(({ slug, name }) => (sums.has(slug) ? [] : [name])),
    others: others.sort((a, b) => b.total - a.total || (a.service ?? "").localeCompare(b.service ?? "", "vi")),
  };
}

/** The register's names of each service, by its slug: those that `sumEssentialServices` puts together. */
export function namesOfServices(services: readonly EssentialService[], dossiers: readonly NamedDossiers[]): Map<string, string[]> {
  const findService = serviceFinder(services);
  const names = new Map<string, string[]>();
  for (const { service: name } of dossiers) {
    const slug = name === undefined ? undefined : findService(name)?.slug;
    if (name !== undefined && slug !== undefined) names.set(slug, [...(names.get(slug) ?? []), name]);
  }
  return names;
}

function serviceFinder(services: readonly EssentialService[]): (text: string) => EssentialService | undefined {
  const byBareName = new Map([...services].reverse().map((service) => [bareName(service.name), service]));
  const byOtherName = new Map(services.flatMap((service) => service.otherNames.map((name) => [nameWords(name), service] as const)));
  return (text) => byOtherName.get(nameWords(text)) ?? byBareName.get(bareName(text));
}

/** All of them together. */
export function addDossiers(rows: readonly Pick<ServiceRow, "total" | "online">[]): Pick<ServiceRow, "total" | "online"> {
  return rows.reduce((sum, { total, online }) => ({ total: sum.total + total, online: sum.online + online }), { total: 0, online: 0 });
}
