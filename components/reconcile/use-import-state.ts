import { useEffect, useState } from "react";
import { ImportState } from "@/lib/protocol/imports";

/** Asks once a second how far an import is, until it is told to stop. Undefined until the first answer. */
export function useImportState(id: string, active: boolean): ImportState | undefined {
  const [state, setState] = useState<ImportState>();
  useEffect(() => {
    if (!active) return;
    const ask = async () => {
      const answer = await fetch(`/api/imports?id=${id}`, { cache: "no-store" }).catch(() => undefined);
      const parsed = ImportState.safeParse(await answer?.json().catch(() => undefined));
      if (parsed.success) setState(parsed.data as ImportState);
    };
    void ask();
    const timer = setInterval(() => void ask(), 1_000);
    return () => clearInterval(timer);
  }, [id, active]);
  return state;
}
