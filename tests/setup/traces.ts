import { foldText } from "../../lib/domain/text/fold";

/** Something about a citizen that may rest nowhere in the clear: what it is, and how it is said. */
export type Secrets = Readonly<Record<string, string>>;

/**
 * Which secrets can be read in these bytes, and how they are written there: as they are, decomposed, folded, as JavaScript keeps
 * strings, in hexadecimal digits, base64, an address, or escaped in JSON. Letters' case makes no difference.
 */
export function findTraces(bytes: Uint8Array, secrets: Secrets): string[] {
  const text = Buffer.from(bytes).toString("latin1");
  const lower = text.toLowerCase();
  return Object.entries(secrets).flatMap(([what, secret]) =>
    writingsOf(secret).flatMap(({ how, written, exact }) => ((exact ? text : lower).includes(written) ? [`${what} (${how})`] : [])),
  );
}

type Writing = { readonly how: string; readonly written: string; readonly exact?: true };

const known = new Map<string, readonly Writing[]>();

function writingsOf(secret: string): readonly Writing[] {
  const writings = known.get(secret) ?? allWritingsOf(secret);
  known.set(secret, writings);
  return writings;
}

function allWritingsOf(secret: string): Writing[] {
  const folded = foldText(secret);
  const forms = [...new Set([secret, secret.toLowerCase(), secret.normalize("NFD"), folded, folded.replace(/\s/g, "")])];
  return forms.flatMap((form) => {
    const bytes = Buffer.from(form);
    const writings: Writing[] = [
      { how: "text", written: bytes.toString("latin1") },
      { how: "UTF-16", written: Buffer.from(form, "utf16le").toString("latin1") },
      { how: "hex", written: bytes.toString("hex") },
      { how: "address", written: encodeURIComponent(form) },
      { how: "JSON", written: form.replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`) },
    ];
    const lower = writings.map(({ how, written }) => ({ how, written: written.toLowerCase() }));
    return [...lower, ...[0, 1, 2].map((shift) => ({ how: "base64", written: base64Inside(bytes, shift), exact: true as const }))];
  });
}

/** The letters that don't depend on what stands before and behind, for each of the three places that text can have. */
function base64Inside(bytes: Buffer, shift: number): string {
  const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64").replace(/=+$/, "");
  const lastIsShared = (shift + bytes.length) % 3 !== 0;
  return whole.slice([0, 2, 3][shift], lastIsShared ? -1 : undefined);
}
