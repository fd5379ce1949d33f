import type { Refusal } from "../refusal";
import { cleanText } from "../text/clean-text";
import { foldText } from "../text/fold";
import { parseGuide } from "./parse-guide";

/** In characters. A guide is read with a citizen waiting; what is longer is two guides. */
export const longestTitle = 80;
export const longestMarkdown = 8_000;
export const longestSlug = 60;

/**
 * What stands in the way of publishing a guide; nothing when it may be saved. Fields: `title`, `markdown`.
 * Refuses with `required`, `tooLong` and `guideStepsMissing`.
 */
export function checkGuide({ title, markdown }: { readonly title: string; readonly markdown: string }): Refusal[] {
  return [...refusalsOfText("title", cleanText(title), longestTitle), ...refusalsOfMarkdown(markdown)];
}

/**
 * A guide's name in addresses, made from its first title: small letters, digits and hyphens.
 * Empty for a title without any letter or digit.
 */
export function guideSlugOf(title: string): string {
  const words = foldText(title).replace(/[^a-z0-9]+/g, "-").replace(/^-+/, "");
  return words.slice(0, longestSlug).replace(/-+$/, "");
}

/** Whether text is a slug as `guideSlugOf` makes it. */
export function isGuideSlug(text: string): boolean {
  return text.length <= longestSlug && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}

function refusalsOfText(field: string, text: string, longest: number): Refusal[] {
  if (text.trim() === "") return [{ code: "required", field }];
  return text.length > longest ? [{ code: "tooLong", field }] : [];
}

function refusalsOfMarkdown(markdown: string): Refusal[] {
  const refusals = refusalsOfText("markdown", markdown, longestMarkdown);
  if (refusals.length > 0) return refusals;
  return parseGuide(markdown).some(({ kind }) => kind === "step") ? [] : [{ code: "guideStepsMissing", field: "markdown" }];
}
