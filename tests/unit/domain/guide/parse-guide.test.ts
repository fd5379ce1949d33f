import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseGuide, textOf, type GuideBlock } from "@/lib/domain/guide/parse-guide";
import { anyText, textOf as textMadeOf } from "../any-text";

const plain = (text: string) => [{ text, bold: false }];

describe("a guide's text becomes blocks", () => {
  test("headings, paragraphs, items, notes and drawings stand on their own", () => {
    expect(parseGuide("# Cần có\n- Điện thoại\n- CCCD\n\nNgồi cạnh người dân.\n\n> Không gõ giúp.\n![otp]")).toEqual([
      { kind: "heading", text: plain("Cần có") },
      { kind: "list", items: [plain("Điện thoại"), plain("CCCD")] },
      { kind: "paragraph", text: plain("Ngồi cạnh người dân.") },
      { kind: "note", text: plain("Không gõ giúp.") },
      { kind: "drawing", name: "otp" },
    ] satisfies GuideBlock[]);
  });

  test("what is indented below a step belongs to it", () => {
    expect(parseGuide("1. Mở **VNeID**\n   ![dang-nhap]\n   > Máy hỏi quyền thì cho phép.\n2. Quét mã\n   bằng máy ảnh")).toEqual([
      { kind: "step", number: 1, of: 2, text: [{ text: "Mở ", bold: false }, { text: "VNeID", bold: true }], drawing: "dang-nhap", note: plain("Máy hỏi quyền thì cho phép.") },
      { kind: "step", number: 2, of: 2, text: plain("Quét mã bằng máy ảnh") },
    ] satisfies GuideBlock[]);
  });

  test("steps are counted in their order, whatever number was typed; 1 begins again", () => {
    const steps = parseGuide("1. a\n\n1. b\n5. c\n\n## Cách khác\n\n1) d").flatMap((block) => (block.kind === "step" ? [[block.number, block.of]] : []));
    expect(steps).toEqual([[1, 1], [1, 2], [2, 2], [1, 1]]);
  });

  test("a line that goes on without an empty line belongs to the one above", () => {
    expect(parseGuide("Mở máy\nrồi chờ\n\n> Nhớ\nkỹ\n\n- một\n  hai")).toEqual([
      { kind: "paragraph", text: plain("Mở máy rồi chờ") },
      { kind: "note", text: plain("Nhớ kỹ") },
      { kind: "list", items: [plain("một hai")] },
    ]);
  });

  test.each([
    ["HTML", "<script>alert(1)</script>"],
    ["a link", "[xem](javascript:alert(1))"],
    ["a drawing that does not exist", "![meo-con]"],
    ["a picture from elsewhere", "![x](https://example.org/x.png)"],
    ["a lonely pair of stars", "mở ** ra"],
    ["a table", "| a | b |"],
  ])("%s is text as it stands", (_, markdown) => {
    expect(parseGuide(markdown)).toEqual([{ kind: "paragraph", text: plain(markdown) }]);
  });

  test("nothing is lost: every word of any text is in the blocks", () => {
    const markdown = fc.oneof(anyText, textMadeOf("a1.)# >-*![]otp \n", 60));
    fc.assert(fc.property(markdown, (text) => lettersOf(text) === lettersOf(shown(parseGuide(text)))));
  });
});

/** Letters only: marks of the language itself, numbers of steps and spaces are not shown as text. */
function lettersOf(text: string): string {
  return text.normalize("NFC").replace(/[\p{Cc}\p{Cf}]/gu, "").replace(/[^\p{L}]/gu, "").normalize("NFC").split("").sort().join("");
}

function shown(blocks: readonly GuideBlock[]): string {
  return blocks.map((block) => {
    if (block.kind === "drawing") return block.name;
    if (block.kind === "list") return block.items.map(textOf).join(" ");
    return `${textOf(block.text)} ${block.kind === "step" ? `${block.drawing ?? ""} ${block.note ? textOf(block.note) : ""}` : ""}`;
  }).join("\n");
}
