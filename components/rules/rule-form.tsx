"use client";

import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { DenseButton, denseButtonClass } from "@/components/ui/dense-button";
import type { RuleChange, RuleState } from "@/lib/domain/rules/rule-change";
import type { LocalDate } from "@/lib/domain/time/local-date";
import type { RuleUnit, RuleWish } from "@/lib/protocol/rules";
import { ruleTexts } from "@/lib/text/desk-rules";
import { formatCount } from "@/lib/text/moment";
import { ApplyProgress } from "./apply-progress";
import { EffectTable } from "./effect-table";
import { RuleFields } from "./rule-fields";
import { nameOfRule, wordsOf } from "./rule-words";
import { rulesHref } from "./rules-href";
import { useRuleWish } from "./use-rule-wish";

type Props = {
  /** What the rule says now. */
  readonly now: RuleState;
  readonly units: readonly RuleUnit[];
  readonly today: LocalDate;
  /** The change to take back; without it the rule is changed to what is filled in. */
  readonly undoes?: string;
};

/** One rule: filled in, looked at, done. Nothing changes before "Đổi quy tắc". */
export function RuleForm({ now, units, today, undoes }: Props) {
  const { busy, looked, changed, problem, preview, apply, forget } = useRuleWish();
  const [change, setChange] = useState<RuleChange>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const wish: RuleWish | undefined = undoes ? { undoes } : change && { change };
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return (
    <section className="desk-panel rule-form" aria-labelledby="rule-form-title">
      <h2 id="rule-form-title" ref={heading} tabIndex={-1} className="desk-head">{undoes ? `${ruleTexts.undoTitle}: ${nameOfRule(now)}` : nameOfRule(now)}</h2>
      {changed === undefined ? (
        <>
          <p className="desk-body">{`${ruleTexts.now}: ${wordsOf(now, names)}`}</p>
          {!undoes && <div className="rule-fields"><RuleFields now={now} units={units} today={today} onChange={(next) => { setChange(next); forget(); }} /></div>}
          {looked && (
            <>
              <p className="desk-body"><b>{`${ruleTexts.will}: ${wordsOf(looked.preview.after, names)}`}</b></p>
              <p role="status" className="desk-body">{ruleTexts.effectSummary(formatCount(looked.preview.changedCount), formatCount(looked.preview.consideredCount))}</p>
              {looked.preview.effects.length > 0 ? <EffectTable effects={looked.preview.effects} /> : <p className="desk-body text-ink-2">{ruleTexts.effectNone}</p>}
            </>
          )}
          {busy === "applying" && looked && <ApplyProgress preview={looked.preview} />}
          {problem && <p role="alert" className="desk-dense text-warn">{problem}</p>}
          <div className="rule-actions">
            {looked
              ? <DenseButton look="main" disabled={busy !== undefined} onClick={() => void apply()}>{undoes ? ruleTexts.applyUndo : ruleTexts.apply}</DenseButton>
              : <DenseButton look="main" disabled={!wish || busy !== undefined} onClick={() => wish && void preview(wish)}>{busy ? ruleTexts.previewing : ruleTexts.preview}</DenseButton>}
            <Link className={denseButtonClass()} href={rulesHref}>{ruleTexts.back}</Link>
          </div>
        </>
      ) : (
        <>
          <p role="status" className="desk-body">{ruleTexts.done(formatCount(changed))}</p>
          <div className="rule-actions"><Link className={denseButtonClass("main")} href={rulesHref}>{ruleTexts.toRules}</Link></div>
        </>
      )}
    </section>
  );
}
