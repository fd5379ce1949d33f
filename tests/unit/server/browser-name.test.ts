import { expect, test } from "vitest";
import { browserName } from "@/lib/domain/people/browser-name";

const android = "Mozilla/5.0 (Linux; Android 13; SM-A125F) AppleWebKit/537.36 (KHTML, like Gecko)";
const iPhone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  [`${android} Chrome/126.0.0.0 Mobile Safari/537.36`, { browser: "Chrome", system: "Android" }],
  [`${android} Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 Zalo android/24071`, { browser: "Zalo", system: "Android" }],
  [`${android} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`, { browser: "Samsung Internet", system: "Android" }],
  [`${iPhone} Version/17.4 Mobile/15E148 Safari/604.1`, { browser: "Safari", system: "iPhone" }],
  [`${iPhone} Mobile/15E148 [FBAN/FBIOS;FBAV/470.0]`, { browser: "Facebook", system: "iPhone" }],
  [`${windows} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0`, { browser: "Edge", system: "Windows" }],
  [`${windows} coc_coc_browser/126.0 Chrome/120.0.0.0 Safari/537.36`, { browser: "Cốc Cốc", system: "Windows" }],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 14.5; rv:127.0) Gecko/20100101 Firefox/127.0", { browser: "Firefox", system: "macOS" }],
  ["curl/8.5.0", {}],
  ["", {}],
])("%s", (userAgent, name) => expect(browserName(userAgent)).toEqual(name));
