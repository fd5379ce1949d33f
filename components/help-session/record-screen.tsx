"use client";
import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { withPhone } from "@/components/phone/phone-gate";
import { Button, buttonClass } from "@/components/ui/button";
import { EmptyScreen } from "@/components/ui/empty-state";
import type { Phone } from "@/lib/phone/phone";
import { helpSession } from "@/lib/text/help-session";
import { loadForm, type ClosedEntry, type LoadedForm } from "./load-draft";
import { RecordForm } from "./record-form";

/** Opens the form that the address asks for: a new one, a kept one, an entry to amend. */
export const RecordScreen = withPhone(Record);

function Record({ phone }: { readonly phone: Phone }) {
  const query = useSearchParams();
  const [draft, entry, person] = [query.get("draft"), query.get("entry"), query.get("person")];
  const [loaded, setLoaded] = useState<LoadedForm | ClosedEntry>();

  useEffect(() => {
    let wanted = true;
    void loadForm(phone, { draft, entry, person }).then((form) => {
      if (!wanted) return;
      setLoaded(form);
      // A new form gets an address of its own, so that a reload finds its draft again.
      const address = `/record?draft=${form.draftKey.slice("record:".length)}`;
      if (!draft && !entry) window.history.replaceState(window.history.state, "", address);
    });
    return () => {
      wanted = false;
    };
  }, [phone, draft, entry, person]);

  if (!loaded) return <main className="min-h-dvh" aria-busy="true" />;
  if ("closedEntry" in loaded) return <Closed phone={phone} closed={loaded} />;
  return <RecordForm key={loaded.draftKey} phone={phone} loaded={loaded} field={query.get("field")} scanFirst={query.get("scan") === "1"} />;
}

/** Decided while it was being amended: what was typed stays until its author lets it go. */
function Closed({ phone, closed }: { readonly phone: Phone; readonly closed: ClosedEntry }) {
  const router = useRouter();
  const discard = () => void phone.drafts.remove(closed.draftKey).then(() => router.replace("/"));
  return (
    <EmptyScreen
      title={helpSession.notAmendable}
      action={
        <>
          <Link href={`/entry?id=${closed.closedEntry}`} className={buttonClass("second")}>
            {helpSession.openEntry}
          </Link>
          {closed.typed && (
            <Button look="danger" onClick={discard}>
              {helpSession.discard}
            </Button>
          )}
        </>
      }
    />
  );
}
