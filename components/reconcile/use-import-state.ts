import { useEffect, useState } from "react";
import { ImportState } from "@/lib/protocol/imports";

/** `seconds`: how long it has been watched. */
export type Watched = { readonly state: ImportState; readonly seconds: number };

/** Asks once a second how far an import is, while it is active. Undefined until the first answer. */
export function useImportState(id: string, active: boolean): Watched | undefined {
  const [watched, setWatched] = useState<Watched>();
  useEffect(() => {
    if (!active) return;
    const started = Date.now();
    const ask = async () => {
      const answer = await fetch(`/api/imports?id=${id}`, { cache: "no-store" }).catch(() => undefined);
      const parsed = ImportState.safeParse(await answer?.json().catch(() => undefined));
      if (parsed.success) setWatched({ state: parsed.data as ImportState, seconds: (Date.now() - started) / 1000 });
    };
    void ask();
    const timer = setInterval(() => void ask(), 1_000);
    return () => clearInterval(timer);
  }, [id, active]);
  return watched;
}
