import { cleanText } from "../text/clean-text";
import { foldText } from "../text/fold";

/** Parts of an address by their place in it, as written. `hamlet` is all that comes before the commune. */
export type ResidenceParts = {
  readonly hamlet?: string;
  readonly commune?: string;
  readonly district?: string;
  readonly province?: string;
};

/**
 * Splits a comma separated address from the right: province, district, commune, the rest. Districts are gone
 * since July 2025, so it takes the two-level reading (province, commune, the rest) where there are only two
 * parts, or where the words say so: a hamlet's word in the commune's place, or "Xã", "Phường" in the district's.
 * The result is a proposal for the form. Source: facts §1.
 */
export function splitAddress(address: string): ResidenceParts {
  const fromRight = cleanText(address)
    .split(",")
    .map((part) => part.replace(/[ .;]+$/, "").trim())
    .filter((part) => part !== "")
    .reverse();
  if (fromRight.length === 1 && hamletWord.test(fromRight[0] ?? "")) return partsOf({ hamlet: fromRight });
  const [province, second, third] = fromRight;
  if (hasNoDistrict(second, third)) return partsOf({ province, commune: second, hamlet: fromRight.slice(2) });
  return partsOf({ province, district: second, commune: third, hamlet: fromRight.slice(3) });
}

/**
 * The one commune of a list that the address names, regardless of case, marks and "Xã", "Phường", "Thị trấn".
 * Undefined when there is none, or several to choose from: a person decides then. Ask the list of today's
 * communes and that of the old ones separately.
 */
export function findCommune<Commune extends { readonly code: string; readonly name: string }>(
  parts: ResidenceParts,
  communes: readonly Commune[],
): Commune | undefined {
  const wanted = bareName(parts.commune ?? "");
  if (wanted === "") return undefined;
  const [found, ...others] = communes.filter((commune) => bareName(commune.name) === wanted);
  return others.length === 0 ? found : undefined;
}

/** Compared with their marks, so that the commune Tơ Tung isn't taken for a tổ. */
const hamletWords = [
  ...["thôn", "làng", "buôn", "bôn", "bản", "xóm", "ấp", "khóm", "khối", "tổ", "đội"],
  ...["khu phố", "khu vực", "khu dân cư", "kp", "kv", "tdp"],
  ...["đường", "ngõ", "ngách", "hẻm", "kiệt", "số"],
];
/** A house number says the same as a hamlet's word. */
const hamletWord = new RegExp(`^(?:(?:${hamletWords.join("|")})[ .]|\\d+\\D)`, "iu");
const communeWord = /^(?:(?:xã|phường|thị trấn)\s|(?:tt|p)\.)/iu;
const communePrefix = /^(?:(?:xa|phuong|thi tran)\s|(?:tt|p)\.)/;

function hasNoDistrict(second: string | undefined, third: string | undefined): boolean {
  if (second === undefined || third === undefined) return true;
  return communeWord.test(second) || hamletWord.test(third);
}

function bareName(name: string): string {
  return foldText(cleanText(name)).replace(communePrefix, "").trim();
}

function partsOf(parts: {
  readonly province?: string | undefined;
  readonly district?: string | undefined;
  readonly commune?: string | undefined;
  readonly hamlet: readonly string[];
}): ResidenceParts {
  const { province, district, commune } = parts;
  const hamlet = [...parts.hamlet].reverse().join(", ");
  return {
    ...(hamlet !== "" && { hamlet }),
    ...(commune !== undefined && { commune }),
    ...(district !== undefined && { district }),
    ...(province !== undefined && { province }),
  };
}
