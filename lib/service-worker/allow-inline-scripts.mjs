import { readFile, writeFile } from "node:fs/promises";
import { contentSecurityPolicy, inlineScriptHashes } from "./security-headers.mjs";
import { inBuild } from "./read-shell.mjs";

/**
 * Next reads a page's headers before it has made the page, but which inline scripts a static page has is known
 * only then: their hashes are added to the headers that the server reads at its start.
 *
 * @param {Record<string, import("./shell").ShellPage>} pages
 */
export async function allowInlineScripts(pages) {
  const file = inBuild("routes-manifest.json");
  const manifest = JSON.parse(await readFile(file, "utf8"));
  const notFound = inlineScriptHashes(await readFile(inBuild("server/app/_not-found.html"), "utf8"));
  for (const rule of manifest.headers) {
    const header = rule.headers.find(({ key }) => key === "Content-Security-Policy");
    if (!header) continue;
    if (rule.source === "/:path*") header.value = contentSecurityPolicy(notFound);
    const page = pages[rule.source];
    if (page) header.value = page.headers["Content-Security-Policy"];
  }
  await writeFile(file, JSON.stringify(manifest));
}
