import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { GuideEditor } from "@/components/guides/desk/guide-editor";
import { denseButtonClass } from "@/components/ui/dense-button";
import { canEditGuides } from "@/lib/domain/guide/edit-permission";
import { localDateOf } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { readGuideHistory } from "@/lib/server/guides/read-guide-versions";
import { deskGuides } from "@/lib/text/desk-guides";

export const metadata: Metadata = { title: deskGuides.title };

/** Without `guide`, a new one. */
export default async function GuideEditPage({ searchParams }: PageProps<"/desk/guides/edit">) {
  const { actor } = await requirePerson("/desk/guides");
  const { guide } = await searchParams;
  const now = new Date().toISOString();
  const history = typeof guide === "string" ? await readGuideHistory(actor, guide, now) : [];
  if (!history || !canEditGuides(actor, localDateOf(now))) notFound();
  return (
    <>
      <header className="desk-top">
        <h1 className="desk-title">{history[0]?.title ?? deskGuides.newTitle}</h1>
        <Link className={`${denseButtonClass()} ml-auto`} href="/desk/guides">{deskGuides.backToList}</Link>
      </header>
      <GuideEditor history={history} />
    </>
  );
}
