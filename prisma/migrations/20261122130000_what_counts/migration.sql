-- CreateEnum
CREATE TYPE "ImportStatus" AS ENUM ('reading', 'ready', 'accepting', 'accepted', 'cancelled', 'failed');

-- DropForeignKey
ALTER TABLE "evidence" DROP CONSTRAINT "evidence_register_record_id_fkey";

-- DropForeignKey
ALTER TABLE "register_record" DROP CONSTRAINT "register_record_import_batch_id_fkey";

-- DropIndex
DROP INDEX "evidence_province_id_import_batch_id_idx";

-- DropIndex
DROP INDEX "register_record_province_id_import_batch_id_idx";

-- DropIndex
DROP INDEX "register_record_province_id_dossier_code_idx";

-- DropIndex
DROP INDEX "register_record_province_id_number_hash_idx";

-- AlterTable
ALTER TABLE "entry" ADD COLUMN     "area_id" UUID,
ADD COLUMN     "subject_age" SMALLINT;

-- AlterTable
ALTER TABLE "evidence" DROP COLUMN "register_record_id",
ADD COLUMN     "row_number" INTEGER;

-- AlterTable
ALTER TABLE "import_batch" ADD COLUMN     "changed_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "new_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "phase" TEXT,
ADD COLUMN     "result" JSONB,
ADD COLUMN     "status" "ImportStatus" NOT NULL DEFAULT 'accepted',
ADD COLUMN     "touched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ALTER COLUMN "row_count" SET DEFAULT 0,
ALTER COLUMN "unread_count" SET DEFAULT 0;

ALTER TABLE "import_batch" ALTER COLUMN "status" DROP DEFAULT;

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "last_four" TEXT,
ADD COLUMN     "union_member" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "outcome" ADD COLUMN     "claimed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now();
-- Of earlier outcomes the ids, which are in the order of time, say who was first.
ALTER TABLE "outcome" ALTER COLUMN "claimed_at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "period" ADD COLUMN     "as_of" DATE;

-- AlterTable
ALTER TABLE "register_record" DROP CONSTRAINT "register_record_pkey",
DROP COLUMN "id",
DROP COLUMN "superseded_at",
ADD COLUMN     "last_four" TEXT,
ADD COLUMN     "row_number" INTEGER NOT NULL,
ALTER COLUMN "hash_version" SET DATA TYPE SMALLINT,
ADD CONSTRAINT "register_record_pkey" PRIMARY KEY ("import_batch_id", "row_number");

-- AlterTable
ALTER TABLE "tally" ADD COLUMN     "batch_id" UUID;

-- CreateTable
CREATE TABLE "import_problem" (
    "province_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "column_name" TEXT,
    "text" TEXT,

    CONSTRAINT "import_problem_pkey" PRIMARY KEY ("batch_id","row_number","field")
);

-- CreateTable
CREATE TABLE "member_staging" (
    "province_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "number_hash" BYTEA NOT NULL,
    "unit_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,
    "last_four" TEXT NOT NULL,
    "joined_on" DATE,
    "left_on" DATE,
    "public_employee" BOOLEAN,

    CONSTRAINT "member_staging_pkey" PRIMARY KEY ("batch_id","number_hash","unit_id")
);

-- CreateTable
CREATE TABLE "import_layout" (
    "province_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "saved_by_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_layout_pkey" PRIMARY KEY ("province_id","kind","signature")
);

-- CreateTable
CREATE TABLE "evidence_proposal" (
    "province_id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "outcome_revision" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT,
    "helper_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_proposal_pkey" PRIMARY KEY ("outcome_id","outcome_revision")
);

-- CreateTable
CREATE TABLE "code_proposal" (
    "province_id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "outcome_revision" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "code_proposal_pkey" PRIMARY KEY ("outcome_id","outcome_revision","code")
);

-- CreateTable
CREATE TABLE "outcome_standing" (
    "outcome_id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "standing" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "matched" TEXT[],
    "counted_on" DATE,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "outcome_standing_pkey" PRIMARY KEY ("outcome_id")
);

-- CreateTable
CREATE TABLE "rule_change" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "indicator" TEXT,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "changed_count" INTEGER NOT NULL,
    "undoes_id" UUID,
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rule_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "member_staging_province_id_idx" ON "member_staging"("province_id");

-- CreateIndex
CREATE INDEX "import_problem_province_id_idx" ON "import_problem"("province_id");

-- CreateIndex
CREATE INDEX "evidence_proposal_province_id_helper_id_idx" ON "evidence_proposal"("province_id", "helper_id");

-- CreateIndex
CREATE INDEX "code_proposal_province_id_idx" ON "code_proposal"("province_id");

-- CreateIndex
CREATE INDEX "outcome_standing_province_id_standing_idx" ON "outcome_standing"("province_id", "standing");

-- CreateIndex
CREATE INDEX "rule_change_province_id_set_at_idx" ON "rule_change"("province_id", "set_at");

-- CreateIndex
CREATE INDEX "entry_province_id_area_id_status_idx" ON "entry"("province_id", "area_id", "status");

-- Of people only: nobody decided what the register says.
CREATE INDEX "evidence_decided_by" ON "evidence"("province_id", "decided_by_id", "decided_at") WHERE decided_by_id IS NOT NULL;

-- CreateIndex
CREATE INDEX "tally_province_id_batch_id_idx" ON "tally"("province_id", "batch_id");

-- AddForeignKey
ALTER TABLE "member_staging" ADD CONSTRAINT "member_staging_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_problem" ADD CONSTRAINT "import_problem_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "code_proposal" ADD CONSTRAINT "code_proposal_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "outcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_standing" ADD CONSTRAINT "outcome_standing_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "outcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A row is found by the key of its kind: it stands in one of these only.
-- Codes in the order of their bytes, whatever the collation: it compares faster and knows where a unit's codes end.
CREATE INDEX "register_record_dossier" ON "register_record"("province_id", "dossier_code" text_pattern_ops) WHERE kind = 'dossier';
CREATE INDEX "register_record_account" ON "register_record"("province_id", "number_hash") WHERE kind = 'account';

-- ── Walls ────────────────────────────────────────────────────────────────────────────────────────

-- What the actor may do beyond the own units: 'registers' keeps the registers and rules of the province; 'police' looks
-- at everything in it that the police confirms; 'verdicts' says the police's last word, where others only propose.
create function app_duties() returns text[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.duties', true), ''), '{}')::text[] $$;
-- Communes in which the actor confirms for the police today, with their hamlets and the communes they took in.
create function app_police_areas() returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(distinct area.id), '{}')
  from area
  left join area parent on parent.id = area.parent_id
  where array[area.id, area.parent_id, area.successor_id, parent.successor_id]
        && coalesce(nullif(current_setting('app.police_areas', true), ''), '{}')::uuid[]
$$;

-- The day in Vietnam.
create function scheme_day(moment timestamptz) returns date language sql stable parallel safe
  as $$ select (moment at time zone 'Asia/Ho_Chi_Minh')::date $$;
-- Does the actor hold one of these roles over the unit or above it on a day?
create function app_holds(roles text[], unit uuid, day date) returns boolean language sql stable parallel safe as $$
  select exists (
    select from unit_ancestor above join role_assignment held on held.unit_id = above.ancestor_id
    where above.unit_id = unit and held.user_id = app_user() and held.role::text = any (roles)
      and held.valid_from <= day and (held.valid_to is null or day < held.valid_to))
$$;

do $$
declare name text;
begin
  foreach name in array array['import_problem', 'import_layout', 'member_staging', 'evidence_proposal', 'code_proposal', 'outcome_standing', 'rule_change'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy province on %I as restrictive using (province_id = (select app_province()))', name);
  end loop;
  -- The registers are the province verifier's alone.
  foreach name in array array['member', 'import_batch', 'register_record'] loop
    execute format('drop policy supervisors on %I', name);
    execute format('drop policy change_by_supervisors on %I', name);
    execute format('drop policy append on %I', name);
  end loop;
  foreach name in array array['member', 'import_batch', 'register_record', 'import_problem', 'import_layout', 'member_staging'] loop
    execute format('create policy keeper on %I to tns_app using (''registers'' = any ((select app_duties())::text[]))', name);
  end loop;
end $$;
grant select, insert, delete on import_problem, register_record to tns_app;
grant select, insert, update on import_layout to tns_app;
grant select, insert on import_batch, member to tns_app;
grant update (status, phase, layout, file_digest, row_count, unread_count, new_count, changed_count, result, touched_at, accepted_at)
  on import_batch to tns_app;
grant update (valid_from, valid_to, unit_id, union_member, public_employee) on member to tns_app;
grant select, insert, update, delete on member_staging to tns_app;
grant select, insert, delete on evidence_proposal to tns_app;
grant select on code_proposal, outcome_standing, rule_change to tns_app;
grant insert on rule_change, refusal_rule, indicator_version, period to tns_app;
grant update (valid_to, window_from, evidence_rule) on indicator_version to tns_app;
grant update (as_of, closed_at, closed_by_id) on period to tns_app;
grant update (area_id, subject_age) on entry to tns_app;
grant update (claimed_at) on outcome to tns_app;

create policy everybody on rule_change for select using (true);
do $$
declare name text;
begin
  foreach name in array array['rule_change', 'refusal_rule', 'indicator_version', 'period'] loop
    execute format('create policy keeper_adds on %I as restrictive for insert to tns_app with check (''registers'' = any ((select app_duties())::text[]))', name);
    execute format('create policy keeper_changes on %I as restrictive for update to tns_app using (''registers'' = any ((select app_duties())::text[]))', name);
  end loop;
end $$;
create policy keeper on rule_change for insert to tns_app with check (true);

-- In whose name something is written is no matter of choice, and what the register said stays: rows are written while
-- their batch is read, and go while they don't speak.
create policy as_oneself on rule_change as restrictive for insert to tns_app with check (set_by_id = (select app_user()));
create policy as_oneself on refusal_rule as restrictive for insert to tns_app with check (set_by_id = (select app_user()));
create policy as_oneself on period as restrictive for insert to tns_app with check (closed_by_id = (select app_user()));
-- What is closed stays closed, as it was.
create policy once on period as restrictive for update to tns_app using (closed_at is null) with check (closed_by_id = (select app_user()));
create policy as_oneself on import_batch as restrictive for insert to tns_app with check (imported_by_id = (select app_user()) and accepted_at is null);
-- They are written a million at a time: this policy stands for the foreign key to the batch, which would look at each alone.
create policy while_read on register_record as restrictive for insert to tns_app
  with check (import_batch_id in (select id from import_batch where status = 'reading'));
create policy while_silent on register_record as restrictive for delete to tns_app
  using (import_batch_id in (select id from import_batch where accepted_at is null));
-- What is matched is told by the counting alone; the rest by who records or decides in the unit.
create policy of_own_units on tally as restrictive for insert to tns_app with check (
  stage in ('recorded', 'confirmed') and batch_id is null
  and (app_supervises(unit_id) or exists (select from entry where entry.unit_id = tally.unit_id and entry.author_id = (select app_user())))
);

create function app_is_police() returns boolean language sql stable parallel safe
  as $$ select 'police' = any (app_duties()) or coalesce(nullif(current_setting('app.police_areas', true), ''), '{}') <> '{}' $$;

-- The police sees what it has to confirm, and nothing else. Asked as tns_lookup: outcomes are seen through entries.
create function police_confirms(asked uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select app_is_police() and exists (select from outcome where outcome.province_id = app_province() and outcome.entry_id = asked and outcome.voided_at is null
                   and outcome.kind in ('vneidActivated', 'householdInformed') and cardinality(outcome.indicators) > 0)
  $$;
create policy police on entry for select to tns_app using (
  status = 'confirmed'
  and (area_id = any ((select app_police_areas())::uuid[]) or 'police' = any ((select app_duties())::text[]))
  and police_confirms(id)
);

-- An entry that is seen as the police shows the outcomes to confirm and whom they are about: none of its other outcomes,
-- notes, consents and logs, and nothing of it is changed. `app_owns`: it is one's own, or of a unit one supervises.
create function app_owns(asked uuid) returns boolean language sql stable parallel safe as $$
  select exists (select from entry where entry.id = asked and (entry.author_id = app_user() or app_supervises(entry.unit_id)))
$$;
create policy police on outcome as restrictive for select to tns_app
  using (not (select app_is_police()) or kind in ('vneidActivated', 'householdInformed') or app_owns(entry_id));
do $$
declare name text;
begin
  foreach name in array array['consent', 'review_event'] loop
    execute format('create policy police on %I as restrictive for select to tns_app using (not (select app_is_police()) or app_owns(entry_id))', name);
  end loop;
  foreach name in array array['command_log', 'access_log'] loop
    execute format('create policy police on %I as restrictive for select to tns_app
      using (not (select app_is_police()) or actor_id = (select app_user()) or app_owns(entry_id))', name);
  end loop;
  foreach name in array array['outcome', 'consent', 'review_event'] loop
    execute format('create policy owned on %I as restrictive for insert to tns_app with check (app_owns(entry_id))', name);
    execute format('create policy owned_change on %I as restrictive for update to tns_app using (app_owns(entry_id))', name);
  end loop;
end $$;
create policy owned_change on subject as restrictive for update to tns_app using (
  exists (select from entry where entry.subject_id = subject.id and (entry.author_id = (select app_user()) or app_supervises(entry.unit_id))));
create policy owned on double_decision as restrictive to tns_app using (app_owns(entry_id) and app_owns(other_id));

create policy with_outcome on outcome_standing for select to tns_app using (exists (select from outcome where outcome.id = outcome_standing.outcome_id));
create policy with_outcome on code_proposal for select to tns_app using (exists (select from outcome where outcome.id = code_proposal.outcome_id));
create policy with_outcome on evidence_proposal to tns_app using (exists (select from outcome where outcome.id = evidence_proposal.outcome_id));

-- Is the entry in an area for which the actor confirms, or proposes to confirm?
create function app_polices(area uuid) returns boolean language sql stable parallel safe
  as $$ select coalesce(area = any ((select app_police_areas())::uuid[]), false) or 'police' = any ((select app_duties())::text[]) $$;

-- Does the actor hold a verifier's role there today? Who verifies in one area may be a helper in another.
create function app_verifies(asked uuid) returns boolean language sql stable parallel safe as $$
  select exists (
    select from role_assignment held
    where held.user_id = app_user() and held.role::text = 'policeVerifier'
      and held.valid_from <= scheme_day(now()) and (held.valid_to is null or scheme_day(now()) < held.valid_to)
      and (held.unit_id is not null or held.area_id in (
        select unnest(array[place.id, place.parent_id, place.successor_id, parent.successor_id])
        from area place left join area parent on parent.id = place.parent_id where place.id = asked)))
$$;

-- Who says what: the police of the area, an officer above the recorder; the register speaks through settle only.
create policy by_whom on evidence as restrictive for insert to tns_app with check (
  decided_by_id = (select app_user())
  and case source
    when 'police' then 'verdicts' = any ((select app_duties())::text[]) and exists (
      select from outcome join entry on entry.id = outcome.entry_id
      where outcome.id = evidence.outcome_id and app_polices(entry.area_id) and app_verifies(entry.area_id) and entry.author_id <> (select app_user()))
    when 'officer' then exists (
      select from outcome join entry on entry.id = outcome.entry_id
      where outcome.id = evidence.outcome_id and app_holds('{officer}', entry.unit_id, scheme_day(now())) and entry.author_id <> (select app_user()))
    else false end
);
-- A helper proposes for areas of the police, never for a team for which the helper records or recorded on the day.
create policy by_helper on evidence_proposal as restrictive for insert to tns_app with check (
  helper_id = (select app_user()) and exists (
    select from outcome join entry on entry.id = outcome.entry_id
    where outcome.id = evidence_proposal.outcome_id and app_polices(entry.area_id) and entry.author_id <> (select app_user())
      and not app_holds('{volunteer,leader}', entry.unit_id, entry.happened_on)
      and not app_holds('{volunteer,leader}', entry.unit_id, scheme_day(now())))
);
create policy own_back on evidence_proposal as restrictive for delete to tns_app using (helper_id = (select app_user()));

-- ── Counting ─────────────────────────────────────────────────────────────────────────────────────

-- Counting looks at everybody's claims, so it works as tns_lookup. Its pure form is lib/domain/report/standing.ts.
create policy lookup on evidence for select to tns_lookup using (true);
create policy lookup_append on evidence for insert to tns_lookup with check (source = 'register');
create policy lookup on import_batch for select to tns_lookup using (true);
create policy lookup on register_record for select to tns_lookup using (true);
create policy lookup on outcome_standing to tns_lookup using (true);
create policy lookup_change on outcome for update to tns_lookup using (true);
create policy lookup on code_proposal to tns_lookup using (true);
create policy lookup_append on tally for insert to tns_lookup with check (true);
create policy lookup_append on change for insert to tns_lookup with check (true);
grant select on evidence, import_batch, register_record, outcome_standing, outcome, indicator_version, refusal_rule, unit_ancestor, period to tns_lookup;
grant select (unit_id, author_id, subject_id, subject_age, received_at, area_id, status_changed_at) on entry to tns_lookup;
grant select on area to tns_lookup;
grant select (id, province_id, number_hash) on subject to tns_lookup;
grant select, insert on code_proposal to tns_lookup;
grant insert on evidence, tally, change to tns_lookup;
grant insert, update on outcome_standing to tns_lookup;
grant update (indicators, not_counted) on outcome to tns_lookup;
grant usage on all sequences in schema public to tns_lookup;

-- Outcomes of one family with one key are claims of the same thing: a person has one account, whoever opened or linked it.
create function claim_family(kind text) returns text language sql immutable parallel safe
  as $$ select case when kind in ('accountOpened', 'accountLinked') then 'account' else kind end $$;
create function scheme_rule(asked text) returns jsonb language sql stable parallel safe as $$
  select parameters from refusal_rule where province_id = app_province() and code = asked order by set_at desc, valid_from desc limit 1
$$;

-- Single decisions share the province; an import or a change of rules has it alone. Taken before anything is written.
create function share_counting() returns void language sql
  as $$ select pg_advisory_xact_lock_shared(hashtextextended('counting/' || app_province(), 0)) $$;
create function own_counting() returns void language sql
  as $$ select pg_advisory_xact_lock(hashtextextended('counting/' || app_province(), 0)) $$;

-- Links these outcomes to the register's rows: of several under a key to the one that was accepted last.
create function link_outcomes(ids uuid[], moment timestamptz) returns void
  language plpgsql set search_path = public, pg_temp
  as $$
  begin
    insert into evidence (id, province_id, outcome_id, outcome_revision, source, verdict, import_batch_id, row_number, decided_at)
    select gen_random_uuid(), app_province(), outcome.id, outcome.revision, 'register', 'found', record.import_batch_id, record.row_number,
           greatest(moment, known.decided_at + interval '1 millisecond')
    from unnest(ids) as asked(id)
    join outcome on outcome.id = asked.id and outcome.voided_at is null and outcome.kind in ('dossierSubmitted', 'accountOpened', 'accountLinked')
    cross join lateral (
      (select listed.import_batch_id, listed.row_number, import_batch.accepted_at
       from register_record listed join import_batch on import_batch.id = listed.import_batch_id and import_batch.accepted_at is not null
       where outcome.kind = 'dossierSubmitted' and listed.province_id = app_province() and listed.dossier_code = outcome.dossier_code and listed.kind = 'dossier'
       order by import_batch.accepted_at desc, listed.row_number desc limit 1)
      union all
      (select listed.import_batch_id, listed.row_number, import_batch.accepted_at
       from register_record listed join import_batch on import_batch.id = listed.import_batch_id and import_batch.accepted_at is not null
       where outcome.kind <> 'dossierSubmitted' and listed.province_id = app_province() and listed.number_hash = outcome.key_hash and listed.kind = 'account'
       order by import_batch.accepted_at desc, listed.row_number desc limit 1)
    ) record
    left join lateral (
      select evidence.import_batch_id, evidence.row_number, evidence.decided_at from evidence
      where evidence.province_id = app_province() and evidence.outcome_id = outcome.id and evidence.outcome_revision = outcome.revision
        and evidence.source = 'register'
      order by evidence.decided_at desc limit 1
    ) known on true
    where (known.import_batch_id, known.row_number) is distinct from (record.import_batch_id, record.row_number)
    -- Sorted, so that everything is looked up before the first row is written: a plan made for few rows would look
    -- through what it has just written, again for each row.
    order by record.row_number;
  end $$;

-- Decides what each of these outcomes counts for with its evidence, and tells the tallies the difference. Whoever claims
-- the same key has to be among them. Authors are told, except of the `quiet` entries. Returns whose standing or count changed.
create function judge_outcomes(ids uuid[], moment timestamptz, batch uuid, quiet uuid[]) returns uuid[]
  language plpgsql set search_path = public, pg_temp set work_mem = '64MB' set jit = off
  as $$
  declare moved uuid[];
  begin
    with fact as materialized (
      select outcome.id, outcome.entry_id, entry.unit_id, entry.author_id, entry.happened_on, outcome.kind, outcome.revision, outcome.quantity,
             outcome.claimed_at, outcome.key_hash, outcome.indicators, entry.status = 'confirmed' as confirmed,
             outcome.voided_at is null and entry_stands(entry.status) and cardinality(outcome.indicators) > 0 as stands,
             before.standing as old_standing, coalesce(before.matched, '{}') as old_matched, before.counted_on as old_counted_on,
             coalesce(before.quantity, 0) as old_quantity
      from unnest(ids) as asked(id)
      join outcome on outcome.id = asked.id
      join entry on entry.id = outcome.entry_id
      left join outcome_standing before on before.outcome_id = outcome.id
    ), definition as materialized (
      select indicator, valid_from, valid_to, online_only, evidence_rule ->> 'source' as source,
             case when evidence_rule ->> 'source' <> 'none' then (evidence_rule ->> 'source')::"EvidenceSource" end as said_by,
             greatest(window_from, (scheme_rule('schemeStart') ->> 'date')::date) as first_day
      from indicator_version where province_id = app_province()
    ), said as materialized (
      select fact.id, fact.kind, fact.key_hash, asked.indicator, asked.position, version.source, version.online_only, version.first_day,
             evidence.verdict, evidence.import_batch_id, evidence.row_number
      from fact
      cross join lateral unnest(fact.indicators) with ordinality as asked(indicator, position)
      join definition version on version.indicator = asked.indicator
        and version.valid_from <= fact.happened_on and (version.valid_to is null or fact.happened_on < version.valid_to)
      left join lateral (
        select evidence.verdict, evidence.import_batch_id, evidence.row_number from evidence
        where evidence.province_id = app_province() and evidence.outcome_id = fact.id and evidence.outcome_revision = fact.revision
          and evidence.source = version.said_by
        order by evidence.decided_at desc, evidence.id desc limit 1
      ) evidence on true
      where fact.stands
      -- As the register's rows lie on the disk, where they are looked up next.
      order by evidence.import_batch_id, evidence.row_number
    ), judged as materialized (
      select said.id, said.indicator, said.position,
             case said.source
               when 'none' then 'notNeeded'
               when 'police' then case said.verdict when 'confirmed' then 'confirmedByPolice' when 'refused' then 'refusedByPolice' else 'awaitingPolice' end
               when 'officer' then case said.verdict when 'confirmed' then 'checkedByOfficer' when 'refused' then 'refusedByOfficer' else 'awaitingOfficer' end
               else case
                 when record.import_batch_id is null then case when said.key_hash is null then 'noKey' else 'notFound' end
                 when record.day < said.first_day then 'outsideScheme'
                 when said.online_only and record.channel is distinct from 'online' then 'onPaper'
                 else 'matched' end
             end as verdict
      from said
      left join lateral (
        select listed.import_batch_id, listed.channel,
               case said.kind when 'dossierSubmitted' then listed.received_on when 'accountLinked' then coalesce(listed.linked_on, listed.created_on)
                 else coalesce(listed.created_on, listed.linked_on) end as day
        from register_record listed where listed.import_batch_id = said.import_batch_id and listed.row_number = said.row_number
      ) record on true
    ), verdict as (
      select id, (array_agg(verdict order by position))[1] as first,
             array_agg(indicator order by position) filter (where verdict in ('matched', 'confirmedByPolice', 'checkedByOfficer', 'notNeeded')) as good
      from judged group by id
    ), ranked as (
      select fact.*, verdict.first, verdict.good, claim.candidate,
             row_number() over (
               partition by claim_family(fact.kind), coalesce(fact.key_hash, uuid_send(fact.id)), claim.candidate order by fact.claimed_at, fact.id) as place
      from fact
      left join verdict on verdict.id = fact.id
      cross join lateral (select coalesce(fact.stands and verdict.first not in ('refusedByPolice', 'refusedByOfficer'), false) as candidate) claim
    ), settled as (
      select ranked.*,
             case when candidate and place > 1 then 'duplicate' when stands then first end as new_standing,
             case when candidate and place = 1 and confirmed then coalesce(good, '{}') else '{}' end as new_matched
      from ranked
    ), changed as materialized (
      select *, case when new_matched = '{}' then 0 else quantity end as new_quantity, case when new_matched <> '{}' then happened_on end as new_counted_on
      from settled
      where (old_standing, old_matched) is distinct from (new_standing, new_matched)
         or (new_matched <> '{}' and (old_counted_on, old_quantity) is distinct from (happened_on, quantity))
    ), kept as (
      insert into outcome_standing (outcome_id, province_id, standing, since, matched, counted_on, quantity)
      select id, app_province(), new_standing, moment, new_matched, new_counted_on, new_quantity from changed
      on conflict (outcome_id) do update set standing = excluded.standing, matched = excluded.matched, counted_on = excluded.counted_on,
        quantity = excluded.quantity,
        since = case when outcome_standing.standing is distinct from excluded.standing then excluded.since else outcome_standing.since end
    ), told as (
      insert into tally (province_id, unit_id, indicator, stage, decided_on, happened_on, delta, batch_id)
      select app_province(), unit_id, indicator, 'matched', scheme_day(moment), day, sum(delta), batch
      from (
        select unit_id, unnest(old_matched) as indicator, old_counted_on as day, -old_quantity as delta from changed
        union all
        select unit_id, unnest(new_matched), new_counted_on, new_quantity from changed
      ) moved
      group by unit_id, indicator, day having sum(delta) <> 0
    ), heard as (
      insert into change (province_id, audience_id, entry_id)
      select distinct app_province(), author_id, entry_id from changed where entry_id <> all (quiet)
    )
    select coalesce(array_agg(id), '{}') into moved from changed;
    return moved;
  end $$;

create function settle_outcomes(ids uuid[], moment timestamptz, batch uuid, quiet uuid[]) returns uuid[]
  language plpgsql set search_path = public, pg_temp
  as $$
  begin
    perform link_outcomes(ids, moment);
    return judge_outcomes(ids, moment, batch, quiet);
  end $$;

-- After a slice of commands or decisions: its entries, and whoever claims what they claim or claimed (`keys`).
create function settle_entries(entries uuid[], keys bytea[], moment timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare claimed bytea[];
  begin
    -- Each entry is settled by one at a time, so that its keys can't change after they were read. In buckets, which
    -- bounds the number of locks, and in their order, so that nobody waits in a circle.
    perform pg_advisory_xact_lock(hashtextextended('entries/' || app_province(), bucket)) from (
      select distinct get_byte(uuid_send(id), 14) % 4 * 256 + get_byte(uuid_send(id), 15) as bucket from unnest(entries) as id order by bucket
    ) buckets;
    select coalesce(array_agg(distinct key), '{}') into claimed from (
      select unnest(keys) as key
      union select key_hash from outcome where province_id = app_province() and entry_id = any (entries) and key_hash is not null
    ) known;
    -- Then whoever claims the same, in the same way.
    perform pg_advisory_xact_lock(hashtextextended('claims/' || app_province(), bucket)) from (
      select distinct get_byte(key, 0) * 4 + get_byte(key, 1) % 4 as bucket from unnest(claimed) as key order by bucket
    ) buckets;
    perform settle_outcomes(
      array(
        select id from outcome where province_id = app_province() and entry_id = any (entries)
        union select id from outcome where province_id = app_province() and key_hash = any (claimed)),
      moment, null, entries);
  end $$;

-- Rows that were staged a moment ago are in no statistics, and without them a million rows are planned like ten. As the
-- owner of the table, who alone may.
create function know_register() returns void language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    if 'registers' = any (app_duties()) then analyze register_record; end if;
  end $$;
revoke all on function know_register() from public;
grant execute on function know_register() to tns_app;

-- After an import was accepted: the outcomes of which one of its rows speaks. Returns how many they are.
create function settle_import(batch uuid, moment timestamptz) returns integer
  language plpgsql security definer set search_path = public, pg_temp set work_mem = '64MB' set jit = off
  as $$
  declare ids uuid[]; revisions integer[]; rows integer[];
  begin
    if not ('registers' = any (app_duties())) then raise insufficient_privilege; end if;
    perform own_counting();
    -- By kind, because each has its own key: one condition for both would compare everything with everything.
    select coalesce(array_agg(named.id), '{}'), array_agg(named.revision), array_agg(named.row_number) into ids, revisions, rows from (
      select distinct on (id) * from (
        select outcome.id, outcome.revision, listed.row_number
        from register_record listed
        join outcome on outcome.province_id = app_province() and outcome.voided_at is null
          and outcome.kind = 'dossierSubmitted' and outcome.dossier_code = listed.dossier_code
        where listed.import_batch_id = batch and listed.kind = 'dossier'
        union all
        select outcome.id, outcome.revision, listed.row_number
        from register_record listed
        join outcome on outcome.province_id = app_province() and outcome.voided_at is null
          and outcome.kind in ('accountOpened', 'accountLinked') and outcome.key_hash = listed.number_hash
        where listed.import_batch_id = batch and listed.kind = 'account'
      ) every
      order by id, row_number desc
    ) named;
    if exists (select from import_batch own join import_batch other on other.province_id = own.province_id and other.kind = own.kind
               where own.id = batch and other.id <> own.id and other.accepted_at >= own.accepted_at) then
      perform link_outcomes(ids, moment);
    else
      -- Whoever was accepted last speaks for all its keys: nothing has to be looked up again.
      insert into evidence (id, province_id, outcome_id, outcome_revision, source, verdict, import_batch_id, row_number, decided_at)
      select gen_random_uuid(), app_province(), linked.id, linked.revision, 'register', 'found', batch, linked.row_number,
             greatest(moment, known.decided_at + interval '1 millisecond')
      from unnest(ids, revisions, rows) as linked(id, revision, row_number)
      left join lateral (
        select evidence.import_batch_id, evidence.row_number, evidence.decided_at from evidence
        where evidence.province_id = app_province() and evidence.outcome_id = linked.id and evidence.outcome_revision = linked.revision
          and evidence.source = 'register'
        order by evidence.decided_at desc limit 1
      ) known on true
      where (known.import_batch_id, known.row_number) is distinct from (batch, linked.row_number)
      order by linked.id;
    end if;
    perform judge_outcomes(ids, moment, batch, '{}');
    return cardinality(ids);
  end $$;

-- After rules or definitions changed: classifies everything anew (the pure form is lib/domain/report/classify-outcomes.ts)
-- and settles it. Returns how many outcomes stand for something else than before.
create function settle_rules(moment timestamptz, batch uuid) returns integer
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare moved uuid[];
  begin
    if not ('registers' = any (app_duties())) then raise insufficient_privilege; end if;
    perform own_counting();
    with rule as (
      select (scheme_rule('schemeStart') ->> 'date')::date as scheme_start,
             coalesce((scheme_rule('futureTolerance') ->> 'days')::int, 1) as tolerance,
             array(select jsonb_array_elements_text(coalesce(scheme_rule('unitsNotAllowed') -> 'unitIds', '[]'))::uuid) as closed_units
    ), considered as (
      select outcome.id, outcome.entry_id, outcome.position, outcome.kind, outcome.channel, entry.unit_id, entry.status, entry.happened_on,
             outcome.quantity, outcome.indicators, outcome.not_counted, entry.kind as entry_kind, entry.subject_age as age,
             entry.content ->> 'hasAccount' = 'true' as has_account,
             coalesce(outcome.dossier_received_on, entry.happened_on) as received_on,
             exists (select from unit_ancestor above where above.unit_id = entry.unit_id and above.ancestor_id = any (rule.closed_units)
                     and above.valid_from <= entry.happened_on and (above.valid_to is null or entry.happened_on < above.valid_to)) as closed_unit
      from outcome join entry on entry.id = outcome.entry_id cross join rule
      where outcome.province_id = app_province() and outcome.voided_at is null and entry.status <> 'withdrawn'
    ), asked as (
      select considered.id, considered.entry_id, considered.position, version.indicator, version.valid_from, version.once_per_subject,
             case
               when closed_unit then 'unitNotAllowed'
               when considered.kind = 'dossierSubmitted' then case
                 when version.online_only and channel = 'paper' then 'dossierOnPaper'
                 when received_on > scheme_day(moment) + rule.tolerance then 'dossierInFuture'
                 when received_on < rule.scheme_start then 'dossierBeforeScheme'
                 when received_on < version.window_from then 'dossierBeforeTeams' end
               when happened_on < version.window_from then 'activityBeforeScheme'
               when entry_kind = 'householdVisit' and has_account is not true then 'noAccountInHousehold'
               when entry_kind <> 'helpSession' or (version.age_from is null and version.age_through is null) then null
               when age is null then 'ageUnknown'
               when age < 16 then 'underAge'
               when age < coalesce(version.age_from, 0) or age > version.age_through then 'otherAge'
             end as reason
      from considered cross join rule
      join indicator_version version on version.province_id = app_province() and considered.kind = any (version.outcome_kinds)
        and version.valid_from <= happened_on and (version.valid_to is null or happened_on < version.valid_to)
    ), fitting as (
      select *, row_number() over (partition by entry_id, indicator, reason is null order by position) as place from asked
    ), classified as (
      select id, coalesce(array_agg(indicator order by indicator, valid_from) filter (where reason is null and (not once_per_subject or place = 1)), '{}') as indicators,
             (array_agg(reason order by indicator, valid_from) filter (where reason is distinct from 'otherAge'))[1] as reason
      from fitting group by id
    ), answered as (
      select considered.*, coalesce(classified.indicators, '{}') as new_indicators,
             case when coalesce(classified.indicators, '{}') <> '{}' then null
                  when classified.reason is not null then classified.reason
                  when considered.happened_on < rule.scheme_start
                    and not exists (select from indicator_version version where version.province_id = app_province()
                                    and version.valid_from <= happened_on and (version.valid_to is null or happened_on < version.valid_to))
                    and exists (select from indicator_version version where version.province_id = app_province() and considered.kind = any (version.outcome_kinds))
                    then 'activityBeforeScheme' end as new_reason
      from considered cross join rule left join classified on classified.id = considered.id
    ), changed as materialized (
      select answered.*, entry.author_id from answered join entry on entry.id = answered.entry_id
      where (answered.indicators, answered.not_counted) is distinct from (answered.new_indicators, answered.new_reason)
    ), kept as (
      update outcome set indicators = changed.new_indicators, not_counted = changed.new_reason from changed where outcome.id = changed.id
    ), told as (
      insert into tally (province_id, unit_id, indicator, stage, decided_on, happened_on, delta, batch_id)
      select app_province(), unit_id, indicator, stage, scheme_day(moment), happened_on, sum(delta), batch
      from (
        select unit_id, status, happened_on, unnest(indicators) as indicator, -quantity as delta from changed
        union all
        select unit_id, status, happened_on, unnest(new_indicators), quantity from changed
      ) moved
      join (values ('recorded'), ('confirmed')) as stages(stage) on case stage when 'recorded' then entry_stands(status) else status = 'confirmed' end
      group by unit_id, indicator, stage, happened_on having sum(delta) <> 0
    ), heard as (
      insert into change (province_id, audience_id, entry_id) select distinct app_province(), author_id, entry_id from changed
    )
    select coalesce(array_agg(id), '{}') into moved from changed;
    moved := moved || settle_outcomes(
      array(
        select id from outcome where province_id = app_province() and cardinality(indicators) > 0
        union select outcome_id from outcome_standing where province_id = app_province()),
      moment, batch, '{}');
    return (select count(distinct id) from unnest(moved) as id);
  end $$;

-- A closed period stays as it was: what a request that began before the closing decides is a correction too.
create function after_closing() returns trigger language plpgsql set search_path = public, pg_temp
  as $$
  begin
    new.decided_on := greatest(new.decided_on, (select max(as_of) + 1 from period where province_id = new.province_id));
    return new;
  end $$;
create trigger after_closing before insert on tally for each row execute function after_closing();

-- How everybody's claims on the register stand: what a reconciliation says of the whole province. `found_at` is the
-- moment of an import, whose own matches are counted apart.
create function register_standings(found_at timestamptz)
  returns table (kind text, standing text, outcomes integer, newly integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select case outcome.kind when 'dossierSubmitted' then 'dossier' else 'account' end, known.standing, count(*)::int,
           (count(*) filter (where known.since = found_at))::int
    from outcome_standing known join outcome on outcome.id = known.outcome_id
    where 'registers' = any (app_duties()) and known.province_id = app_province() and known.standing is not null
      and outcome.kind in ('dossierSubmitted', 'accountOpened', 'accountLinked')
    group by 1, 2
  $$;

-- Since when the register doesn't know what units claimed.
create function unfound_by_unit(asked text, today date)
  returns table (unit_id uuid, recent integer, late integer, overdue integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select entry.unit_id, (count(*) filter (where aged.days < 30))::int, (count(*) filter (where aged.days between 30 and 60))::int,
           (count(*) filter (where aged.days > 60))::int
    from outcome_standing known
    join outcome on outcome.id = known.outcome_id and (outcome.kind = 'dossierSubmitted') = (asked = 'dossier')
    join entry on entry.id = outcome.entry_id
    cross join lateral (select today - scheme_day(outcome.claimed_at) as days) aged
    where 'registers' = any (app_duties()) and known.province_id = app_province() and known.standing = 'notFound'
      and outcome.kind in ('dossierSubmitted', 'accountOpened', 'accountLinked')
    group by entry.unit_id
  $$;

-- Asks about codes that the register doesn't know, where it knows one that is a character off (another one, or two
-- neighbours the wrong way round: `oneOff` of lib/domain/dossier) and that nobody claims. Of several the one that the
-- citizen of the entry handed in; a guess among several is no question. Returns how many are asked.
create function propose_codes(moment timestamptz, bound integer) returns integer
  language sql security definer set search_path = public, pg_temp set work_mem = '64MB' set jit = off
  as $$
    with unfound as materialized (
      select outcome.id, outcome.revision, outcome.dossier_code as code, outcome.entry_id, entry.author_id, subject.number_hash
      from outcome_standing known
      join outcome on outcome.id = known.outcome_id and outcome.kind = 'dossierSubmitted' and outcome.voided_at is null
      join entry on entry.id = outcome.entry_id and entry_stands(entry.status)
      left join subject on subject.id = entry.subject_id
      where 'registers' = any (app_duties()) and known.province_id = app_province() and known.standing = 'notFound' and outcome.dossier_code is not null
        and not exists (select from code_proposal asked where asked.outcome_id = outcome.id and asked.outcome_revision = outcome.revision)
      order by outcome.id desc limit bound
    ), office as materialized (
      -- The units of which the register has dossiers, from one to the next along the index: there are few.
      with recursive step as (
        (select dossier_code as code from register_record where province_id = app_province() and kind = 'dossier'
         order by dossier_code using ~<~ limit 1)
        union all
        select (select next.dossier_code from register_record next
                where next.province_id = app_province() and next.kind = 'dossier' and next.dossier_code ~>~ (split_part(step.code, '-', 1) || '-Z')
                order by next.dossier_code using ~<~ limit 1)
        from step where step.code is not null
      )
      select distinct split_part(code, '-', 1) as name from step where code is not null
    ), place as (
      select id, code, at, substr(code, at, 1) as here, substr(code, at + 1, 1) as next, at < strpos(code, '-') as in_unit
      from unfound cross join generate_series(1, length(code)) at
    ), changed as (
      select id, substr(code, 1, at - 1) || other || substr(code, at + 1) as code, in_unit
      from place cross join unnest(string_to_array('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', null)) other
      where here ~ '[0-9A-Z]' and other <> here and (in_unit or other ~ '[0-9]')
      union all
      select id, substr(code, 1, at - 1) || next || here || substr(code, at + 2), in_unit from place where next not in ('', here)
    ), variant as (
      select id, code from changed where not in_unit or exists (select from office where office.name = split_part(changed.code, '-', 1))
    ), listed_code as materialized (
      -- First which of the many exist at all, then what the register says of these few.
      select distinct variant.id, variant.code from variant
      join register_record listed on listed.province_id = app_province() and listed.dossier_code = variant.code and listed.kind = 'dossier'
    ), known as materialized (
      select variant.id, variant.code, record.number_hash
      from listed_code variant
      cross join lateral (
        select listed.number_hash from register_record listed
        join import_batch on import_batch.id = listed.import_batch_id and import_batch.accepted_at is not null
        where listed.province_id = app_province() and listed.dossier_code = variant.code and listed.kind = 'dossier'
        order by import_batch.accepted_at desc, listed.row_number desc limit 1) record
    ), candidate as (
      select known.id, known.code, coalesce(known.number_hash = unfound.number_hash, false) as own
      from known join unfound on unfound.id = known.id
      where not exists (
        select from outcome other join entry on entry.id = other.entry_id and entry_stands(entry.status)
        where other.province_id = app_province() and other.dossier_code = known.code and other.kind = 'dossierSubmitted' and other.voided_at is null)
    ), weighed as (
      select *, count(*) over (partition by id) as all_of_it, count(*) filter (where own) over (partition by id) as own_of_it from candidate
    ), asked as (
      insert into code_proposal (province_id, outcome_id, outcome_revision, code, proposed_at)
      select app_province(), unfound.id, unfound.revision, weighed.code, moment
      from weighed join unfound on unfound.id = weighed.id
      where case when own_of_it = 0 then all_of_it = 1 else own and own_of_it = 1 end
      on conflict do nothing
      returning outcome_id
    ), told as (
      insert into change (province_id, audience_id, entry_id)
      select distinct app_province(), unfound.author_id, unfound.entry_id from asked join unfound on unfound.id = asked.outcome_id
    )
    select count(*)::int from asked
  $$;

-- What the police has not said yes or no to, by area and kind: how many outcomes, the oldest confirmed when, and how
-- many of them before a moment. Numbers only: for the police of the area, whoever keeps the registers, and supervisors.
create function police_backlog(before timestamptz) returns table (area_id uuid, kind text, open integer, oldest timestamptz, due integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select entry.area_id, outcome.kind, count(*)::int, min(entry.status_changed_at), (count(*) filter (where entry.status_changed_at < before))::int
    from outcome_standing standing
    join outcome on outcome.id = standing.outcome_id
    join entry on entry.id = outcome.entry_id
    where standing.province_id = app_province() and standing.standing = 'awaitingPolice' and entry.status = 'confirmed'
      and ('registers' = any ((select app_duties())::text[]) or 'police' = any ((select app_duties())::text[])
           or entry.area_id = any ((select app_police_areas())::uuid[])
           or entry.unit_id in (select unit_id from unit_ancestor where ancestor_id = any ((select app_scope())::uuid[])))
    group by 1, 2
  $$;

-- Cuts what ties outcomes of citizens who took their consent back to rows of the register: that something was found
-- stays, which row it was doesn't. It does nothing that the erasure of the subject has not decided already.
create policy lookup_change on evidence for update to tns_lookup using (true);
grant update (import_batch_id, row_number) on evidence to tns_lookup;
grant delete on code_proposal to tns_lookup;
create function forget_matches(entries uuid[]) returns void
  language sql security definer set search_path = public, pg_temp
  as $$
    with erased as (
      select outcome.id from outcome
      join entry on entry.id = outcome.entry_id
      join subject on subject.id = entry.subject_id and subject.erased_at is not null
      where outcome.province_id = app_province() and outcome.entry_id = any (entries)
    ), cut as (
      update evidence set import_batch_id = null, row_number = null
      where province_id = app_province() and outcome_id in (select id from erased) and import_batch_id is not null
    )
    delete from code_proposal where outcome_id in (select id from erased)
  $$;

-- ── Members and the register ─────────────────────────────────────────────────────────────────────

-- What the register says of members, without who they are: sums by unit for whoever keeps the registers or supervises
-- the unit, and for the planner. The pure form is lib/domain/report/register-indicators.ts.
create policy lookup on member for select to tns_lookup using (true);
grant select on member, unit, unit_parent, role_assignment to tns_lookup;

create function sees_member_sums(unit uuid) returns boolean language sql stable as $$
  select 'registers' = any (app_duties()) or app_holds('{provincePlanner}', unit, scheme_day(now()))
    or exists (select from unit_ancestor above where above.unit_id = unit and above.ancestor_id = any (app_scope()))
$$;

-- Units at or below one, each with the unit directly below it through which it is reached; none for the unit itself.
-- By the tree of the day, of units that are no more by that of their last one.
create function units_below(root uuid, day date) returns table (unit_id uuid, child_id uuid) language sql stable as $$
  select unit.id, child.unit_id
  from unit cross join lateral (select greatest(least(day, coalesce(unit.valid_to - 1, day)), unit.valid_from) as day) life
  join unit_ancestor below on below.unit_id = unit.id and below.ancestor_id = root
    and below.valid_from <= life.day and (below.valid_to is null or life.day < below.valid_to)
  left join (unit_parent child join unit_ancestor through on through.ancestor_id = child.unit_id)
    on child.parent_id = root and through.unit_id = unit.id
    and child.valid_from <= life.day and (child.valid_to is null or life.day < child.valid_to)
    and through.valid_from <= life.day and (through.valid_to is null or life.day < through.valid_to)
$$;

-- Dossiers of whoever is listed with the members on the day of receipt, as the register speaks now.
create function member_dossiers(first date, last date)
  returns table (unit_id uuid, union_member boolean, dossier_code text, last_four text, received_on date, service text, channel text, paid_online boolean)
  language sql stable as $$
    select member.unit_id, member.union_member, listed.dossier_code, listed.last_four, listed.received_on, listed.service, listed.channel, listed.paid_online
    from member
    join register_record listed on listed.province_id = member.province_id and listed.number_hash = member.number_hash and listed.kind = 'dossier'
      and listed.received_on >= member.valid_from and (member.valid_to is null or listed.received_on < member.valid_to)
    join import_batch spoke on spoke.id = listed.import_batch_id and spoke.accepted_at is not null
    where member.province_id = app_province() and listed.received_on between first and last
      and not exists (
        select from register_record newer join import_batch later on later.id = newer.import_batch_id and later.accepted_at is not null
        where newer.province_id = listed.province_id and newer.kind = 'dossier' and newer.dossier_code = listed.dossier_code
          and (later.accepted_at, newer.row_number) > (spoke.accepted_at, listed.row_number))
  $$;

-- By the unit below: members of the last day with their accounts, and the accounts that count for indicators 1 and 2.
create function member_sums(root uuid, first date, last date)
  returns table (child_id uuid, members integer, public_employees integer, with_account integer, linked integer, accounts integer, transactions_known integer, transacting integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    with asked as materialized (select below.unit_id, below.child_id from units_below(root, last) below where sees_member_sums(root)
    ), listed as (
      select asked.child_id, member.union_member, member.public_employee, account.since, account.linked_on
      from asked join member on member.province_id = app_province() and member.unit_id = asked.unit_id
        and member.valid_from <= last and (member.valid_to is null or last < member.valid_to)
      left join lateral (
        select coalesce(record.created_on, record.linked_on) as since, record.linked_on
        from register_record record join import_batch on import_batch.id = record.import_batch_id and import_batch.accepted_at is not null
        where record.province_id = app_province() and record.number_hash = member.number_hash and record.kind = 'account'
        order by import_batch.accepted_at desc, record.row_number desc limit 1
      ) account on true
    ), counted as (
      select coalesce(member.unit_id, entry.unit_id) as unit_id, account.transaction_count
      from outcome_standing known
      join outcome on outcome.id = known.outcome_id
      join entry on entry.id = outcome.entry_id
      left join lateral (
        select listed.unit_id from member listed
        where listed.province_id = app_province() and listed.number_hash = outcome.key_hash and listed.union_member
          and listed.valid_from <= known.counted_on and (listed.valid_to is null or known.counted_on < listed.valid_to) limit 1
      ) member on true
      left join lateral (
        select record.transaction_count
        from register_record record join import_batch on import_batch.id = record.import_batch_id and import_batch.accepted_at is not null
        where record.province_id = app_province() and record.number_hash = outcome.key_hash and record.kind = 'account'
        order by import_batch.accepted_at desc, record.row_number desc limit 1
      ) account on true
      where known.province_id = app_province() and known.matched && '{member_accounts,citizen_accounts}' and known.counted_on between first and last
        and sees_member_sums(root)
    )
    select child_id, sum(members)::int, sum(public_employees)::int, sum(with_account)::int, sum(linked)::int, sum(accounts)::int, sum(transactions_known)::int, sum(transacting)::int
    from (
      select child_id, (union_member)::int as members, (public_employee)::int as public_employees, (union_member and coalesce(since <= last, false))::int as with_account,
             (union_member and coalesce(linked_on <= last, false))::int as linked, 0 as accounts, 0 as transactions_known, 0 as transacting from listed
      union all
      select asked.child_id, 0, 0, 0, 0, 1, (transaction_count is not null)::int, (coalesce(transaction_count, 0) > 0)::int from counted join asked on asked.unit_id = counted.unit_id
    ) sums
    group by child_id
  $$;

-- By the unit below and the service as the register calls it: dossiers of members.
create function member_dossier_sums(root uuid, first date, last date)
  returns table (child_id uuid, service text, dossiers integer, online integer, payment_known integer, paid_online integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select below.child_id, dossier.service, count(*)::int, (count(*) filter (where channel = 'online'))::int, count(paid_online)::int, (count(*) filter (where paid_online))::int
    from member_dossiers(first, last) dossier join units_below(root, last) below on below.unit_id = dossier.unit_id
    where dossier.union_member and sees_member_sums(root)
    group by 1, 2
  $$;

-- Whether the register tells of accounts that were linked to VNeID.
create function register_tells_links() returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (select from import_batch where province_id = app_province() and kind = 'accounts' and accepted_at is not null and layout -> 'mapping' ? 'linkedOn')
  $$;

-- What members and public employees handed in on paper: for whoever keeps the registers, and for officers of the unit or
-- above it. Without services: which services there are among them, without any dossier.
create function member_paper_services(root uuid, first date, last date) returns table (service text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select distinct dossier.service from member_dossiers(first, last) dossier join units_below(root, last) below on below.unit_id = dossier.unit_id
    where dossier.channel = 'paper' and dossier.service is not null and sees_member_sums(root)
  $$;
create function member_paper_dossiers(root uuid, first date, last date, services text[])
  returns table (unit_id uuid, union_member boolean, dossier_code text, last_four text, received_on date, service text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select dossier.unit_id, dossier.union_member, dossier.dossier_code, dossier.last_four, dossier.received_on, dossier.service
    from member_dossiers(first, last) dossier join units_below(root, last) below on below.unit_id = dossier.unit_id
    where dossier.channel = 'paper' and dossier.service = any (services)
      and ('registers' = any (app_duties()) or app_holds('{officer}', root, scheme_day(now())))
  $$;

grant create on schema public to tns_lookup;
do $$
declare name text;
begin
  foreach name in array array[
    'member_sums(uuid, date, date)', 'member_dossier_sums(uuid, date, date)', 'register_tells_links()',
    'member_paper_services(uuid, date, date)', 'member_paper_dossiers(uuid, date, date, text[])',
    'police_backlog(timestamptz)', 'forget_matches(uuid[])',
    'register_standings(timestamptz)', 'unfound_by_unit(text, date)', 'propose_codes(timestamptz, integer)',
    'police_confirms(uuid)', 'settle_entries(uuid[], bytea[], timestamptz)', 'settle_import(uuid, timestamptz)', 'settle_rules(timestamptz, uuid)']
  loop
    execute format('alter function %s owner to tns_lookup', name);
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to tns_app', name);
  end loop;
  foreach name in array array['sees_member_sums(uuid)', 'units_below(uuid, date)', 'member_dossiers(date, date)'] loop
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to tns_lookup', name);
  end loop;
  foreach name in array array[
    'link_outcomes(uuid[], timestamptz)', 'judge_outcomes(uuid[], timestamptz, uuid, uuid[])', 'settle_outcomes(uuid[], timestamptz, uuid, uuid[])']
  loop
    execute format('alter function %s owner to tns_lookup', name);
    execute format('revoke all on function %s from public', name);
  end loop;
end $$;
revoke create on schema public from tns_lookup;
