import type { Metadata } from "next";
import { buttonClass } from "@/components/ui/button";
import { EmptyScreen } from "@/components/ui/empty-state";
import { appShell } from "@/lib/text/app-shell";

const { title, body, home } = appShell.notFound;

export const metadata: Metadata = { title };

export default function NotFound() {
  return (
    <EmptyScreen title={title} action={<a href="/" className={buttonClass()}>{home}</a>}>
      {body}
    </EmptyScreen>
  );
}
