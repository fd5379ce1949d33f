import type { Metadata } from "next";
import { ArticleScreen } from "@/components/article/article-screen";
import { articleText } from "@/lib/text/article";

export const metadata: Metadata = { title: articleText.title };

export default function ArticlePage() {
  return <ArticleScreen />;
}
