import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDoubles, indexHouseholds, isOneSlipApart, searchHouseholds } from "@/lib/domain/household/search";
import { foldText } from "@/lib/domain/text/fold";

const households = [
  { head: "Phan Thị Ngọc Lan", address: "Số 42/5, tổ 7" },
  { head: "Võ Đình Khải", address: "Số 44, tổ 7" },
  { head: "Nguyễn Văn Phan", address: "Số 46, tổ 7" },
  { head: "Đặng Thị Lan", address: "Số 7, tổ 2" },
  { address: "Số 42, tổ 2" },
  { head: "H'Bia Ksor", address: "Cạnh nhà rông" },
];
const index = indexHouseholds(households);
const found = (query: string) => searchHouseholds(index, query).map(({ head, address }) => head ?? address);

describe("searching households", () => {
  it.each<[string, string, (string | undefined)[]]>([
    ["without accents", "phan thi ngoc lan", ["Phan Thị Ngọc Lan"]],
    ["with them, upper case", "VÕ ĐÌNH KHẢI", ["Võ Đình Khải"]],
    ["words in any order", "lan phan", ["Phan Thị Ngọc Lan"]],
    ["begun words", "kh", ["Võ Đình Khải"]],
    ["a letter missing", "khai vo dnih", ["Võ Đình Khải"]],
    ["a letter too many", "nguyeen", ["Nguyễn Văn Phan"]],
    ["a wrong letter, while the word is still being typed", "ngiye", ["Nguyễn Văn Phan"]],
    ["a name without its apostrophe", "hbia", ["H'Bia Ksor"]],
    ["a part of such a name", "bia", ["H'Bia Ksor"]],
    ["the house number, whole before begun", "42", ["Số 42, tổ 2", "Phan Thị Ngọc Lan"]],
    ["name and number together", "lan 7", ["Phan Thị Ngọc Lan", "Đặng Thị Lan"]],
    ["nothing for another number", "4243", []],
    ["nothing for short words with a slip", "lam", []],
    ["nothing for nothing", "  , ", []],
  ])("finds by %s", (_, query, expected) => expect(found(query)).toEqual(expected));

  it("puts the very words before what is only like them", () => {
    expect(found("phan")).toEqual(["Phan Thị Ngọc Lan", "Nguyễn Văn Phan"]);
    const like = indexHouseholds([{ head: "Trinh Thang" }, { head: "Trình Thanh" }]);
    expect(searchHouseholds(like, "thanh").map(({ head }) => head)).toEqual(["Trình Thanh", "Trinh Thang"]);
  });

  it("finds every household by its own words, with a slip in one of them, in any order", () => {
    const letters = fc.constantFrom(..."aăâbcdđeêghiklmnoôơpqrstuưvxyếữặ");
    const name = fc.array(fc.array(letters, { minLength: 4, maxLength: 8 }).map((word) => word.join("")), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), fc.nat(), fc.nat(), fc.nat(), fc.constantFrom(..."abcdxyz"), (names, which, word, place, letter) => {
        const all = indexHouseholds(names.map((words) => ({ head: words.join(" ") })));
        const wanted = names[which % names.length]!;
        const typed = [...wanted].reverse();
        const slipIn = word % typed.length;
        const slipped = [...foldText(typed[slipIn]!)];
        slipped.splice(place % slipped.length, 1, letter);
        typed[slipIn] = slipped.join("");
        expect(searchHouseholds(all, typed.join(" "), names.length)).toContainEqual({ head: wanted.join(" ") });
      }),
    );
  });
});

describe("a slip", () => {
  it.each([
    ["phuong", "phuong", true],
    ["phuong", "phung", true],
    ["phuong", "phuoong", true],
    ["phuong", "phuang", true],
    ["phuong", "phunog", true],
    ["phuong", "puhogn", false],
    ["phuong", "phng", false],
    ["ab", "cd", false],
    ["", "a", true],
  ])("%s and %s: %s", (a, b, expected) => {
    expect(isOneSlipApart(a, b)).toBe(expected);
    expect(isOneSlipApart(b, a)).toBe(expected);
  });
});

describe("doubles of a household about to be entered", () => {
  const doubles = (head: string, address = "") => findDoubles(index, { head, address }).map((each) => each.head ?? each.address);
  it.each<[string, string, string, (string | undefined)[]]>([
    ["the same head without accents", "phan thi ngoc lan", "", ["Phan Thị Ngọc Lan"]],
    ["a head with a slip", "Nguyên Văn Phann", "", ["Nguyễn Văn Phan"]],
    ["the same door", "Lê Văn Tám", "số 42 - tổ 2", ["Số 42, tổ 2"]],
    ["not a shorter name", "Phan Lan", "", []],
    ["not one word alone", "Lan", "", []],
    ["not a door next to it", "", "Số 45, tổ 7", []],
  ])("%s", (_, head, address, expected) => expect(doubles(head, address)).toEqual(expected));
});
