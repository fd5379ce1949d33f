import { strFromU8, unzipSync } from "fflate";

type Value = number | string;
type Cell = { readonly formula?: string; readonly value: Value };
/** By sheet and address: `Phụ lục 1!E29`. */
export type Cells = ReadonlyMap<string, Cell>;

/** What the parts of a workbook of ours hold, without our reader: values as they are cached, formulas as they are written. */
export function cellsOf(workbook: Uint8Array): Cells {
  const parts = unzipSync(workbook);
  const names = [...strFromU8(parts["xl/workbook.xml"]!).matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name!);
  const cells = new Map<string, Cell>();
  names.forEach((name, index) => {
    const xml = strFromU8(parts[`xl/worksheets/sheet${index + 1}.xml`]!);
    for (const [, address, type, body = ""] of xml.matchAll(/<c r="([A-Z]+\d+)" s="\d+"(?: t="(\w+)")?(?:\/>|>(.*?)<\/c>)/g)) {
      const formula = /<f>(.*?)<\/f>/.exec(body)?.[1]?.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
      const cached = /<v>(.*?)<\/v>/.exec(body)?.[1];
      const text = /<t[^>]*>(.*?)<\/t>/.exec(body)?.[1];
      cells.set(`${name}!${address}`, { ...(formula === undefined ? {} : { formula }), value: text ?? (cached === undefined ? 0 : type === "str" ? cached : Number(cached)) });
    }
  });
  return cells;
}

/** What a formula of the few kinds we write comes to, whatever was cached: SUM, ROUND, and IF against 0. */
export function calculate(cells: Cells, at: string): Value {
  const cell = cells.get(at);
  if (cell?.formula === undefined) return cell?.value ?? 0;
  const sheet = at.slice(0, at.indexOf("!"));
  const numberAt = (reference: string) => {
    const [, other, address] = /^(?:'([^']+)'!)?([A-Z]+\d+)$/.exec(reference) ?? [];
    return Number(calculate(cells, `${other ?? sheet}!${address!}`));
  };
  return term(cell.formula, numberAt);
}

function term(formula: string, numberAt: (reference: string) => number): Value {
  const sum = /^SUM\(([A-Z]+)(\d+):\1(\d+)\)$/.exec(formula);
  if (sum) return Array.from({ length: Number(sum[3]) - Number(sum[2]) + 1 }, (_, row) => numberAt(`${sum[1]}${Number(sum[2]) + row}`)).reduce((a, b) => a + b, 0);
  const rounded = /^ROUND\((\w+),2\)-ROUND\((\w+),2\)$/.exec(formula);
  if (rounded) return (Math.round(numberAt(rounded[1]!) * 100) - Math.round(numberAt(rounded[2]!) * 100)) / 100;
  const [, asked, ifNothing, otherwise] = /^IF\((.+?)=0,([^,]+),(.+)\)$/.exec(formula) ?? [];
  if (asked === undefined) throw new Error(`No formula of ours: ${formula}`);
  if (numberAt(asked) === 0) return ifNothing === "0" ? 0 : ifNothing!.replaceAll('"', "");
  const growth = /^\((\w+)-(\w+)\)\/\w+$/.exec(otherwise!);
  if (growth) return (numberAt(growth[1]!) - numberAt(growth[2]!)) / numberAt(growth[2]!);
  const [part, whole] = otherwise!.split("/");
  return numberAt(part!) / numberAt(whole!);
}
