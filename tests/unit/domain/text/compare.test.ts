import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparePlaces, comparePeople, sortKeyOfPerson } from "@/lib/domain/text/compare";
import { anyText, textOf } from "../any-text";

const inOrder = ["Bùi Thị Ánh", "Nguyễn Văn Bình", "Trần Thị Bình", "Lê Văn Dũng", "Cao Văn Đạt", "An", "Đinh Ê", "Phạm Văn Ương"];

describe("order of people", () => {
  test("by given name in the Vietnamese alphabet, then by the rest", () => {
    const expected = ["An", "Bùi Thị Ánh", "Nguyễn Văn Bình", "Trần Thị Bình", "Lê Văn Dũng", "Cao Văn Đạt", "Đinh Ê", "Phạm Văn Ương"];
    expect([...inOrder].sort(comparePeople)).toEqual(expected);
  });

  test("d comes before đ, tones in the order of the dictionary", () => {
    expect(["Đa", "Da", "Má", "Ma", "Mà", "Mạ", "Mã", "Mả"].sort(comparePeople)).toEqual([
      "Da", "Đa", "Ma", "Mà", "Mả", "Mã", "Má", "Mạ",
    ]);
  });

  test("spaces and Unicode form don't matter", () => {
    expect(comparePeople("  Trần   Thị Bình ", "Trần Thị Bình".normalize("NFD"))).toBe(0);
  });

  test("it is an order", () => {
    const name = fc.oneof(anyText, textOf("aáăâđdĐe ", 6));
    fc.assert(fc.property(name, name, (a, b) => Math.sign(comparePeople(a, b)) === -Math.sign(comparePeople(b, a))));
  });
});

describe("sort key", () => {
  test("begins with the given name, folded", () => expect(sortKeyOfPerson("Đặng Thị Mỹ Hạnh")).toBe("hanh dang thi my"));
  test("one word and nothing", () => expect([sortKeyOfPerson("Ánh"), sortKeyOfPerson(" ")]).toEqual(["anh", ""]));

  test("sorts by code unit as a reader would, but for tones", () => {
    const names = ["Trần Anh", "Lê An", "Cao An Bình", "Võ Đạt", "Bùi Ân"];
    expect(names.sort((a, b) => (sortKeyOfPerson(a) < sortKeyOfPerson(b) ? -1 : 1))).toEqual([
      "Bùi Ân", "Lê An", "Trần Anh", "Cao An Bình", "Võ Đạt",
    ]);
  });
});

test("places come in the Vietnamese alphabet, numbers by their value", () => {
  expect(["Thôn Phong Tấn", "Khu phố 10", "Thôn Đại Tín", "Khu phố 2"].sort(comparePlaces)).toEqual(["Khu phố 2", "Khu phố 10", "Thôn Đại Tín", "Thôn Phong Tấn"]);
});
