import * as z from "zod/mini";
import type { Phone } from "@/lib/phone/phone";

/** What was typed lately into a field, newest first, so that it can be offered again. Kept on the phone like a draft. */
export type Recent = readonly string[];
const Recent = z.readonly(z.array(z.string()));

const most = 4;

export async function readRecent(phone: Phone, field: string): Promise<Recent> {
  const read = Recent.safeParse(await phone.drafts.load(keyOf(field)));
  return read.success ? read.data : [];
}

export async function rememberRecent(phone: Phone, field: string, value: string): Promise<void> {
  const before = await readRecent(phone, field);
  await phone.drafts.save(keyOf(field), withRecent(before, value));
}

/** What was used now goes before what was used earlier. */
export function withRecent(before: Recent, value: string): Recent {
  return [value, ...before.filter((earlier) => earlier !== value)].slice(0, most);
}

function keyOf(field: string): string {
  return `recent:${field}`;
}
