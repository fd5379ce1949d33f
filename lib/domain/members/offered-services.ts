import { wordsOf } from "../import/clean-cell";

/**
 * Tells by its name in the register whether a service is one that can be had online. The same name, whatever code, the
 * word for a procedure or remark in brackets stands around it; a longer name is another service.
 * @param otherNames what registers call one of them too, brackets and all
 */
export function offeredServices(names: readonly string[], otherNames: readonly string[] = []): (text: string) => boolean {
  const offered = new Set(names.map(bareName));
  const called = new Set(otherNames.map(nameWords));
  return (text) => offered.has(bareName(text)) || called.has(nameWords(text));
}

/** A name without its remarks in brackets. */
export function bareName(text: string): string {
  return nameWords(text.replace(/\([^()]*\)/g, " "));
}

/** A name with all its words, without the code and the word for a procedure before it. */
export function nameWords(text: string): string {
  return wordsOf(text).replace(/^[\d ]+(?=[a-z])/, "").replace(/^thu tuc (?:hanh chinh )?/, "");
}
