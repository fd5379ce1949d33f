import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { readSettings } from "./environment.mjs";
import { Failure } from "./failure.mjs";
import { dataFolder } from "./paths.mjs";

/** The province of August 2023 lives in a folder of its own, beside the demo. */
export function useProvinceFolder() {
  process.env.DATA_DIR ||= ".data/province-2023";
}

const marker = () => path.join(dataFolder(), "province-2023.built");

export const isBuilt = () => existsSync(marker());
export const noteBuilt = () => writeFile(marker(), "");
/** While it is being built anew, nobody may take what is there for whole. */
export const forgetBuilt = () => rm(marker(), { force: true });

/** From here on the launcher works on that province: never on a folder that it would fill with the demo. */
export function openProvince2023() {
  if (readSettings().databaseUrl !== undefined) throw new Failure("--province-2023 opens the province in its own folder, but DATABASE_URL is set: leave one of them out.");
  useProvinceFolder();
  if (!isBuilt()) throw new Failure("There is no province of 2023 yet: npm run seed:province builds it.");
}
