"use client";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { EmptyScreen } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { Phone } from "@/lib/phone/phone";
import { form } from "@/lib/text/form";

/** An entry that can't be amended (any more), and what was typed about it. */
export type ClosedEntry = { readonly closedEntry: string; readonly draftKey: string; readonly typed: boolean };

/** Decided while it was being amended: what was typed stays until its author lets it go. */
export function ClosedForm({ phone, closed }: { readonly phone: Phone; readonly closed: ClosedEntry }) {
  const router = useRouter();
  const discard = () => void phone.drafts.remove(closed.draftKey).then(() => router.replace("/"));
  return (
    <EmptyScreen
      title={form.notAmendable}
      action={
        <>
          <LinkButton href={`/entry?id=${closed.closedEntry}`}>{form.openEntry}</LinkButton>
          {closed.typed && (
            <Button look="danger" onClick={discard}>
              {form.discard}
            </Button>
          )}
        </>
      }
    />
  );
}
