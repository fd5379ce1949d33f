import type { ReactNode } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import type { ChangeProblem } from "@/lib/protocol/send-change";
import { peopleTexts as texts } from "@/lib/text/people";
import { sentenceOf } from "./use-change";

type Props = {
  readonly action: string;
  readonly busy: boolean;
  readonly problem: ChangeProblem | undefined;
  /** Those that say themselves what is wrong with them. */
  readonly fields: readonly string[];
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A change of a person: its fields, what is said about all of it, and the two ways on. */
export function ChangeForm({ action, busy, problem, fields, onSubmit, onClose, children }: Props) {
  return (
    <form className="people-form" onSubmit={(event) => { event.preventDefault(); void onSubmit(); }}>
      {children}
      {problem && !fields.includes(problem.field ?? "") && <p role="alert" className="desk-dense text-warn">{sentenceOf(problem)}</p>}
      <div className="people-actions">
        <DenseButton type="submit" look="main" disabled={busy}>{busy ? texts.saving : action}</DenseButton>
        <DenseButton disabled={busy} onClick={onClose}>{texts.cancel}</DenseButton>
      </div>
    </form>
  );
}
