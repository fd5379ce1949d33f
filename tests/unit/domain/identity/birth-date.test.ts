import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ageBucketOn, ageOn, BirthDate, checkBirthDate, formatBirthDate, parseBirthDateOnCard, parseTypedBirthDate,
} from "@/lib/domain/identity/birth-date";
import { refusalsOf } from "@/lib/domain/refusals-of";
import { LocalDate } from "@/lib/domain/time/local-date";
import { anyText, textOf } from "../any-text";

const today = LocalDate.parse("2026-08-07");
const on = (text: string) => LocalDate.parse(text);
const born = (text: string): BirthDate => {
  const birth = parseTypedBirthDate(text, on("2099-12-31"));
  if (!birth.ok) throw new Error(birth.error);
  return birth.value;
};
const fullDate = { precision: "day", year: 1995, month: 3, day: 15 };
const monthOnly = { precision: "month", year: 1995, month: 3 };
const yearOnly = { precision: "year", year: 1995 };

describe("a birth on a card", () => {
  test.each([
    ["15031995", fullDate], ["00031995", monthOnly], ["031995", monthOnly], ["00001995", yearOnly], ["1995", yearOnly],
    [" 15031995\r\n", fullDate], ["29022004", { precision: "day", year: 2004, month: 2, day: 29 }],
  ])("%j", (text, value) => expect(parseBirthDateOnCard(text, today)).toEqual({ ok: true, value }));

  test.each([
    ["", "required"], ["15/03/1995", "birthDateMalformed"], ["150395", "birthDateMalformed"], ["15-MAR", "birthDateMalformed"],
    ["150319955", "birthDateMalformed"], ["31021995", "birthDateNotInCalendar"], ["29021995", "birthDateNotInCalendar"],
    ["15131995", "birthDateNotInCalendar"], ["15001995", "birthDateNotInCalendar"], ["131995", "birthDateNotInCalendar"],
    ["08082026", "birthDateInFuture"], ["2027", "birthDateInFuture"], ["092026", "birthDateInFuture"],
    ["01011905", "birthDateTooLongAgo"], ["00000000", "birthDateTooLongAgo"],
  ])("%j is refused: %s", (text, error) => expect(parseBirthDateOnCard(text, today)).toEqual({ ok: false, error }));
});

describe("a birth as typed", () => {
  test.each([
    ["15/03/1995", fullDate], ["15-3-1995", fullDate], ["15.3.1995", fullDate], ["15 3 1995", fullDate], ["15 / 03 / 1995", fullDate],
    ["15031995", fullDate], ["03/1995", monthOnly], ["3/1995", monthOnly], ["00/03/1995", monthOnly], ["1995", yearOnly],
    ["00/00/1995", yearOnly], ["15–3–1995", fullDate],
  ])("%j", (text, value) => expect(parseTypedBirthDate(text, today)).toEqual({ ok: true, value }));

  test.each([
    ["", "required"], ["15/03/95", "birthDateMalformed"], ["1995-03-15", "birthDateMalformed"], ["15/03", "birthDateMalformed"],
    ["mười lăm", "birthDateMalformed"], ["31/02/1995", "birthDateNotInCalendar"], ["03/15/1995", "birthDateNotInCalendar"],
    ["08/08/2026", "birthDateInFuture"], ["15/03/1795", "birthDateTooLongAgo"],
  ])("%j is refused: %s", (text, error) => expect(parseTypedBirthDate(text, today)).toEqual({ ok: false, error }));

  test("today, this month and this year are not in the future", () => {
    for (const text of ["07/08/2026", "08/2026", "2026"]) expect(parseTypedBirthDate(text, today).ok).toBe(true);
  });

  test("120 years are believed, 121 aren't, and nothing before 1900", () => {
    expect(parseTypedBirthDate("1906", today).ok).toBe(true);
    expect(parseTypedBirthDate("1905", today)).toEqual({ ok: false, error: "birthDateTooLongAgo" });
    expect(checkBirthDate({ precision: "year", year: 1899 }, on("1999-01-01"))).toEqual({ ok: false, error: "birthDateTooLongAgo" });
  });

  test("what is shown is read as the same birth", () => {
    fc.assert(
      fc.property(anyBirth, (birth) => {
        expect(parseTypedBirthDate(formatBirthDate(birth), today)).toEqual({ ok: true, value: birth });
      }),
    );
  });

  test("never throws", () => {
    const text = fc.oneof(anyText, textOf("0123456789/-. ", 12));
    fc.assert(
      fc.property(text, (typed) => {
        for (const result of [parseTypedBirthDate(typed, today), parseBirthDateOnCard(typed, today)]) {
          if (result.ok) expect(BirthDate.parse(result.value)).toEqual(result.value);
        }
      }),
    );
  });
});

describe("a birth from outside", () => {
  test.each([
    [undefined, [{ code: "required" }]],
    ["1995", [{ code: "birthDateMalformed" }]],
    [{ precision: "hour", year: 1995 }, [{ code: "birthDateMalformed", field: "precision" }]],
    [{ precision: "day", year: 1995, month: 3 }, [{ code: "required", field: "day" }]],
    [{ precision: "day", year: 1995, month: 2, day: 31 }, [{ code: "birthDateNotInCalendar" }]],
    [{ precision: "month", year: 1995, month: 13 }, [{ code: "birthDateNotInCalendar", field: "month" }]],
    [{ precision: "year", year: 1899 }, [{ code: "birthDateTooLongAgo", field: "year" }]],
    [{ precision: "year", year: 1995.5 }, [{ code: "birthDateMalformed", field: "year" }]],
  ])("%j is refused", (input, refusals) => {
    const parsed = BirthDate.safeParse(input);
    expect(parsed.success ? [] : refusalsOf(parsed.error, input)).toEqual(refusals);
  });

  test("what the card doesn't know isn't kept", () => {
    expect(BirthDate.parse({ precision: "year", year: 1995, month: 1, day: 1 })).toEqual(yearOnly);
  });
});

describe("showing a birth", () => {
  test.each([["15/3/1995", "15/03/1995"], ["3/1995", "03/1995"], ["1995", "1995"]])("%s", (typed, shown) =>
    expect(formatBirthDate(born(typed))).toBe(shown),
  );
});

describe("age in completed years", () => {
  test.each([
    ["15/03/1995", "2026-03-14", 30, true],
    ["15/03/1995", "2026-03-15", 31, true],
    ["15/03/1995", "2026-12-31", 31, true],
    ["29/02/2004", "2023-02-28", 18, true],
    ["29/02/2004", "2023-03-01", 19, true],
    ["29/02/2004", "2024-02-28", 19, true],
    ["29/02/2004", "2024-02-29", 20, true],
    ["1995", "2026-01-01", 31, false],
    ["1995", "2026-12-31", 31, false],
    ["03/1995", "2026-02-28", 30, true],
    ["03/1995", "2026-03-01", 31, false],
    ["03/1995", "2026-03-30", 31, false],
    ["03/1995", "2026-03-31", 31, true],
    ["03/1995", "2026-04-01", 31, true],
    ["02/2004", "2023-02-28", 19, false],
    ["15/03/1995", "1995-03-14", -1, true],
  ])("born %s, on %s: %d, exact %s", (birth, day, years, exact) =>
    expect(ageOn(born(birth), on(day))).toEqual({ years, exact }),
  );

  test("grows by one a year, on the birthday", () => {
    fc.assert(
      fc.property(anyBirth, fc.integer({ min: 2000, max: 2090 }), (birth, year) => {
        const start = ageOn(birth, on(`${year}-01-01`)).years;
        const end = ageOn(birth, on(`${year}-12-31`)).years;
        expect(end).toBe(year - birth.year);
        expect(end - start).toBe(birth.precision === "year" || (birth.month === 1 && (birth.precision === "month" || birth.day === 1)) ? 0 : 1);
      }),
    );
  });
});

describe("age groups", () => {
  test.each([
    ["07/08/2010", "2026-08-06", "under16"],
    ["07/08/2010", "2026-08-07", "youth"],
    ["08/08/1995", "2026-08-07", "youth"],
    ["07/08/1995", "2026-08-07", "adult"],
    ["29/02/2008", "2024-02-28", "under16"],
    ["29/02/2008", "2024-02-29", "youth"],
    ["2010", "2026-01-01", "youth"],
    ["1995", "2026-01-01", "adult"],
  ])("born %s, on %s: %s", (birth, day, bucket) => expect(ageBucketOn(born(birth), on(day))).toBe(bucket));

  test("follow the limits they are given", () => {
    const limits = { youthFrom: 15, youthThrough: 35 };
    expect(ageBucketOn(born("07/08/2011"), today, limits)).toBe("youth");
    expect(ageBucketOn(born("08/08/2011"), today, limits)).toBe("under16");
    expect(ageBucketOn(born("08/08/1990"), today, limits)).toBe("youth");
    expect(ageBucketOn(born("07/08/1990"), today, limits)).toBe("adult");
  });
});

const anyBirth: fc.Arbitrary<BirthDate> = fc
  .tuple(
    fc.date({ min: new Date("1910-01-01T00:00:00Z"), max: new Date("2026-08-07T00:00:00Z"), noInvalidDate: true }),
    fc.constantFrom("day" as const, "month" as const, "year" as const),
  )
  .map(([at, precision]) => {
    const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
    if (precision === "year") return { precision, year };
    return precision === "month" ? { precision, year, month } : { precision, year, month, day };
  });
