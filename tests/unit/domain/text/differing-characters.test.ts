import { describe, expect, it } from "vitest";
import { differingCharacters, type TextPart } from "@/lib/domain/text/differing-characters";

const marked = (parts: readonly TextPart[]) => parts.map(({ text, differs }) => (differs ? `[${text}]` : text)).join("");

describe("characters that differ", () => {
  it.each([
    ["one digit", "H57.132-260806-0088", "H57.132-260806-0038", "H57.132-260806-00[8]8", "H57.132-260806-00[3]8"],
    ["two far apart", "1995", "2993", "[1]99[5]", "[2]99[3]"],
    ["a digit left out", "H57-260806-0088", "H57-260806-008", "H57-260806-008[8]", "H57-260806-008"],
    ["a digit too many inside", "12345", "1245", "12[3]45", "1245"],
    ["nothing", "1995", "1995", "1995", "1995"],
    ["everything", "ab", "cd", "[ab]", "[cd]"],
    ["a letter with its mark", "Bình", "Bính", "B[ì]nh", "B[í]nh"],
    ["emptiness", "", "1", "", "[1]"],
  ])("%s", (_, a, b, left, right) => expect(differingCharacters(a, b).map(marked)).toEqual([left, right]));
});
