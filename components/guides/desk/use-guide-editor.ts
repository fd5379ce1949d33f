"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState, useSyncExternalStore } from "react";
import { checkGuide, guideSlugOf } from "@/lib/domain/guide/check-guide";
import type { Refusal } from "@/lib/domain/refusal";
import { SaveGuideResponse, type GuideVersion, type SaveGuideRequest } from "@/lib/protocol/guides";
import { sendChange, type ChangeProblem } from "@/lib/protocol/send-change";
import { deskGuides } from "@/lib/text/desk-guides";
import { refusals } from "@/lib/text/refusals";
import { guideHref } from "./guide-href";

type Written = { readonly title: string; readonly markdown: string };
export type Notice = { readonly kind: "done" | "trouble" | "loaded"; readonly text: string };

const blank: Written = { title: "", markdown: "" };

/**
 * What is being written, checked and saved. What one types outlives everything: a refusal, somebody else's
 * version, an old version that is looked at.
 * @param history newest first; empty for a guide that is not there yet
 */
export function useGuideEditor(history: readonly GuideVersion[]) {
  const router = useRouter();
  const [newest] = history;
  const stored = newest ? { title: newest.title, markdown: newest.markdown } : blank;
  const [written, setWritten] = useState<Written>(stored);
  const [setAside, setSetAside] = useState<Written>();
  const [problems, setProblems] = useState<readonly Refusal[]>([]);
  const [notice, setNotice] = useState<Notice>();
  const [saving, setSaving] = useState(false);
  /** The version on which the next one is built: what was saved here may be newer than what the page knows. */
  const [saved, setSaved] = useState(0);
  const dirty = written.title.trim() !== stored.title || written.markdown.trim() !== stored.markdown; // stored without spaces around
  useLeaveWarning(dirty);

  const send = async (text: Written, retired: boolean) => {
    setSaving(true);
    const expectedVersion = Math.max(saved, newest?.version ?? 0);
    const slug = newest?.slug ?? guideSlugOf(text.title);
    const answer = await sendChange((url, init) => fetch(url, init), "/api/guides", { slug, expectedVersion, ...text, retired } satisfies SaveGuideRequest, SaveGuideResponse);
    setSaving(false);
    if (!answer.ok) return fail(answer.error);
    const { version } = answer.value;
    setSaved(version);
    setSetAside(undefined);
    setNotice({ kind: "done", text: retired ? deskGuides.nowRetired(version) : deskGuides.saved(version) });
    if (!newest) router.replace(guideHref(slug));
    router.refresh();
  };

  const fail = ({ code, field }: ChangeProblem) => {
    if (code && field) return setProblems([{ code, field }]);
    if (code === "versionConflict") router.refresh();
    const text = code === "versionConflict" ? deskGuides.conflict : code ? refusals[code] : deskGuides.unreachable;
    setNotice({ kind: "trouble", text });
  };

  return {
    ready: useSyncExternalStore(never, () => true, () => false),
    written,
    problems,
    notice,
    saving,
    canUndoLoad: setAside !== undefined,
    /** The sentence at a field, while there is one. */
    problemAt: (field: keyof Written) => {
      const found = problems.find((problem) => problem.field === field);
      return found && refusals[found.code];
    },
    write: (changes: Partial<Written>) => {
      setWritten((before) => ({ ...before, ...changes }));
      setProblems([]);
    },
    save: () => {
      const found = checkGuide(written);
      setProblems(found);
      setNotice(undefined);
      if (found.length > 0) return;
      if (!dirty && newest && !newest.retired) return setNotice({ kind: "trouble", text: deskGuides.unchanged });
      void send(written, false);
    },
    /** With the text as it is stored: what is being written is not published by the way. */
    retire: () => void send(stored, true),
    load: ({ version, title, markdown }: GuideVersion) => {
      setSetAside((before) => before ?? written);
      setWritten({ title, markdown });
      setProblems([]);
      setNotice({ kind: "loaded", text: deskGuides.loaded(version) });
    },
    undoLoad: () => {
      if (setAside) setWritten(setAside);
      setSetAside(undefined);
      setNotice(undefined);
    },
  };
}

/** What is typed before the page listens would be lost: the fields open when it does. */
const never = () => () => undefined;

/** The browser asks before what was written is lost with the page. */
function useLeaveWarning(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [dirty]);
}
