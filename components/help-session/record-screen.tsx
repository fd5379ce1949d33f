"use client";
import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { ClosedForm, type ClosedEntry } from "@/components/phone/form/closed-form";
import { withPhone } from "@/components/phone/phone-gate";
import type { Phone } from "@/lib/phone/phone";
import { loadForm, type LoadedForm } from "./load-draft";
import { RecordForm } from "./record-form";

/** Opens the form that the address asks for: a new one, a kept one, an entry to amend. */
export const RecordScreen = withPhone(Record);

function Record({ phone }: { readonly phone: Phone }) {
  const query = useSearchParams();
  const [draft, entry, person] = [query.get("draft"), query.get("entry"), query.get("person")];
  const [household, visit, proposed] = [query.get("household"), query.get("visit"), query.get("proposed")];
  const [loaded, setLoaded] = useState<LoadedForm | ClosedEntry>();

  useEffect(() => {
    let wanted = true;
    void loadForm(phone, { draft, entry, person, household, visit, proposed }).then((form) => {
      if (!wanted) return;
      setLoaded(form);
      // A new form gets an address of its own, so that a reload finds its draft again.
      const address = new URLSearchParams({ draft: form.draftKey.slice("record:".length), ...(household ? { household } : {}), ...(visit ? { visit } : {}) });
      if (!draft && !entry) window.history.replaceState(window.history.state, "", `/record?${address}`);
    });
    return () => {
      wanted = false;
    };
  }, [phone, draft, entry, person, household, visit, proposed]);

  if (!loaded) return <main className="min-h-dvh" aria-busy="true" />;
  if ("closedEntry" in loaded) return <ClosedForm phone={phone} closed={loaded} />;
  return <RecordForm key={loaded.draftKey} phone={phone} loaded={loaded} field={query.get("field")} scanFirst={query.get("scan") === "1"} />;
}
