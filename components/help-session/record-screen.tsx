"use client";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { withPhone } from "@/components/phone/phone-gate";
import { buttonClass } from "@/components/ui/button";
import { EmptyScreen } from "@/components/ui/empty-state";
import Link from "next/link";
import type { Phone } from "@/lib/phone/phone";
import { appShell } from "@/lib/text/app-shell";
import { helpSession } from "@/lib/text/help-session";
import { loadForm, type LoadedForm } from "./load-draft";
import { RecordForm } from "./record-form";

/** Opens the form that the address asks for: a new one, a kept one, an entry to amend. */
export const RecordScreen = withPhone(Record);

function Record({ phone }: { readonly phone: Phone }) {
  const query = useSearchParams();
  const router = useRouter();
  const address = query.toString();
  const [loaded, setLoaded] = useState<{ readonly address: string; readonly form: LoadedForm | undefined }>();

  useEffect(() => {
    let wanted = true;
    const asked = new URLSearchParams(address);
    const read = (name: string) => asked.get(name);
    void loadForm(phone, { draft: read("draft"), entry: read("entry"), person: read("person"), field: read("field") }).then((form) => {
      if (wanted) setLoaded({ address, form });
    });
    return () => {
      wanted = false;
    };
  }, [phone, address]);

  useEffect(() => {
    // A new form gets an address of its own, so that a reload finds its draft again.
    if (!loaded?.form || loaded.address !== address || query.get("draft") || query.get("entry")) return;
    const id = loaded.form.draftKey.slice("record:".length);
    window.history.replaceState(window.history.state, "", `/record?draft=${id}`);
  }, [loaded, address, query, router]);

  if (!loaded) return <main className="min-h-dvh" aria-busy="true" />;
  if (!loaded.form) {
    return (
      <EmptyScreen
        title={helpSession.notAmendable}
        action={
          <Link href={`/entry?id=${query.get("entry") ?? ""}`} className={buttonClass("second")}>
            {appShell.back}
          </Link>
        }
      />
    );
  }
  return <RecordForm key={loaded.form.draftKey} phone={phone} loaded={loaded.form} field={query.get("field")} scanFirst={query.get("scan") === "1"} />;
}
