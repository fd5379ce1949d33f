import "server-only";
import * as z from "zod/mini";
import { usualSettings, type HttpSourceSettings } from "./http-source";

const Settings = z.object({
  REGISTER_URL: z.url({ protocol: /^https?$/ }),
  REGISTER_TOKEN: z.string().check(z.minLength(1)),
  REGISTER_IMPORTER: z.string().check(z.minLength(1)),
  REGISTER_PAGE_SIZE: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(10_000))),
  REGISTER_REQUESTS_PER_SECOND: z.optional(z.coerce.number().check(z.gt(0), z.lte(100))),
});

/** What the environment says of the register's own system; throws with the names of what is missing or wrong. */
export function pullSettings(environment: Readonly<Record<string, string | undefined>>): { readonly importer: string; readonly source: HttpSourceSettings } {
  const parsed = Settings.safeParse(environment);
  if (!parsed.success) throw new Error(`Missing or wrong: ${[...new Set(parsed.error.issues.map(({ path }) => path.join(".")))].join(", ")}`);
  const { REGISTER_URL: url, REGISTER_TOKEN: token, REGISTER_IMPORTER: importer, REGISTER_PAGE_SIZE: pageSize, REGISTER_REQUESTS_PER_SECOND: requestsPerSecond } = parsed.data;
  return {
    importer,
    source: { ...usualSettings, url, token, pageSize: pageSize ?? usualSettings.pageSize, requestsPerSecond: requestsPerSecond ?? usualSettings.requestsPerSecond },
  };
}
