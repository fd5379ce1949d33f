import * as z from "zod/mini";
import { Uuid } from "../ids";
import { parsedText } from "../parsed-text";
import { Instant, LocalDate } from "../time/local-date";
import { parseArticleUrl } from "./article-url";

const line = (length: number) => z.string().check(z.trim(), z.minLength(1, "required"), z.maxLength(length, "tooLong"));

/** A news item about the scheme that somebody published. It counts for the day of publication. */
export const Article = z.strictObject({
  kind: z.literal("article"),
  happenedAt: Instant,
  url: parsedText(parseArticleUrl).check(z.maxLength(1000, "tooLong")),
  title: line(300),
  /** Website, page or paper. */
  publisher: line(120),
  publishedOn: LocalDate,
  outcomes: z.array(z.strictObject({ id: Uuid, kind: z.literal("articlePublished") })).check(z.length(1)),
});
export type Article = z.infer<typeof Article>;
