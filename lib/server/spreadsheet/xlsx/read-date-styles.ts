import "server-only";
import type { Archive } from "./open-archive";
import { readXml } from "./scan-xml";

/** Whether a number with this style, by its place, is shown as a day. */
export async function readDateStyles(archive: Archive, part: string | undefined): Promise<boolean[]> {
  const styles: boolean[] = [];
  if (part === undefined) return styles;
  const ownFormats = new Map<number, boolean>();
  let isCellStyle = false;
  await readXml(archive.read(part), {
    open(name, { numFmtId, formatCode = "" }) {
      if (name === "numFmt") ownFormats.set(Number(numFmtId), isDateFormat(formatCode));
      if (name === "cellXfs") isCellStyle = true;
      if (name === "xf" && isCellStyle) styles.push(ownFormats.get(Number(numFmtId)) ?? isBuiltInDate(Number(numFmtId)));
    },
    close(name) {
      if (name === "cellXfs") isCellStyle = false;
    },
  });
  return styles;
}

/** Formats every program knows by number; 18–21 and 45–47 are times without a day. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

/** `dd/mm/yyyy` and its kin: days or years stand in it once texts, colours and languages are taken away. */
export function isDateFormat(code: string): boolean {
  const plain = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, "");
  return /[dy]/i.test(plain.replace(/general/gi, ""));
}
