import { wordsOf } from "../import/clean-cell";
import { err, ok, type Result } from "../result";
import type { LocalDate } from "../time/local-date";

export type ListedUnit = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | undefined;
  readonly officialCode: string | undefined;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | undefined;
  /** Units above it, at any time. */
  readonly ancestorIds: readonly string[];
};

export type FindUnit = (text: string, day: LocalDate) => Result<ListedUnit, "unitUnknown" | "unitAmbiguous">;

/**
 * Finds the unit that a file calls by its code or by a name as people write it: `H. Hoài Ân`, `Đoàn xã Ân Thạnh,
 * Huyện đoàn Hoài Ân`. Of several parts each has to fit, and the lowest unit is meant. A name that fits more than one
 * unit of the day is no answer. Refuses with `unitUnknown` or `unitAmbiguous`.
 */
export function unitDirectory(units: readonly ListedUnit[]): FindUnit {
  const named = index(units);
  return (text, day) => {
    const isAlive = ({ validFrom, validTo }: ListedUnit) => validFrom <= day && (validTo === undefined || day < validTo);
    const candidatesOf = (part: string) => keysOfText(part).map((key) => (named.get(key) ?? []).filter(isAlive)).find(({ length }) => length > 0) ?? [];
    const whole = candidatesOf(text);
    const found = whole.length > 0 ? whole : lowestOf(text.split(partBreak).map(candidatesOf).filter(({ length }) => length > 0));
    const [only, another] = found;
    if (another) return err("unitAmbiguous");
    return only ? ok(only) : err("unitUnknown");
  };
}

const partBreak = /[,;()/]| [-–] /;

/** Units of one part that have one of every other part above them. */
function lowestOf(parts: readonly (readonly ListedUnit[])[]): ListedUnit[] {
  const isBelow = (unit: ListedUnit, others: readonly ListedUnit[]) => others.some(({ id }) => id === unit.id || unit.ancestorIds.includes(id));
  return [...new Set(parts.flat())].filter((unit) => parts.every((others) => isBelow(unit, others)));
}

function index(units: readonly ListedUnit[]): Map<string, ListedUnit[]> {
  const named = new Map<string, ListedUnit[]>();
  for (const unit of units) {
    for (const key of new Set([...keysOfName(unit.name), ...keysOfName(unit.shortName ?? ""), keyOfCode(unit.officialCode ?? "")])) {
      if (/[a-z0-9]$/.test(key)) named.set(key, [...(named.get(key) ?? []), unit]);
    }
  }
  return named;
}

function keysOfName(name: string): string[] {
  const { level, rest } = splitName(name);
  return [`name ${wordsOf(name)}`, `${level} ${rest}`, `any ${rest}`];
}

/** The surest first. Whoever names a level means that one; without a level any will do. */
function keysOfText(text: string): string[] {
  const { level, rest } = splitName(text);
  return [keyOfCode(text), `name ${wordsOf(text)}`, `${level === "none" ? "any" : level} ${rest}`];
}

function keyOfCode(text: string): string {
  return `code ${wordsOf(text)}`;
}

/** Offices of the Union are called after their district or commune, with or without the word for it. */
function splitName(name: string): { level: "district" | "commune" | "none"; rest: string } {
  const words = wordsOf(name).replace(/^(?:ban chap hanh |bch )?(?:doan (?:thanh nien |tncs (?:ho chi minh |hcm )?)?|dtn )?/, "");
  const district = /^(?:huyen doan|thi doan|thanh doan|huyen|thi xa|thanh pho|h|tx|tp) (.+)$/.exec(words);
  const commune = /^(?:xa|phuong|thi tran|x|p|tt) (.+)$/.exec(words);
  if (district) return { level: "district", rest: district[1]! };
  return commune ? { level: "commune", rest: commune[1]! } : { level: "none", rest: words };
}
