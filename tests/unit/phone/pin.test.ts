import { expect, it } from "vitest";
import { weaknessOf } from "@/lib/phone/vault/pin";
import { waitAfter } from "@/lib/phone/vault/tries";

it("refuses PINs that people try first, and takes dates and other six digits", () => {
  const easy = ["000000", "123456", "654321", "890123", "098765", "121212", "123123", "112233", "998877"];
  expect(easy.filter((pin) => weaknessOf(pin) !== "easy")).toEqual([]);
  expect(["140289", "010199", "258036", "112234", "135791"].filter((pin) => weaknessOf(pin) !== undefined)).toEqual([]);
  expect(["12345", "1234567", "12a456", "１２３９５６"].map(weaknessOf)).toEqual(Array(4).fill("length"));
});

it("makes wrong PINs wait longer and longer from the fourth on", () => {
  const minutes = Array.from({ length: 10 }, (_, index) => waitAfter(index + 1) / 60_000);
  expect(minutes).toEqual([0, 0, 0, 0.5, 1, 5, 15, 60, 60, 60]);
});
