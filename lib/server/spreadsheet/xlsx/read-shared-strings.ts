import "server-only";
import { FileRefused } from "../file-refused";
import { sharedCharacterLimit } from "../limits";
import type { Archive } from "./open-archive";
import { readXml } from "./scan-xml";
import { unescapeText } from "./unescape-text";

/** The texts that cells name by their place. They are the one thing that must be kept while a sheet is read. */
export async function readSharedStrings(archive: Archive, part: string | undefined): Promise<string[]> {
  const texts: string[] = [];
  if (part === undefined) return texts;
  let characters = 0;
  let text = "";
  let isText = false;
  let isPhonetic = false;
  await readXml(archive.read(part), {
    open(name) {
      if (name === "si") text = "";
      if (name === "rPh") isPhonetic = true;
      isText = name === "t" && !isPhonetic;
    },
    text(part) {
      if (isText) text += part;
    },
    close(name) {
      isText = false;
      if (name === "rPh") isPhonetic = false;
      if (name !== "si") return;
      // A few for the entry itself: a million empty texts are not nothing.
      characters += text.length + 16;
      if (characters > sharedCharacterLimit) throw new FileRefused("tooLarge");
      texts.push(unescapeText(text));
    },
  });
  return texts;
}
