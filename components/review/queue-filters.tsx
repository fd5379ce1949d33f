"use client";

import { useRouter } from "next/navigation";
import { placeKinds } from "@/lib/domain/entry/help-session";
import { outcomeKinds } from "@/lib/domain/entry/outcome";
import { queueAges, type QueueFilter, type QueuePage } from "@/lib/protocol/review-queue";
import { reviewDesk } from "@/lib/text/desk-review";
import { outcomeNames, placeKindNames } from "@/lib/text/outcomes";
import { queueHref, withFilter } from "./queue-href";

type Option = { readonly value: string; readonly label: string };

/** Filters by person, work, place and age; each change is a new address. */
export function QueueFilters({
  filter,
  authors,
}: {
  readonly filter: QueueFilter;
  readonly authors: QueuePage["authors"];
}) {
  const router = useRouter();
  const { filters } = reviewDesk;
  const go = (changes: Partial<QueueFilter>) => router.push(queueHref(withFilter(filter, changes)));
  const any: Option = { value: "", label: filters.any };
  return (
    <div role="group" aria-label={filters.label} className="review-filters">
      <Choice
        label={filters.person}
        value={filter.authorId ?? ""}
        options={[any, ...authors.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(authorId) => go(optional("authorId", authorId))}
      />
      <Choice
        label={filters.outcome}
        value={filter.outcome ?? ""}
        options={[any, ...outcomeKinds.map((kind) => ({ value: kind, label: outcomeNames[kind].short }))]}
        onChange={(outcome) => go(optional("outcome", outcomeKinds.find((kind) => kind === outcome)))}
      />
      <Choice
        label={filters.place}
        value={filter.place ?? ""}
        options={[any, ...placeKinds.map((kind) => ({ value: kind, label: placeKindNames[kind] }))]}
        onChange={(place) => go(optional("place", placeKinds.find((kind) => kind === place)))}
      />
      <Choice
        label={filters.age}
        value={filter.age}
        options={queueAges.map((age) => ({ value: age, label: filters.ages[age] }))}
        onChange={(age) => go({ age: queueAges.find((known) => known === age) ?? "any" })}
      />
    </div>
  );
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <label className="review-choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>{option.label}</option>
        ))}
      </select>
    </label>
  );
}

/** An empty choice takes the filter away. */
function optional<Key extends keyof QueueFilter>(key: Key, value: QueueFilter[Key] | "" | undefined): Partial<QueueFilter> {
  return { [key]: value || undefined } as Partial<QueueFilter>;
}
