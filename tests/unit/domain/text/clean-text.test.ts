import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText } from "@/lib/domain/text/clean-text";
import { anyText, textOf } from "../any-text";

describe("cleaning text", () => {
  test.each([
    ["keyboard scanners append line ends", "Trần Thị Bình\r\n\t", "Trần Thị Bình"],
    ["a tab between words is a space", "Trần\tThị  Bình", "Trần Thị Bình"],
    ["control characters vanish", "\u0000Trần\u001F Thị\u009D Bình", "Trần Thị Bình"],
    ["invisible format characters vanish", "\uFEFFTrần\u200B Thị\u200E Bình", "Trần Thị Bình"],
    ["a no-break space is a space", "Trần\u00A0Thị", "Trần Thị"],
    ["letters are composed", "Tra\u0302\u0300n Thi\u0323", "Trần Thị"],
  ])("%s", (_, text, expected) => expect(cleanText(text)).toBe(expected));

  test("cleaning twice is cleaning once", () => {
    const text = fc.oneof(anyText, textOf("a\u0301\u200B\u0000 \n\uFEFFđ"));
    fc.assert(fc.property(text, (written) => cleanText(cleanText(written)) === cleanText(written)));
  });
});
