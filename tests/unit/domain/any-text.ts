import fc from "fast-check";

/** Any text at all: every plane, control characters, half surrogate pairs. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xff }), fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0, max: 0x10ffff })), { maxLength: 24 })
  .map((points) => String.fromCodePoint(...points));

/** Text made of a few characters, where the interesting cases are near each other. */
export function textOf(characters: string, maxLength = 24): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...characters), { maxLength }).map((parts) => parts.join(""));
}
