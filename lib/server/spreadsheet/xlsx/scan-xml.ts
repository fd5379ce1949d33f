import "server-only";
import { SaxesParser } from "saxes";
import { FileRefused } from "../file-refused";
import { rowCharacterLimit } from "../limits";

export type XmlHandlers = {
  /** `name` without its prefix: some programs write `x:row`. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
};

/** Hands over what a part of a workbook consists of; yields what `take` gives after each piece, such as the rows so far. */
export async function* scanXml<T>(bytes: AsyncIterable<Uint8Array>, handlers: XmlHandlers, take: () => T): AsyncGenerator<T> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder();
  let silent = 0;
  parser.on("opentag", (tag) => {
    silent = 0;
    handlers.open(localName(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag) => {
    silent = 0;
    handlers.close?.(localName(tag.name));
  });
  parser.on("text", (text) => handlers.text?.(text));
  parser.on("cdata", (text) => handlers.text?.(text));
  for await (const piece of bytes) {
    silent += piece.length;
    feed(() => parser.write(decoder.decode(piece, { stream: true })));
    // A text or an attribute without an end would be kept until it ends.
    if (silent > rowCharacterLimit) throw new FileRefused("fileUnreadable");
    yield take();
  }
  // A part that isn't there has nothing to say, which saxes would call no document.
  if (parser.position > 0) feed(() => parser.close());
}

/** The whole of a small part. */
export async function readXml(bytes: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const pieces = scanXml(bytes, handlers, () => undefined);
  while (!(await pieces.next()).done);
}

function feed(run: () => void): void {
  try {
    run();
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused("fileUnreadable");
  }
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}
