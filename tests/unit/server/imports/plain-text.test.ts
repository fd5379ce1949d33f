import { expect, test } from "vitest";
import { plainTextOf } from "@/lib/server/imports/plain-text";

test("what stood for a code or a day is kept with its problem", () => {
  for (const text of ["2.000635", "H08.21-260805-00", "32/13/2026", "2026-08-05 10:30:00", "7.8.26"]) expect(plainTextOf(text)).toBe(text);
});

test("names and numbers of people are not, however they are written", () => {
  const personal = [
    "Trần Thị Mai", "Vũ An", "Lê Tú 1990", "Đặng Hà".normalize("NFD"), "052195007788", "052 195 007 788", "052-195-007-788", "0912.345.678", "(091) 234-5678", "+84 91-234-5678",
  ];
  expect(personal.map((text) => plainTextOf(text))).toEqual(personal.map(() => undefined));
});
