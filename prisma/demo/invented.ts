import { PersonalNumber } from "../../lib/domain/identity/personal-number";
import type { Sex } from "../../lib/domain/identity/sex";

/** Repeatable choices, so that two demos look alike. @param seed any whole number */
export function createDice(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, chance: (share: number) => next() < share, pick: <T>(values: readonly T[]): T => values[below(values.length)]! };
}

export type Dice = ReturnType<typeof createDice>;

const families = ["Nguyễn", "Trần", "Lê", "Phạm", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Đinh", "Huỳnh", "Phan", "Trương"];
const middles: Record<Sex, readonly string[]> = {
  male: ["Văn", "Hữu", "Đức", "Minh", "Quốc", "Thanh", "Hoàng"],
  female: ["Thị", "Ngọc", "Thị Kim", "Thị Mỹ", "Bích", "Thuỳ", "Thị Thu"],
};
const given: Record<Sex, readonly string[]> = {
  male: ["An", "Bảo", "Cường", "Dũng", "Hải", "Khôi", "Lâm", "Nam", "Phúc", "Quân", "Sơn", "Trường", "Vinh", "Thịnh"],
  female: ["Anh", "Chi", "Diệu", "Hạnh", "Hương", "Lan", "Mai", "Ngân", "Phượng", "Quyên", "Thảo", "Trâm", "Uyên", "Vy"],
};

/** An invented person; number, sex and birth agree unless told otherwise. */
export function inventPerson(dice: Dice) {
  const sex: Sex = dice.chance(0.5) ? "male" : "female";
  const name = `${dice.pick(families)} ${dice.pick(middles[sex])} ${dice.pick(given[sex])}`;
  const year = 1946 + dice.below(65);
  const birth = { precision: "day" as const, year, month: 1 + dice.below(12), day: 1 + dice.below(28) };
  const century = (year >= 2000 ? 2 : 0) + (sex === "female" ? 1 : 0);
  const random = String(dice.below(1_000_000)).padStart(6, "0");
  const personalNumber = PersonalNumber.parse(`052${century}${String(year % 100).padStart(2, "0")}${random}`);
  return { name, sex, birth, personalNumber };
}
