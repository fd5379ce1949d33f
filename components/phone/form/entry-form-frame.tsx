"use client";
import { useRef, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dock, TopBar } from "@/components/ui/top-bar";
import type { ReviewNotice } from "@/lib/protocol/changes";
import { appShell } from "@/lib/text/app-shell";
import { form as text } from "@/lib/text/form";
import { BackButton } from "../back-button";
import { DiscardButton } from "./discard-button";
import { DraftMark } from "./draft-mark";
import { LeaderNote } from "./leader-note";
import { NotKept } from "./not-kept";
import { ProblemSummary } from "./problem-summary";
import type { EntryForm } from "./use-entry-form";
import { useGoal } from "./use-goal";
import { useKeyboardInset } from "./use-keyboard-inset";

type Props<Draft> = {
  readonly title: string;
  readonly form: EntryForm<Draft>;
  readonly review: ReviewNotice | undefined;
  /** A field that came back. */
  readonly returned: string | null;
  readonly children: ReactNode;
};

/** A form on one screen: what came back and what is in the way on top, the fields, and one button at the thumb. */
export function EntryFormFrame<Draft>({ title, form, review, returned, children }: Props<Draft>) {
  const main = useRef<HTMLElement>(null);
  useGoal(main, 0, form.goal, returned);
  useKeyboardInset();
  const { phase } = form;
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    form.save();
  };
  return (
    <form noValidate onSubmit={submit} className="mx-auto flex min-h-dvh max-w-xl flex-col">
      <TopBar title={title} back={<BackButton label={appShell.back} fallback="/" />}>
        <DraftMark kept={form.draftKept} />
      </TopBar>
      <main ref={main} className="grid grid-cols-1 gap-4 px-4 pt-3.5 pb-6 [&_[data-returned]]:rounded-field [&_[data-returned]]:ring-4 [&_[data-returned]]:ring-warn-line">
        {review && <LeaderNote review={review} />}
        <ProblemSummary problems={form.problems} onSeek={form.seek} />
        {children}
        {!form.untouched && <DiscardButton amending={form.amending} onDiscard={form.discard} />}
        <NotKept phase={phase} />
      </main>
      <Dock>
        <Button type="submit" className="flex-1" busyLabel={phase === "saving" ? text.saving : undefined}>
          {text.save}
        </Button>
      </Dock>
    </form>
  );
}
