"use client";

import { useRef, useState } from "react";
import { newId } from "@/lib/phone/device/desk-device";
import { PeopleAccepted, PeoplePlanned, type FileProgress, type PeopleFilePlan } from "@/lib/protocol/people";
import type { ChangeProblem } from "@/lib/protocol/send-change";
import { sendPeopleFile } from "./send-people-file";

export type Looked = { readonly file: File; readonly plan: PeopleFilePlan };

/** From a file to people: chosen, looked at, accepted. The file stays in the browser and is sent again to be accepted. */
export function usePeopleImport() {
  const id = useRef<string>(undefined);
  const [running, setRunning] = useState<FileProgress | "sending">();
  const [looked, setLooked] = useState<Looked>();
  const [accepted, setAccepted] = useState<PeopleAccepted>();
  const [problem, setProblem] = useState<ChangeProblem & { readonly writing: boolean }>();

  const begin = () => {
    setProblem(undefined);
    setRunning("sending");
  };
  const look = async (file: File) => {
    id.current = undefined;
    setLooked(undefined);
    setAccepted(undefined);
    begin();
    const answer = await sendPeopleFile(file, { action: "plan" }, PeoplePlanned, setRunning);
    setRunning(undefined);
    if (answer.ok) setLooked({ file, plan: answer.value.plan });
    else setProblem({ ...answer.error, writing: false });
  };
  const accept = async () => {
    if (!looked) return;
    const { file, plan } = looked;
    begin();
    id.current ??= newId();
    const answer = await sendPeopleFile(file, { action: "accept", id: id.current, digest: plan.digest }, PeopleAccepted, setRunning);
    setRunning(undefined);
    if (answer.ok) {
      setLooked(undefined);
      setAccepted(answer.value);
    } else {
      setProblem({ ...answer.error, writing: true });
      // What would be done is something else by now: it has to be looked at again.
      if (answer.error.code === "planChangedSince") await lookAgain(file);
    }
  };
  const lookAgain = async (file: File) => {
    id.current = undefined;
    setRunning("sending");
    const answer = await sendPeopleFile(file, { action: "plan" }, PeoplePlanned, setRunning);
    setRunning(undefined);
    if (answer.ok) setLooked({ file, plan: answer.value.plan });
    else setLooked(undefined);
  };
  const forget = () => {
    setLooked(undefined);
    setAccepted(undefined);
    setProblem(undefined);
  };
  return { running, looked, accepted, problem, look, accept, forget };
}
