"use client";
import { useState } from "react";
import { inputOfInstant, instantOfInput } from "@/components/phone/form/local-time";
import { problemAt } from "@/components/phone/form/problem-summary";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/field";
import type { Refusal } from "@/lib/domain/refusal";
import { visitText } from "@/lib/text/households";
import { momentText } from "@/lib/text/moment";
import { nameOf } from "./household-name";
import type { VisitDraft } from "./visit-draft";

type Props = {
  readonly draft: VisitDraft;
  readonly now: string;
  /** Where somebody is led to: open from the start when it is here. */
  readonly goal: string | undefined;
  readonly problems: readonly Refusal[];
  readonly onChange: (changes: Partial<VisitDraft>) => void;
};

const text = visitText.placeTime;

/** At which door and when: one line until the time has to be put right. The door is who was visited, so it stays. */
export function PlaceTimeFields({ draft: { household, happenedAt }, now, goal, problems, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const error = problemAt(problems, "happenedAt");
  const wanted = open || error !== undefined || goal === "place" || goal === "happenedAt";
  const door = household.address || nameOf({ head: household.head || undefined });
  return (
    <Card className="py-2 pr-2 pl-4">
      <div data-field="place" className="grid gap-3">
        <div className="flex items-center gap-3">
          <p className="min-w-0 flex-1">
            <span className="block text-small font-semibold text-ink-2">{text.summary}</span>
            {door}, {momentText(happenedAt)}
          </p>
          {!wanted && (
            <Button look="quiet" onClick={() => setOpen(true)}>
              {text.change}
            </Button>
          )}
        </div>
        {wanted && (
          <div className="grid gap-3 pr-2 pb-2">
            <TextField
              label={text.happenedAt} type="datetime-local" data-field="happenedAt" value={inputOfInstant(happenedAt)} max={inputOfInstant(now)} error={error}
              onChange={(event) => event.target.value && onChange({ happenedAt: instantOfInput(event.target.value) })}
            />
            <p className="text-small text-ink-2">{text.wrongDoor}</p>
          </div>
        )}
      </div>
    </Card>
  );
}
