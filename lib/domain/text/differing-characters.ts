/** A stretch of a text that is the same in the other text, or that differs. */
export type TextPart = { readonly text: string; readonly differs: boolean };

/**
 * Two spellings of the same thing, cut where they differ, for eyes that look for one wrong character. Texts of
 * the same length are compared place by place, others from both ends.
 */
export function differingCharacters(a: string, b: string): readonly [TextPart[], TextPart[]] {
  const [left, right] = [[...a], [...b]];
  if (left.length === right.length) {
    const differs = left.map((character, index) => character !== right[index]);
    return [partsOf(left, differs), partsOf(right, differs)];
  }
  const start = commonStart(left, right);
  const end = commonStart(left.slice(start).reverse(), right.slice(start).reverse());
  const middle = (characters: readonly string[]) => characters.map((_, index) => index >= start && index < characters.length - end);
  return [partsOf(left, middle(left)), partsOf(right, middle(right))];
}

function commonStart(left: readonly string[], right: readonly string[]): number {
  const index = left.findIndex((character, position) => character !== right[position]);
  return index === -1 ? left.length : index;
}

function partsOf(characters: readonly string[], differs: readonly boolean[]): TextPart[] {
  return characters.reduce<TextPart[]>((parts, character, index) => {
    const last = parts.at(-1);
    const here = differs[index] ?? false;
    if (last?.differs !== here) return [...parts, { text: character, differs: here }];
    return [...parts.slice(0, -1), { text: last.text + character, differs: here }];
  }, []);
}
