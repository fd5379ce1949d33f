"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { newId } from "@/lib/phone/device/desk-device";
import { mostPasswords, PeopleChanged, type IssuedPassword } from "@/lib/protocol/people";
import { sendChange, type ChangeProblem } from "@/lib/protocol/send-change";

export type Making = { readonly done: number; readonly of: number };

/**
 * First passwords for many, some at a time, because each takes the server a while on purpose. What was made is kept here
 * and nowhere else: stopped, or without a network, what there is so far is shown.
 */
export function usePasswords() {
  const router = useRouter();
  const stopped = useRef(false);
  const [making, setMaking] = useState<Making>();
  const [made, setMade] = useState<readonly IssuedPassword[]>();
  const [asked, setAsked] = useState(0);
  const [problem, setProblem] = useState<ChangeProblem>();

  const issue = async (userIds: readonly string[], { onlyWithout }: { readonly onlyWithout: boolean }) => {
    stopped.current = false;
    setProblem(undefined);
    setAsked(userIds.length);
    const passwords: IssuedPassword[] = [];
    for (let start = 0; start < userIds.length && !stopped.current; start += mostPasswords) {
      setMaking({ done: start, of: userIds.length });
      const command = { action: "issuePasswords", id: newId(), userIds: userIds.slice(start, start + mostPasswords), onlyWithout };
      const answer = await sendChange((url, init) => fetch(url, init), "/api/people", command, PeopleChanged);
      if (!answer.ok) {
        setProblem(answer.error);
        break;
      }
      passwords.push(...(answer.value.passwords ?? []));
    }
    setMaking(undefined);
    setMade(passwords);
  };
  /** Only now the page is made anew: before, what was made must stay on it. */
  const forget = () => {
    setMade(undefined);
    setProblem(undefined);
    router.refresh();
  };
  return { making, made, asked, problem, issue, stop: () => void (stopped.current = true), forget };
}
