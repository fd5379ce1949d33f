"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMemo, useRef, useState, type KeyboardEvent } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import type { TreeRow } from "@/lib/protocol/organisation";
import { organisationTexts as texts } from "@/lib/text/organisation";
import { unitHref } from "./organisation-href";
import { findRows, levelsOf, visibleRows, type ShownRow } from "./tree-rows";

/** The tree of a day: one stop for the Tab key, then arrows as in every tree. */
export function UnitTree({ label, rows: given }: { readonly label: string; readonly rows: readonly TreeRow[] }) {
  const rows = useMemo(() => levelsOf(given), [given]);
  const parents = useMemo(() => rows.filter(({ hasChildren }) => hasChildren).map(({ id }) => id), [rows]);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(rows.filter(({ level }) => level === 1).map(({ id }) => id)));
  const [search, setSearch] = useState("");
  const [here, setHere] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  const router = useRouter();
  const found = findRows(rows, search);
  const shown = visibleRows(rows, open, found);
  const stop = shown.find(({ id }) => id === here)?.id ?? shown[0]?.id;
  const isOpen = (row: ShownRow) => row.hasChildren && (found !== undefined || open.has(row.id));
  const toggle = (id: string, opens: boolean) => setOpen((known) => new Set(opens ? [...known, id] : [...known].filter((one) => one !== id)));
  const go = (row: ShownRow | undefined) => {
    if (!row) return;
    setHere(row.id);
    list.current?.querySelector<HTMLElement>(`[data-unit="${row.id}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const index = shown.findIndex(({ id }) => id === stop);
    const row = shown[index];
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const steps: Partial<Record<string, () => void>> = {
      ArrowDown: () => go(shown[index + 1]),
      ArrowUp: () => go(shown[index - 1]),
      Home: () => go(shown[0]),
      End: () => go(shown.at(-1)),
      ArrowRight: () => (row.hasChildren && !isOpen(row) ? toggle(row.id, true) : isOpen(row) && go(shown[index + 1])),
      ArrowLeft: () => (isOpen(row) && !found ? toggle(row.id, false) : go(shown.find(({ id }) => id === row.parentId))),
      Enter: () => router.push(unitHref(row.id)),
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  };
  return (
    <section className="desk-panel" aria-label={label}>
      <div className="tree-tools">
        <label className="tree-field">
          {texts.search}
          <input type="search" value={search} placeholder={texts.searchHint} onChange={({ target }) => setSearch(target.value)} />
        </label>
        <DenseButton onClick={() => setOpen(new Set(parents))}>{texts.expandAll}</DenseButton>
        <DenseButton onClick={() => setOpen(new Set())}>{texts.collapseAll}</DenseButton>
        <p role="status" className="desk-dense text-ink-2">{found ? texts.found(found.size) : texts.found(rows.length)}</p>
      </div>
      <p id="tree-keys" className="desk-caption text-ink-2 tree-keys">{texts.keys}</p>
      <ul ref={list} role="tree" aria-label={label} aria-describedby="tree-keys" className="unit-tree" onKeyDown={onKeyDown}>
        {shown.map((row) => (
          <li
            key={row.id} role="treeitem" data-unit={row.id} tabIndex={row.id === stop ? 0 : -1} aria-level={row.level} aria-selected={row.id === stop}
            aria-expanded={row.hasChildren ? isOpen(row) : undefined} style={{ "--level": row.level } as React.CSSProperties}
            onFocus={() => setHere(row.id)} onClick={() => router.push(unitHref(row.id))}
          >
            {row.hasChildren ? (
              <span aria-hidden className="tree-twist" onClick={(event) => { event.stopPropagation(); toggle(row.id, !isOpen(row)); }}>
                {isOpen(row) ? <ChevronDown size={16} /> : <ChevronRight size={16} />}
              </span>
            ) : <span className="tree-twist" aria-hidden />}
            <span className="tree-name" data-found={found?.has(row.id) || undefined}>{row.name}</span>
            <span className="tree-kind">{texts.kinds[row.kind]}</span>
            {row.people > 0 && <span className="tree-people">{texts.people(row.people)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
