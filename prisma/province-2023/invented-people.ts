import type { Sex } from "../../lib/domain/identity/sex";

/** Members and other young people are 16–30 on every day of the scheme until August 2023, citizens are older. */
const pools = {
  member: { firstYear: 1994, years: 12, firstSerial: 0 },
  youth: { firstYear: 1994, years: 12, firstSerial: 100_000 },
  citizen: { firstYear: 1941, years: 50, firstSerial: 200_000 },
} as const;
export type Pool = keyof typeof pools;

export type InventedPerson = {
  readonly name: string;
  readonly sex: Sex;
  readonly birth: { readonly precision: "day"; readonly year: number; readonly month: number; readonly day: number };
  readonly personalNumber: string;
};

/** The person of a place in a pool: always the same, no two alike; number, sex and birth agree. */
export function personAt(pool: Pool, index: number): InventedPerson {
  const { firstYear, years, firstSerial } = pools[pool];
  const year = firstYear + (index % years);
  const sex: Sex = Math.floor(index / years) % 2 === 0 ? "female" : "male";
  const century = (year >= 2000 ? 2 : 0) + (sex === "female" ? 1 : 0);
  const serial = String(firstSerial + Math.floor(index / (2 * years))).padStart(6, "0");
  return {
    name: nameAt(index, sex),
    sex,
    birth: { precision: "day", year, month: 1 + ((index * 7) % 12), day: 1 + ((index * 11) % 28) },
    personalNumber: `052${century}${String(year % 100).padStart(2, "0")}${serial}`,
  };
}

const families = ["Nguyễn", "Trần", "Lê", "Phạm", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Đinh", "Huỳnh", "Phan", "Trương"];
const middles: Readonly<Record<Sex, readonly string[]>> = {
  male: ["Văn", "Hữu", "Đức", "Minh", "Quốc", "Thanh", "Hoàng"],
  female: ["Thị", "Ngọc", "Thị Kim", "Thị Mỹ", "Bích", "Thuỳ", "Thị Thu"],
};
const given: Readonly<Record<Sex, readonly string[]>> = {
  male: ["An", "Bảo", "Cường", "Dũng", "Hải", "Khôi", "Lâm", "Nam", "Phúc", "Quân", "Sơn", "Trường", "Vinh", "Thịnh"],
  female: ["Anh", "Chi", "Diệu", "Hạnh", "Hương", "Lan", "Mai", "Ngân", "Phượng", "Quyên", "Thảo", "Trâm", "Uyên", "Vy"],
};
/** How many names there are of one sex. */
const names = families.length * middles.male.length * given.male.length;
/** Without a factor in common with it: neighbours have different names, and each name comes once before any comes twice. */
const stride = 1103;

/** No two of the first 2,744 in one place are alike: heads of a hamlet's households are told apart by name. */
export function headAt(index: number): string {
  return nameAt(index, Math.floor(index / names) % 2 === 0 ? "male" : "female");
}

function nameAt(index: number, sex: Sex): string {
  const place = (index * stride) % names;
  const family = families[place % families.length]!;
  const middle = middles[sex][Math.floor(place / families.length) % middles[sex].length]!;
  return `${family} ${middle} ${given[sex][Math.floor(place / families.length / middles[sex].length)]!}`;
}
