"use client";

import { KeyRound } from "lucide-react";
import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { Modal } from "@/components/ui/modal";
import { WithoutPassword, type PeopleQuery, type PersonPage } from "@/lib/protocol/people";
import { formatCount } from "@/lib/text/moment";
import { firstPasswordTexts as texts } from "@/lib/text/first-passwords";
import { peopleTexts } from "@/lib/text/people";
import { refusals } from "@/lib/text/refusals";
import { PasswordSlips } from "./password-slips";
import { listHref } from "./people-href";
import { usePasswords } from "./use-passwords";

/** For everybody of a list who has none yet. Stays on the page when there is nobody any more: the slips may still be on it. */
export function IssueForList({ query, count }: { readonly query: PeopleQuery; readonly count: number }) {
  const passwords = usePasswords();
  const [looking, setLooking] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const start = async (close: () => void) => {
    setLooking(true);
    setTrouble(undefined);
    const answer = await fetch(listHref(query, "/api/people"), { cache: "no-store" }).catch(() => undefined);
    const found = WithoutPassword.safeParse(await answer?.json().catch(() => undefined)).data;
    setLooking(false);
    if (!found) return setTrouble(texts.unreachable);
    if (found.userIds.length === 0) return setTrouble(texts.nobody);
    close();
    await passwords.issue(found.userIds, { onlyWithout: true });
  };
  return (
    <Issue label={texts.forMany(formatCount(count))} title={texts.manyTitle(formatCount(count))} about={texts.manyAbout} busy={looking} trouble={trouble} isOffered={count > 0} passwords={passwords} onStart={start} />
  );
}

/** For one, also instead of a forgotten one. */
export function IssueForPerson({ person }: { readonly person: PersonPage }) {
  const passwords = usePasswords();
  const isFirst = !person.hasPassword;
  const start = async (close: () => void) => {
    close();
    await passwords.issue([person.id], { onlyWithout: false });
  };
  return (
    <Issue
      label={isFirst ? texts.issue : texts.issueAgain} title={isFirst ? texts.issue : texts.againTitle(person.name)} about={isFirst ? texts.about : texts.againAbout}
      busy={false} trouble={undefined} isOffered passwords={passwords} onStart={start}
    />
  );
}

type Props = {
  readonly label: string;
  readonly title: string;
  readonly about: string;
  readonly busy: boolean;
  readonly trouble: string | undefined;
  readonly isOffered: boolean;
  readonly passwords: ReturnType<typeof usePasswords>;
  readonly onStart: (close: () => void) => Promise<unknown>;
};

/** The slips stay where they are, and don't go with a key pressed by mistake. */
function Issue({ label, title, about, busy, trouble, isOffered, passwords, onStart }: Props) {
  const [asking, setAsking] = useState(false);
  const { making, made, asked, problem, stop, forget } = passwords;
  const close = () => setAsking(false);
  if (!isOffered && !making && !made) return null;
  return (
    <div className="people-issue">
      {!making && !made && <DenseButton onClick={() => setAsking(true)}><KeyRound aria-hidden size={16} />{label}</DenseButton>}
      {asking && (
        <Modal title={title} onClose={close}>
          <div className="people-form">
            <p className="desk-body">{about}</p>
            {trouble && <p role="alert" className="desk-dense text-warn">{trouble}</p>}
            <div className="people-actions">
              <DenseButton look="main" disabled={busy} onClick={() => void onStart(close)}>{texts.start}</DenseButton>
              <DenseButton disabled={busy} onClick={close}>{peopleTexts.cancel}</DenseButton>
            </div>
          </div>
        </Modal>
      )}
      {making && (
        <div className="people-run">
          <progress aria-label={texts.progress} max={making.of} value={making.done} />
          <p role="status" className="desk-body tabular-nums">{texts.making(formatCount(making.done), formatCount(making.of))}</p>
          <DenseButton onClick={stop}>{texts.stop}</DenseButton>
        </div>
      )}
      {made && made.length < asked && <p role="alert" className="people-warn no-print">{`${texts.stopped(formatCount(made.length), formatCount(asked))} ${problem ? (problem.code ? refusals[problem.code] : texts.unreachable) : ""}`}</p>}
      {made && (made.length > 0 ? <PasswordSlips passwords={made} onClose={forget} /> : <DenseButton onClick={forget}>{peopleTexts.cancel}</DenseButton>)}
    </div>
  );
}
