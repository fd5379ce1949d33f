import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { anyOf } from "./try-everything";

/** Fields that these components draw, by the mark that focus and sentence find them by. `#` stands for a number. */
export function drawnFields(places: readonly string[]): ReadonlySet<string> {
  const sources = places.flatMap(filesOf).map((file) => readFileSync(file, "utf8")).join("\n");
  const marks = [...sources.matchAll(/(?:data-field=|problemAt\(|problem\?\.field === |field: )(?:\{)?["`]([^"`]+)["`]/g)].map(([, mark = ""]) => mark);
  return new Set(marks.flatMap(expand));
}

/** The field itself, or the whole that it is part of; undefined where neither is drawn. */
export function landingOf(field: string, drawn: ReadonlySet<string>): string | undefined {
  for (let whole = anyOf(field); whole !== ""; whole = whole.slice(0, Math.max(0, whole.lastIndexOf(".")))) {
    if (drawn.has(whole)) return whole;
  }
  return undefined;
}

function filesOf(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name)).map((name) => path.join(place, name));
}

/** `${path}.service` is a dossier's, `attendance.${group}` either group's; any other gap is a number. */
function expand(mark: string): string[] {
  if (mark.includes("${group}")) return ["youth", "others"].map((group) => mark.replace("${group}", group));
  return [mark.replace(/^\$\{path\}/, "outcomes.#").replace(/\$\{[^}]*\}/g, "#")];
}
