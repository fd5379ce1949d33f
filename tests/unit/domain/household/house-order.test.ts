import fc from "fast-check";
import { expect, it } from "vitest";
import { compareHouses, houseKeyOf, houseNumberOf } from "@/lib/domain/household/house-order";

const sorted = (addresses: readonly string[]) => [...addresses].sort((a, b) => compareHouses(houseKeyOf(a), houseKeyOf(b)));
const shuffled = (addresses: readonly string[]) => fc.shuffledSubarray([...addresses], { minLength: addresses.length });

it.each([
  ["plots after their number, alleys after plots", ["2", "12", "12A", "12B", "12/3", "12/3A", "12/10", "12A/1", "13"]],
  ["however the number is written", ["Số 3, tổ 7", "số nhà 4", "Nhà 5 đường Trần Phú", "6 Lê Lợi", "Số 42/5, tổ 7", "Số 44, tổ 1"]],
  ["doors without a number after them, by address, without an address last", ["99 Lê Lợi", "Cạnh trạm y tế", "Tổ 3, thôn Tân Thành", ""]],
  ["the same number by what follows", ["Số 12, tổ 1", "Số 12, tổ 2"]],
])("walks %s", (_, expected) => {
  fc.assert(
    fc.property(shuffled(expected), (addresses) => {
      expect(sorted(addresses)).toEqual(expected);
    }),
  );
});

it.each([
  ["Số 42/5, tổ 7, thôn Tân Thành", "42/5"],
  ["12a Trần Phú", "12A"],
  ["Tổ 7, số 9", "9"],
  ["Tổ 7, thôn Tân Thành", undefined],
  ["Thôn 3", undefined],
  ["Đối diện số đo điện", undefined],
  ["", undefined],
])("reads the door of %s", (address, number) => expect(houseNumberOf(address)).toBe(number));

it("is an order, whatever is written", () => {
  const address = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.tuple(fc.constantFrom("Số ", "", "tổ ", "nhà "), fc.constantFrom("1", "12", "12a", "12/3", "12a/3", "120", "12/3/4")).map((parts) => parts.join("")),
  );
  const key = address.map(houseKeyOf);
  fc.assert(fc.property(key, key, (a, b) => Math.sign(compareHouses(a, b)) + Math.sign(compareHouses(b, a)) === 0));
  fc.assert(
    fc.property(key, key, key, (a, b, c) => {
      fc.pre(compareHouses(a, b) <= 0 && compareHouses(b, c) <= 0);
      return compareHouses(a, c) <= 0;
    }),
  );
});
