import { readFileSync } from "node:fs";
import type { Client } from "pg";
import { insertRows } from "./insert-rows";

/** In the order in which they are listed: a citizen signs in before anything else. */
export const guideSlugs = ["vneid-dang-nhap-lien-ket", "vneid-muc-2", "nop-ho-so", "thanh-toan-truc-tuyen", "tra-cuu-ho-so"];

/**
 * The guides that a province starts with, each as version 1. Reference data: those that it has already, in
 * whatever version, stay as they are.
 * @returns the slugs that were new
 */
export async function loadGuides(client: Client, provinceId: string): Promise<string[]> {
  const { rows } = await client.query<{ slug: string }>("select distinct slug from guide where province_id = $1", [provinceId]);
  const missing = guideSlugs.filter((slug) => !rows.some((row) => row.slug === slug));
  await insertRows(client, "guide", missing.map((slug) => ({
    province_id: provinceId,
    slug,
    version: 1,
    ...readGuide(slug),
    sort_order: guideSlugs.indexOf(slug) + 1,
    edited_at: new Date(),
    retired: false,
  })));
  return missing;
}

/** The first line of a file is the guide's title, the rest its text. */
export function readGuide(slug: string): { title: string; markdown: string } {
  const text = readFileSync(new URL(`./guides/${slug}.md`, import.meta.url), "utf8").normalize("NFC");
  const [, title, markdown] = /^# (.+)\n+([^]*)$/.exec(text) ?? [];
  if (!title || !markdown) throw new Error(`prisma/demo/guides/${slug}.md does not begin with its title`);
  return { title, markdown: markdown.trim() };
}
