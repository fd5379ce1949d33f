import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { runMain } from "@/lib/launcher/failure.mjs";
import { ensureOffice, removeProfile, render, type Page } from "./office";
import { makeSamples } from "./samples";

/**
 * npm run check:documents: writes the documents of a sample, turns them into PDF with LibreOffice and their pages into
 * pictures to look at. Fails where a document has other pages than expected, or letters of another font.
 */
const folder = fileURLToPath(new URL("output", import.meta.url));

await runMain(async () => {
  const office = await ensureOffice();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const { name, bytes, pages: expected } of await makeSamples()) {
    const file = path.join(folder, name);
    await writeFile(file, bytes);
    const { pages, fonts, pictures } = await render(office, file);
    const found = describePages(pages);
    const strangeFonts = fonts.filter((font) => !/^(LiberationSerif|TimesNewRoman)/.test(font));
    const isRight = found === expected && strangeFonts.length === 0;
    console.log(`${isRight ? "✓" : "✘"} ${name}: ${found}${found === expected ? "" : `, expected ${expected}`}${strangeFonts.length > 0 ? `; also written in ${strangeFonts.join(", ")}` : ""}`);
    for (const picture of pictures) console.log(`    ${path.relative(process.cwd(), path.join(folder, picture))}`);
    if (!isRight) process.exitCode = 1;
  }
  await removeProfile(folder);
});

/** `portrait 4, landscape 2`; a page that isn't A4 says its size. */
function describePages(pages: readonly Page[]): string {
  const runs: { name: string; count: number }[] = [];
  for (const page of pages) {
    const name = nameOf(page);
    const last = runs.at(-1);
    if (last?.name === name) last.count++;
    else runs.push({ name, count: 1 });
  }
  return runs.map(({ name, count }) => `${name} ${count}`).join(", ");
}

function nameOf({ width, height }: Page): string {
  const is = (a: number, b: number) => Math.abs(width - a) < 2 && Math.abs(height - b) < 2;
  if (is(595.3, 841.9)) return "portrait";
  return is(841.9, 595.3) ? "landscape" : `${width}×${height}`;
}
