import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PosterSheet } from "@/components/invitations/poster-sheet";
import { requirePerson } from "@/lib/server/auth/current-person";
import { findPoster } from "@/lib/server/invitations/find-poster";
import { invitationTexts } from "@/lib/text/desk-invitations";

export const metadata: Metadata = { title: invitationTexts.poster };

export default async function PosterPage({ searchParams }: PageProps<"/desk/invitations/poster">) {
  const { actor } = await requirePerson("/desk/invitations");
  const poster = await findPoster(actor, (await searchParams).unit, new Date().toISOString());
  if (!poster) notFound();
  return <PosterSheet poster={poster} />;
}
