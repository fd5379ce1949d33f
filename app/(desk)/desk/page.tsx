import Link from "next/link";
import { redirect } from "next/navigation";
import { deskPagesOf } from "@/components/desk-shell/desk-pages";
import { EmptyPage } from "@/components/desk-shell/empty-page";
import { denseButtonClass } from "@/components/ui/dense-button";
import { localDateOf } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { rolesOn } from "@/lib/server/auth/person";
import { desk } from "@/lib/text/desk";

export default async function DeskStart() {
  const person = await requirePerson("/desk");
  const [, first] = deskPagesOf(rolesOn(person, localDateOf(new Date().toISOString())));
  if (first) redirect(first.href);
  return (
    <EmptyPage title={desk.nothingHere.title} sentence={desk.nothingHere.sentence}>
      <Link href="/" className={denseButtonClass()}>{desk.phoneHome}</Link>
    </EmptyPage>
  );
}
