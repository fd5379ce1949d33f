/** What a browser says of itself, as people call it; undefined where nothing known is said. */
export type BrowserName = { readonly browser?: string; readonly system?: string };

/**
 * The plain name of a browser and its system out of a user agent text. In-app browsers are named by their app: sessions
 * are told apart by where somebody opened them.
 */
export function browserName(userAgent: string): BrowserName {
  const [browser, system] = [browsers, systems].map((known) => known.find(([, pattern]) => pattern.test(userAgent))?.[0]);
  return { ...(browser ? { browser } : {}), ...(system ? { system } : {}) };
}

/** The first that fits: nearly all of them say that they are Chrome and Safari too. */
const browsers: readonly (readonly [string, RegExp])[] = [
  ["Zalo", /Zalo/],
  ["Facebook", /FBAN|FBAV|FB_IAB/],
  ["Cốc Cốc", /coc_coc_browser/],
  ["Edge", /Edg(e|A|iOS)?\//],
  ["Opera", /OPR\/|OPiOS\//],
  ["Samsung Internet", /SamsungBrowser\//],
  ["Firefox", /Firefox\/|FxiOS\//],
  ["Chrome", /Chrome\/|CriOS\//],
  ["Safari", /Safari\//],
];

const systems: readonly (readonly [string, RegExp])[] = [
  ["iPhone", /iPhone|iPod/],
  ["iPad", /iPad/],
  ["Android", /Android/],
  ["Windows", /Windows/],
  ["ChromeOS", /CrOS/],
  ["macOS", /Mac OS X|Macintosh/],
  ["Linux", /Linux/],
];
