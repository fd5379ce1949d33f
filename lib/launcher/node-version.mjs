import { readFileSync } from "node:fs";
import { Failure } from "./failure.mjs";
import { inRoot } from "./paths.mjs";

/** Fails on a Node.js that `engines` in package.json does not name. */
export function requireNodeVersion(version = process.versions.node) {
  const range = JSON.parse(readFileSync(inRoot("package.json"), "utf8")).engines.node;
  if (satisfies(version, range)) return;
  const wanted = range.split("||").map((part) => `${part.replace(/[\^>=\s]/g, "")}+`).join(" or ");
  throw new Failure(`Node.js ${wanted} is needed, and this is ${version}: install a current one from https://nodejs.org.`);
}

/** Understands `^major.minor` and `>=major.minor`, joined by `||`. */
export function satisfies(version, range) {
  const [major, minor] = version.split(".").map(Number);
  return range.split("||").some((part) => {
    const [, operator, wantedMajor, wantedMinor = 0] = /^\s*(\^|>=)(\d+)(?:\.(\d+))?\s*$/.exec(part);
    if (major === Number(wantedMajor)) return minor >= Number(wantedMinor);
    return operator === ">=" && major > Number(wantedMajor);
  });
}
