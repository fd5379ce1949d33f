import * as z from "zod/mini";

/** Lower-case UUID. Ids are UUIDv7 made where the row is born; nothing here depends on the version. */
export const Uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-9a-f][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/, "malformed"));
export type Uuid = z.infer<typeof Uuid>;
