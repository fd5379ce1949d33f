import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePersonName, PersonName } from "@/lib/domain/identity/person-name";
import { anyText, textOf } from "../any-text";

describe("reading a name", () => {
  test.each([
    ["  Nguyễn   Văn\tAn \r\n", "Nguyễn Văn An"],
    ["Nguyễn Văn An".normalize("NFD"), "Nguyễn Văn An"],
    ["NGUYỄN VĂN AN", "NGUYỄN VĂN AN"],
    ["H'Bia Siu", "H'Bia Siu"],
    ["Chăm H’roi", "Chăm H’roi"],
    ["Đinh Yŏng Hŭnh Čĕñ", "Đinh Yŏng Hŭnh Čĕñ"],
    ["Rơ\u0306 Mah", "Rơ\u0306 Mah"],
    ["Trần-Lê Ánh", "Trần-Lê Ánh"],
    ["A".repeat(80), "A".repeat(80)],
  ])("%j", (text, value) => expect(parsePersonName(text)).toEqual({ ok: true, value }));

  test.each([
    ["", "required"], [" \n", "required"], ["A".repeat(81), "tooLong"], ["Nguyễn Văn An 2", "nameHasUnexpectedCharacters"],
    ["An; DROP", "nameHasUnexpectedCharacters"], ["<b>An</b>", "nameHasUnexpectedCharacters"], ["Nguyễn V. An", "nameHasUnexpectedCharacters"],
    ["=An", "nameHasUnexpectedCharacters"], ["-An", "nameHasUnexpectedCharacters"], ["'", "nameHasUnexpectedCharacters"], ["An 🙂", "nameHasUnexpectedCharacters"],
  ])("%j is refused: %s", (text, error) => expect(parsePersonName(text)).toEqual({ ok: false, error }));

  test("never throws, and reads its own answer again", () => {
    const text = fc.oneof(anyText, textOf("Aễ\u0303'’- \u200B"));
    fc.assert(
      fc.property(text, (typed) => {
        const first = parsePersonName(typed);
        if (first.ok) expect(PersonName.parse(PersonName.parse(typed))).toBe(first.value);
      }),
    );
  });
});
