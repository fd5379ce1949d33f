"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { PersonParagraphKey, ReportParagraphs } from "@/lib/domain/report/monthly-report";
import { reportTexts } from "@/lib/text/desk-reports";
import { sendReport } from "./send-report";

/** `base`: what the paragraph said when one began to write; `savedAs`: the version in which it was saved. */
type Edit = { readonly text: string; readonly base: string; readonly savedAs?: number };
export type Notice = { readonly kind: "done" | "trouble"; readonly text: string };

export type ParagraphState = {
  readonly text: string;
  readonly carried: boolean;
  readonly unsaved: boolean;
  /** What somebody else saved here meanwhile. */
  readonly theirs?: string;
};

/**
 * What is written between the paragraphs from the data. What one types outlives everything: a refusal, and what somebody
 * else saved meanwhile, which is shown beside it.
 */
export function useReportEditor(id: string, stored: ReportParagraphs, storedVersion: number) {
  const router = useRouter();
  const [edits, setEdits] = useState<Partial<Record<PersonParagraphKey, Edit>>>({});
  const [savedVersion, setSavedVersion] = useState(0);
  const [saving, setSaving] = useState(false);
  const [notice, setNotice] = useState<Notice>();
  const storedText = (key: PersonParagraphKey) => stored[key]?.text ?? "";
  // What was saved here is the page's own as soon as the page has read it again.
  const open = Object.entries(edits).filter((entry): entry is [PersonParagraphKey, Edit] => !(entry[1].savedAs && entry[1].savedAs <= storedVersion));
  const unsaved = open.filter(([, { savedAs }]) => savedAs === undefined);
  const editOf = (key: PersonParagraphKey) => open.find(([one]) => one === key)?.[1];
  useLeaveWarning(unsaved.length > 0);

  const write = (key: PersonParagraphKey, text: string) => {
    const known = editOf(key);
    setEdits((before) => ({ ...before, [key]: { text, base: known && !known.savedAs ? known.base : (known?.text ?? storedText(key)) } }));
    setNotice(undefined);
  };

  const save = async () => {
    if (unsaved.length === 0) return setNotice({ kind: "trouble", text: reportTexts.nothingToSave });
    setSaving(true);
    const paragraphs = Object.fromEntries(unsaved.map(([key, { text }]) => [key, { text: text.trim(), carried: false }]));
    const sent = await sendReport({ action: "write", id, expectedVersion: Math.max(savedVersion, storedVersion), paragraphs });
    setSaving(false);
    setNotice(sent.ok ? { kind: "done", text: reportTexts.saved } : { kind: "trouble", text: sent.sentence });
    if (sent.ok) {
      setSavedVersion(sent.version);
      // Whoever goes on writing while it is sent keeps what they wrote.
      setEdits((now) => Object.fromEntries(Object.entries(now).map(([key, edit]) => [key, unsaved.some(([one, { text }]) => one === key && text === edit.text) ? { ...edit, savedAs: sent.version } : edit])));
    }
    if (sent.ok || sent.code === "versionConflict") router.refresh();
  };

  return {
    notice,
    saving,
    version: Math.max(savedVersion, storedVersion),
    hasUnsaved: unsaved.length > 0,
    carriedKeys: (Object.keys(stored) as PersonParagraphKey[]).filter((key) => stored[key]?.carried && !editOf(key)),
    stateOf: (key: PersonParagraphKey): ParagraphState => {
      const edit = editOf(key);
      const theirs = edit && !edit.savedAs && storedText(key) !== edit.base && storedText(key) !== edit.text ? storedText(key) : undefined;
      return { text: edit?.text ?? storedText(key), carried: !edit && Boolean(stored[key]?.carried), unsaved: edit !== undefined && !edit.savedAs, ...(theirs === undefined ? {} : { theirs }) };
    },
    write,
    /** Looked at, and right as it is. */
    keep: (keys: readonly PersonParagraphKey[]) => keys.forEach((key) => write(key, storedText(key))),
    save: () => void save(),
  };
}

export type ReportEditing = ReturnType<typeof useReportEditor>;

/** The browser asks before what was written is lost with the page. */
function useLeaveWarning(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [dirty]);
}
