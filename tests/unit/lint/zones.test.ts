import { ESLint } from "eslint";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../../..");

// Only the rules about imports: invented files are in no TypeScript project, which rules with types need.
const eslint = new ESLint({
  cwd: root,
  ruleFilter: ({ ruleId }) => ["layers/imports", "no-restricted-imports"].includes(ruleId),
  overrideConfig: { languageOptions: { parserOptions: { projectService: false, project: false } } },
});

beforeAll(() => refusals("lib/domain/invented.ts", ""), 60_000); // loads plugins and parser

async function refusals(file: string, code: string) {
  const [result] = await eslint.lintText(code, { filePath: path.join(root, file) });
  return result?.messages.map(({ ruleId, message }) => ruleId ?? message);
}

test.each([
  ["app/invented/page.tsx", 'import { PrismaClient } from "@prisma/client";'],
  ["app/(desk)/desk/invented/page.tsx", 'import { PrismaClient } from "@/lib/server/generated/client";'],
  ["app/(desk)/desk/invented/page.tsx", 'import pg from "pg";'],
  ["app/(phone)/invented/page.tsx", 'import { withActor } from "@/lib/server/database/with-actor";'],
  ["app/(phone)/invented/page.tsx", 'const server = await import("../../../lib/server/database/with-actor");'],
  ["app/api/invented/route.ts", 'import { Client } from "pg";'],
  ["lib/domain/invented.ts", 'import { useState } from "react";'],
  ["lib/domain/invented.ts", 'import { readFile } from "node:fs";'],
  ["lib/domain/invented.ts", 'import type { Phone } from "../phone/phone";'],
  ["lib/domain/entry/invented.ts", 'export * from "@/lib/protocol/commands";'],
  ["lib/protocol/invented.ts", 'import { Phone } from "@/lib/phone/phone";'],
  ["lib/text/invented.ts", 'import { refusalCodes } from "@/lib/domain/refusal";'],
  ["lib/phone/invented.ts", 'import { useState } from "react";'],
  ["lib/phone/invented.ts", 'import { withActor } from "@/lib/server/database/with-actor";'],
  ["lib/server/invented.ts", 'import { Button } from "@/components/ui/button";'],
  ["lib/server/invented.ts", 'import { Phone } from "@/lib/phone/phone";'],
  ["components/ui/invented.tsx", 'import { Entry } from "@/lib/domain/entry/entry";'],
  ["components/invented/list.tsx", 'import { Review } from "@/components/review/review";'],
  ["components/invented/list.tsx", 'import { Review } from "../review/review";'],
  ["components/invented/list.tsx", 'import { withActor } from "@/lib/server/database/with-actor";'],
])("%s must not contain %s", async (file, code) => {
  expect(await refusals(file, code)).toEqual(["layers/imports"]);
});

test("zod is imported in its small form only", async () => {
  expect(await refusals("lib/domain/invented.ts", 'import * as z from "zod";')).toContain("no-restricted-imports");
  expect(await refusals("lib/server/invented.ts", 'import { z } from "zod";')).toEqual(["no-restricted-imports"]);
});

test.each([
  ["lib/domain/invented.ts", 'import * as z from "zod/mini"; import { ok } from "./result"; export { z, ok };'],
  ["lib/protocol/invented.ts", 'import { ok } from "../domain/result"; export { ok };'],
  ["lib/text/invented.ts", 'import type { RefusalCode } from "@/lib/domain/refusal"; export type { RefusalCode };'],
  ["lib/phone/invented.ts", 'import Dexie from "dexie"; import { ok } from "@/lib/domain/result"; export { Dexie, ok };'],
  ["lib/server/invented.ts", 'import "server-only"; import { PrismaClient } from "./generated/client"; export { PrismaClient };'],
  ["components/ui/invented.tsx", 'import { Check } from "lucide-react"; import { useId } from "react"; export { Check, useId };'],
  ["components/invented/list.tsx", 'import { Button } from "@/components/ui/button"; import { row } from "./row"; export { Button, row };'],
  ["app/(desk)/desk/invented/page.tsx", 'import { withActor } from "@/lib/server/database/with-actor"; export { withActor };'],
  ["tests/invented.test.ts", 'import { withActor } from "@/lib/server/database/with-actor"; import pg from "pg"; export { withActor, pg };'],
])("%s may contain %s", async (file, code) => {
  expect(await refusals(file, code)).toEqual([]);
});
