import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { missingFields, type Mapping } from "@/lib/domain/import/mapping";
import { newId } from "@/lib/phone/device/desk-device";
import { ImportState, Inspected, inspectedBytes, type RegisterKind } from "@/lib/protocol/imports";
import { sendChange, type ChangeProblem } from "@/lib/protocol/send-change";
import { importHref } from "./reconcile-href";
import { sendFile } from "./send-file";

export type Chosen = { readonly file: File; readonly inspected: Inspected; readonly kind: RegisterKind; readonly mapping: Mapping; readonly layoutName: string };
export type Reading = { readonly id: string; readonly sent: number; readonly of: number };

/** From a file to rows that can be looked at: choose, say which column is what, read. */
export function useNewImport() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [chosen, setChosen] = useState<Chosen>();
  const [reading, setReading] = useState<Reading>();
  const [problem, setProblem] = useState<ChangeProblem>();
  const abort = useRef<AbortController>(undefined);

  const inspect = async (file: File, sheet?: string) => {
    setBusy(true);
    setProblem(undefined);
    const isText = !/\.xls[xm]?$/i.test(file.name);
    const whole = !isText || file.size <= inspectedBytes;
    const query = new URLSearchParams({ whole: whole ? "yes" : "no", ...(sheet === undefined ? {} : { sheet }) });
    const answer = await sendFile(`/api/imports/inspect?${query}`, whole ? file : file.slice(0, inspectedBytes), Inspected);
    setBusy(false);
    if (!answer.ok) return setProblem(answer.error);
    setChosen({ file, inspected: answer.value, ...guessFor(answer.value, answer.value.kind) });
  };

  const read = async () => {
    if (!chosen || missingFields(chosen.kind, chosen.mapping).length > 0) return;
    const id = newId();
    const { file, kind, mapping, layoutName, inspected } = chosen;
    setProblem(undefined);
    setReading({ id, sent: 0, of: file.size });
    const begin = { action: "begin", id, kind, mapping, fileName: file.name.slice(0, 200), ...(layoutName.trim() ? { layoutName: layoutName.trim() } : {}), ...(inspected.sheet ? { sheet: inspected.sheet } : {}) };
    const begun = await sendChange((url, init) => fetch(url, init), "/api/imports", begin, ImportState);
    abort.current = new AbortController();
    const answer = begun.ok
      ? await sendFile(`/api/imports/upload?id=${id}`, file, ImportState, { signal: abort.current.signal, onSent: (sent) => setReading({ id, sent, of: file.size }) })
      : begun;
    if (abort.current.signal.aborted) return;
    if (answer.ok) return router.push(importHref(id));
    setReading(undefined);
    setProblem(answer.error);
  };

  const stop = async () => {
    if (!reading) return;
    await sendChange((url, init) => fetch(url, init), "/api/imports", { action: "cancel", id: reading.id }, ImportState);
    abort.current?.abort();
    setReading(undefined);
  };

  return {
    busy, chosen, reading, problem, inspect, read, stop,
    change: (changes: Partial<Pick<Chosen, "mapping" | "layoutName">>) => setChosen((before) => before && { ...before, ...changes }),
    changeKind: (kind: RegisterKind) => setChosen((before) => before && { ...before, ...guessFor(before.inspected, kind) }),
    changeSheet: (sheet: string) => void (chosen && inspect(chosen.file, sheet)),
    forget: () => {
      setChosen(undefined);
      setProblem(undefined);
    },
  };
}

function guessFor({ guesses }: Inspected, kind: RegisterKind): Pick<Chosen, "kind" | "mapping" | "layoutName"> {
  return { kind, mapping: guesses[kind].mapping, layoutName: guesses[kind].layoutName ?? "" };
}
