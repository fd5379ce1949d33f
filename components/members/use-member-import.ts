import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { missingFields, type Mapping } from "@/lib/domain/import/mapping";
import { newId } from "@/lib/phone/device/desk-device";
import { ImportState, Inspected, inspectedBytes } from "@/lib/protocol/imports";
import type { MemberOptions } from "@/lib/protocol/members";
import { sendChange, type ChangeProblem } from "@/lib/protocol/send-change";
import { memberImportHref } from "./members-href";
import { sendMemberFile } from "./send-member-file";

export type ChosenFile = { readonly file: File; readonly inspected: Inspected; readonly mapping: Mapping };

const post = (url: string, init: RequestInit) => fetch(url, init);

/** From a file to what it would change: choose, say what it means, read. */
export function useMemberImport() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [chosen, setChosen] = useState<ChosenFile>();
  const [readingId, setReadingId] = useState<string>();
  const [problem, setProblem] = useState<ChangeProblem>();
  const abort = useRef<AbortController>(undefined);

  const inspect = async (file: File, sheet?: string) => {
    setBusy(true);
    setProblem(undefined);
    const whole = /\.xls[xm]?$/i.test(file.name) || file.size <= inspectedBytes;
    const query = new URLSearchParams({ whole: whole ? "yes" : "no", ...(sheet === undefined ? {} : { sheet }) });
    const answer = await sendMemberFile(`/api/imports/inspect?${query}`, whole ? file : file.slice(0, inspectedBytes), Inspected);
    setBusy(false);
    if (answer.ok) setChosen({ file, inspected: answer.value, mapping: answer.value.member.mapping });
    else setProblem(answer.error);
  };

  const read = async (members: MemberOptions) => {
    if (!chosen || missingFields("member", chosen.mapping).length > 0) return;
    const { file, mapping, inspected } = chosen;
    const id = newId();
    setProblem(undefined);
    setReadingId(id);
    abort.current = new AbortController();
    const { signal } = abort.current;
    const begin = { action: "begin", id, kind: "member", fileName: file.name.slice(0, 200), mapping, members, ...(inspected.sheet ? { sheet: inspected.sheet } : {}) };
    const begun = await sendChange(post, "/api/imports", begin, ImportState);
    const answer = begun.ok ? await sendMemberFile(`/api/imports/upload?id=${id}`, file, ImportState, signal) : begun;
    if (signal.aborted) return;
    if (answer.ok) return router.push(memberImportHref(id));
    setReadingId(undefined);
    setProblem(answer.error);
  };

  const stop = async () => {
    if (readingId) await sendChange(post, "/api/imports", { action: "cancel", id: readingId }, ImportState);
    abort.current?.abort();
    setReadingId(undefined);
  };

  return {
    busy, chosen, readingId, problem, inspect, read, stop,
    map: (mapping: Mapping) => setChosen((before) => before && { ...before, mapping }),
    changeSheet: (sheet: string) => void (chosen && inspect(chosen.file, sheet)),
    forget: () => setChosen(undefined),
  };
}
