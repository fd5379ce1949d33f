import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { FixedRules } from "@/components/rules/fixed-rules";
import { GeneralRules } from "@/components/rules/general-rules";
import { IndicatorRules } from "@/components/rules/indicator-rules";
import { RuleForm } from "@/components/rules/rule-form";
import { RuleHistory } from "@/components/rules/rule-history";
import { localDateOf } from "@/lib/domain/time/local-date";
import { requirePerson } from "@/lib/server/auth/current-person";
import { keepsRegisters } from "@/lib/server/imports/keeper";
import { listRuleUnits } from "@/lib/server/rules/list-units";
import { readRules } from "@/lib/server/rules/read-rules";
import { findAskedRule } from "@/lib/server/rules/asked-rule";
import { ruleTexts } from "@/lib/text/desk-rules";
import "@/components/rules/rules.css";

export const metadata: Metadata = { title: ruleTexts.title };

export default async function RulesPage({ searchParams }: PageProps<"/desk/rules">) {
  const { actor } = await requirePerson("/desk/rules");
  const now = new Date().toISOString();
  if (!keepsRegisters(actor, now)) redirect("/desk");
  const parameters = await searchParams;
  const isAsked = "change" in parameters || "undo" in parameters;
  const asked = isAsked ? await findAskedRule(actor, parameters) : undefined;
  if (isAsked && !asked) notFound();
  const { rules, history } = await readRules(actor);
  const units = await listRuleUnits(actor, now);
  return (
    <>
      <header className="desk-top">
        <div>
          <h1 className="desk-title">{ruleTexts.title}</h1>
          <p className="desk-caption text-ink-2">{ruleTexts.about}</p>
        </div>
      </header>
      <div className="rules">
        {asked ? (
          <RuleForm key={JSON.stringify(parameters)} {...asked} units={units} today={localDateOf(now)} />
        ) : (
          <>
            <GeneralRules rules={rules} />
            <IndicatorRules rules={rules} />
            <FixedRules />
            <RuleHistory history={history} unitNames={new Map(units.map(({ id, name }) => [id, name]))} />
          </>
        )}
      </div>
    </>
  );
}
