import Link from "next/link";
import { EmptyPage } from "@/components/desk-shell/empty-page";
import { denseButtonClass } from "@/components/ui/dense-button";
import { desk } from "@/lib/text/desk";

export default function NotFound() {
  return (
    <EmptyPage title={desk.notFound.title} sentence={desk.notFound.sentence}>
      <Link href="/desk" className={denseButtonClass()}>{desk.notFound.action}</Link>
    </EmptyPage>
  );
}
