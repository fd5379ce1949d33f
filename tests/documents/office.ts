import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Failure } from "@/lib/launcher/failure.mjs";
import { run } from "@/lib/launcher/run.mjs";

/** LibreOffice without its windows, a reader of PDF, and the letters of Times New Roman, Vietnamese ones too. */
const packages = ["libreoffice-writer-nogui", "libreoffice-calc-nogui", "poppler-utils", "fonts-liberation", "fonts-liberation2"];
/** Newer Debians have the second one's letters in the first. */
const packagesOfNewer = packages.slice(0, -1);

/** The program that turns documents into PDF; installs what is needed where that can be done without asking. */
export async function ensureOffice(): Promise<string> {
  const found = await findOffice();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) await install().catch(() => undefined);
  const installed = await findOffice();
  if (installed) return installed;
  throw new Failure(`Documents are looked at with LibreOffice, poppler and Liberation fonts 2: install them (Debian: apt-get install ${packages.join(" ")}).`);
}

async function install(): Promise<void> {
  const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, endsWith: "SIGTERM" as const };
  const apt = (list: readonly string[]) => run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...list], options);
  console.log("Installing LibreOffice (about 300 MB)…");
  await run("apt-get", ["update", "-qq"], options);
  if ((await apt(packages)).code !== 0) await apt(packagesOfNewer);
}

async function findOffice(): Promise<string | undefined> {
  const runs = async (program: string, args: string[]) => (await run(program, args).catch(() => ({ code: 1 }))).code === 0;
  if (!(await runs("pdftoppm", ["-v"]))) return undefined;
  const fonts = await run("fc-list", [":lang=vi", "family"]).catch(() => ({ output: "" }));
  if (!/Liberation Serif|Times New Roman/.test(fonts.output)) return undefined;
  for (const program of ["soffice", "libreoffice"]) if (await runs(program, ["--version"])) return program;
  return undefined;
}

export type Page = { readonly width: number; readonly height: number };

export type RenderedDocument = {
  /** In points, page by page. */
  readonly pages: readonly Page[];
  readonly fonts: readonly string[];
  readonly pictures: readonly string[];
};

/** Turns a file into PDF and its pages into pictures, all in the file's folder. */
export async function render(office: string, file: string): Promise<RenderedDocument> {
  const folder = path.dirname(file);
  const name = path.basename(file);
  const pdf = `${file}.pdf`;
  await succeed(office, ["--headless", `-env:UserInstallation=${pathToFileURL(path.join(folder, ".profile")).href}`, "--convert-to", "pdf", "--outdir", `${folder}/.pdf`, file]);
  await succeed("mv", [`${folder}/.pdf/${path.parse(file).name}.pdf`, pdf]);
  await succeed("pdftoppm", ["-r", "80", "-png", pdf, file]);
  const sizes = await succeed("pdfinfo", ["-f", "1", "-l", "999", pdf]);
  const fonts = await succeed("pdffonts", [pdf]);
  return {
    pages: [...sizes.matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+)/gm)].map(([, width, height]) => ({ width: Number(width), height: Number(height) })),
    fonts: [...fonts.matchAll(/^[A-Z]{6}\+(\S+)/gm)].map(([, font]) => font!),
    pictures: (await readdir(folder)).filter((one) => one.startsWith(`${name}-`) && one.endsWith(".png")),
  };
}

export async function removeProfile(folder: string): Promise<void> {
  for (const name of [".profile", ".pdf"]) await rm(path.join(folder, name), { recursive: true, force: true });
}

async function succeed(program: string, args: string[]): Promise<string> {
  const { code, output } = await run(program, args);
  if (code !== 0) throw new Failure(`${program} gave up: ${output.trim().split("\n").at(-1) ?? code}`);
  return output;
}
