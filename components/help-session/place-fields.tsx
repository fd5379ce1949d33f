"use client";
import { useState } from "react";
import { inputOfInstant, instantOfInput } from "@/components/phone/form/local-time";
import { problemAt } from "@/components/phone/form/problem-summary";
import { Suggestions } from "@/components/phone/form/suggestions";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Options } from "@/components/ui/choice";
import { SelectField, TextField } from "@/components/ui/field";
import { placeKinds } from "@/lib/domain/entry/help-session";
import type { Phone } from "@/lib/phone/phone";
import { helpSession } from "@/lib/text/help-session";
import { formatDay, formatTimeOfDay } from "@/lib/text/moment";
import { placeKindNames } from "@/lib/text/outcomes";
import type { Draft } from "./draft";
import { PlaceName } from "./place-name";
import type { RecordForm } from "./use-record-form";

type Props = { readonly form: RecordForm; readonly phone: Phone; readonly recent: readonly Draft["place"][] };

const text = helpSession.place;

/** Where and when: preset to here and now, so it is one line until somebody wants to change it. */
export function PlaceFields({ form, phone, recent }: Props) {
  const [open, setOpen] = useState(false);
  const wanted = [form.goal?.field, ...form.problems.map(({ field }) => field)].some((field) => field?.startsWith("place") || field === "happenedAt");
  return open || wanted ? <OpenFields form={form} phone={phone} /> : <Summary form={form} phone={phone} recent={recent} onOpen={() => setOpen(true)} />;
}

function Summary({ form: { draft, change }, phone, recent, onOpen }: Props & { readonly onOpen: () => void }) {
  const { units } = phone.person.getSnapshot().briefing;
  const unit = units.length > 1 ? units.find(({ id }) => id === draft.unitId)?.name : undefined;
  const where = [nameOf(draft.place), unit].filter(Boolean).join(" · ");
  const others = recent.filter(({ kind, name }) => kind !== draft.place.kind || name !== draft.place.name);
  const choose = (name: string) => {
    const place = others.find((other) => nameOf(other) === name);
    if (place) change({ place });
  };
  return (
    <Card className="py-2 pr-2 pl-4">
      <div className="flex items-center gap-3">
        <p className="min-w-0 flex-1">
          <span className="block text-small font-semibold text-ink-2">{text.summary}</span>
          {where}, {formatTimeOfDay(draft.happenedAt)} {formatDay(draft.happenedAt)}
        </p>
        <Button look="quiet" onClick={onOpen}>
          {helpSession.edit}
        </Button>
      </div>
      <Suggestions label={text.recent} values={others.map(nameOf)} chosen="" onChoose={choose} />
    </Card>
  );
}

function nameOf({ kind, name }: Draft["place"]): string {
  return [placeKindNames[kind], name].filter(Boolean).join(" · ");
}

function OpenFields({ form: { draft, problems, change }, phone }: Omit<Props, "recent">) {
  const { units } = phone.person.getSnapshot().briefing;
  return (
    <Card className="grid gap-4 p-4">
      <div data-field="place">
        <Options
          legend={text.kind} name="place-kind" value={draft.place.kind}
          options={placeKinds.map((value) => ({ value, label: placeKindNames[value] }))}
          onChange={(kind) => change({ place: { kind, name: "" } })}
        />
      </div>
      <PlaceName draft={draft} phone={phone} error={problemAt(problems, "place.name")} onChange={(place) => change({ place })} />
      <TextField
        label={text.happenedAt} type="datetime-local" data-field="happenedAt" value={inputOfInstant(draft.happenedAt)} max={inputOfInstant(phone.now())}
        error={problemAt(problems, "happenedAt")}
        onChange={(event) => event.target.value && change({ happenedAt: instantOfInput(event.target.value) })}
      />
      {units.length > 1 && (
        <SelectField label={text.unit} value={draft.unitId} disabled={draft.entryId !== undefined} onChange={(event) => change({ unitId: event.target.value })}>
          {units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
    </Card>
  );
}
