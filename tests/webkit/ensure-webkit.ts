import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { Failure } from "@/lib/launcher/failure.mjs";
import { step } from "@/lib/launcher/progress.mjs";
import { run } from "@/lib/launcher/run.mjs";

/** WebKitGTK with its small browser, what drives it, and a screen that nobody has to look at. */
const packages = ["webkit2gtk-driver", "xvfb"];

export type WebKit = { readonly driver: string; readonly browser: string; readonly screen: string };

/** The programs of WebKitGTK; installs them where that can be done without asking. */
export async function ensureWebKit(): Promise<WebKit> {
  const found = findWebKit();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    await step("Installing WebKitGTK", "WebKitGTK installation tried", install).catch(() => undefined);
  }
  const installed = findWebKit();
  if (installed) return installed;
  throw new Failure(`These checks need WebKitGTK with its driver, and Xvfb: install them (Debian, as root: apt-get install ${packages.join(" ")}).`);
}

async function install(): Promise<void> {
  const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, endsWith: "SIGTERM" as const };
  await run("apt-get", ["update", "-qq"], options);
  await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], options);
}

function findWebKit(): WebKit | undefined {
  const [driver, screen, browser] = [findProgram("WebKitWebDriver"), findProgram("Xvfb"), findBrowser()];
  return driver && screen && browser ? { driver, browser, screen } : undefined;
}

function findProgram(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(":");
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

/** Beside the library, of whichever version there is: /usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser. */
function findBrowser(): string | undefined {
  const below = (folder: string) => (existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : []);
  const folders = ["/usr/lib", ...below("/usr/lib").filter((folder) => folder.endsWith("-linux-gnu")), "/usr/lib64", "/usr/libexec"];
  const ofWebKit = folders.flatMap(below).filter((folder) => /\/webkit(2)?gtk-[\d.]+$/.test(folder));
  return ofWebKit.map((folder) => path.join(folder, "MiniBrowser")).find((file) => existsSync(file));
}
