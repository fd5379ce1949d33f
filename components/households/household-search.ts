import { cleanText } from "@/lib/domain/text/clean-text";

/** What was searched for and not found, as the fields of a new household: words to the head, the rest to the door. */
export function fieldsOfSearch(search: string): { readonly head: string; readonly address: string } {
  const words = cleanText(search).split(" ").filter(Boolean);
  const number = words.findIndex((word) => /\d/.test(word));
  if (number === -1) return { head: titled(words), address: "" };
  const isDoor = (word: string) => /^(số|so|nhà|nha|sn)$/iu.test(word);
  const head = words.slice(0, number).filter((word) => !isDoor(word));
  return { head: titled(head), address: words.slice(number).join(" ") };
}

function titled(words: readonly string[]): string {
  return words.map((word) => word.charAt(0).toLocaleUpperCase("vi") + word.slice(1)).join(" ");
}
