-- What an outcome counted for on an earlier day, so that a number of then opens what stood behind it then, and a report of
-- then says what waited then. Written by whatever changes a standing; nothing stood before the day of the entry.
CREATE TABLE "past_standing" (
    "outcome_id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "decided_on" DATE NOT NULL,
    "standing" TEXT,
    "since" TIMESTAMPTZ(3),
    "matched" TEXT[],
    "counted_on" DATE,
    "quantity" INTEGER NOT NULL,
    "account_unit_id" UUID,
    "transacting" BOOLEAN NOT NULL,

    CONSTRAINT "past_standing_pkey" PRIMARY KEY ("outcome_id","decided_on")
);
CREATE INDEX "past_standing_province_id_decided_on_idx" ON "past_standing"("province_id", "decided_on");
ALTER TABLE "past_standing" ADD CONSTRAINT "past_standing_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "outcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table past_standing enable row level security, force row level security;
create policy province on past_standing as restrictive using (province_id = (select app_province()));
create policy with_outcome on past_standing for select to tns_app using (exists (select from outcome where outcome.id = past_standing.outcome_id));
create policy lookup on past_standing to tns_lookup using (true);
grant select on past_standing to tns_app, tns_lookup;
grant insert on past_standing to tns_lookup;

-- The standings as they were at the end of a day; of today and later those of now.
create function standings_on(known date)
  returns table (outcome_id uuid, province_id uuid, standing text, since timestamptz, matched text[], counted_on date, quantity integer, account_unit_id uuid, transacting boolean)
  language sql stable
  as $$
    select now.outcome_id, now.province_id, now.standing, now.since, now.matched, now.counted_on, now.quantity, now.account_unit_id, now.transacting
    from outcome_standing now
    where not exists (select from past_standing past where past.outcome_id = now.outcome_id and past.decided_on > known)
    union all
    (select distinct on (past.outcome_id)
            past.outcome_id, past.province_id, past.standing, past.since, past.matched, past.counted_on, past.quantity, past.account_unit_id, past.transacting
     from past_standing past where past.province_id = app_province() and past.decided_on > known
     order by past.outcome_id, past.decided_on)
  $$;

-- The status of an entry at the end of a day, told from its history. Amending and withdrawing are no decisions and stand
-- in none: what an entry counted for before them is what the decision before, or after, says.
create function status_on(entry uuid, status "EntryStatus", changed_at timestamptz, began_held boolean, known date) returns "EntryStatus"
  language sql stable
  as $$
    select case when known = 'infinity' or scheme_day(changed_at) <= known then status else coalesce(
      (select from_status from review_event where province_id = app_province() and entry_id = entry and scheme_day(at) > known order by version limit 1),
      (select to_status from review_event where province_id = app_province() and entry_id = entry and scheme_day(at) <= known order by version desc limit 1),
      case when began_held then 'quarantined' else 'submitted' end::"EntryStatus") end
  $$;

create policy lookup on review_event for select to tns_lookup using (true);
grant select (province_id, entry_id, version, from_status, to_status, at) on review_event to tns_lookup;
grant select (quarantine) on entry to tns_lookup;

-- As before; what is replaced goes into `past_standing`.
create or replace function judge_outcomes(ids uuid[], moment timestamptz, batch uuid, quiet uuid[]) returns uuid[]
  language plpgsql set search_path = public, pg_temp set work_mem = '64MB' set jit = off
  as $$
  declare moved uuid[];
  begin
    with fact as materialized (
      select outcome.id, outcome.entry_id, entry.unit_id, entry.author_id, entry.happened_on, outcome.kind, outcome.revision, outcome.quantity,
             outcome.claimed_at, outcome.key_hash, outcome.indicators, entry.status = 'confirmed' as confirmed,
             outcome.voided_at is null and entry_stands(entry.status) and cardinality(outcome.indicators) > 0 as stands,
             before.standing as old_standing, before.since as old_since, scheme_day(entry.received_at) < scheme_day(moment) as is_older, coalesce(before.matched, '{}') as old_matched, before.counted_on as old_counted_on,
             coalesce(before.quantity, 0) as old_quantity, before.account_unit_id as old_account_unit, coalesce(before.transacting, false) as old_transacting
      from unnest(ids) as asked(id)
      join outcome on outcome.id = asked.id
      join entry on entry.id = outcome.entry_id
      left join outcome_standing before on before.outcome_id = outcome.id
    ), definition as materialized (
      select indicator, valid_from, valid_to, online_only, coalesce(evidence_rule ->> 'source', 'register') as source,
             case when evidence_rule ->> 'source' <> 'none' then (evidence_rule ->> 'source')::"EvidenceSource" end as said_by,
             greatest(window_from, (scheme_rule('schemeStart') ->> 'date')::date) as first_day
      from indicator_version where province_id = app_province()
    ), said as materialized (
      select fact.*, asked.indicator, asked.position, version.source, version.online_only, version.first_day,
             evidence.verdict, evidence.import_batch_id, evidence.row_number
      from fact
      left join lateral unnest(fact.indicators) with ordinality as asked(indicator, position) on fact.stands
      left join definition version on version.indicator = asked.indicator
        and version.valid_from <= fact.happened_on and (version.valid_to is null or fact.happened_on < version.valid_to)
      left join lateral (
        select evidence.verdict, evidence.import_batch_id, evidence.row_number from evidence
        where evidence.province_id = app_province() and evidence.outcome_id = fact.id and evidence.outcome_revision = fact.revision
          and evidence.source = version.said_by
        order by evidence.decided_at desc, evidence.id desc limit 1
      ) evidence on true
      -- As the register's rows lie on the disk, where they are looked up next.
      order by evidence.import_batch_id, evidence.row_number
    ), judged as materialized (
      select said.*, coalesce(record.transaction_count, 0) > 0 as transacts,
             case said.source
               when 'none' then 'notNeeded'
               when 'police' then case said.verdict when 'confirmed' then 'confirmedByPolice' when 'refused' then 'refusedByPolice' else 'awaitingPolice' end
               when 'officer' then case said.verdict when 'confirmed' then 'checkedByOfficer' when 'refused' then 'refusedByOfficer' else 'awaitingOfficer' end
               when 'register' then case
                 when record.import_batch_id is null then case when said.key_hash is null then 'noKey' else 'notFound' end
                 when record.day < said.first_day then 'outsideScheme'
                 when said.online_only and record.channel is distinct from 'online' then 'onPaper'
                 else 'matched' end
             end as standing
      from said
      left join lateral (
        select listed.import_batch_id, listed.channel, listed.transaction_count,
               case said.kind when 'dossierSubmitted' then listed.received_on when 'accountLinked' then coalesce(listed.linked_on, listed.created_on)
                 else coalesce(listed.created_on, listed.linked_on) end as day
        from register_record listed where listed.import_batch_id = said.import_batch_id and listed.row_number = said.row_number
      ) record on true
    ), verdict as (
      -- Everything of the fact goes along: joined to it again, a plan made for few rows would compare all with all.
      select id, entry_id, unit_id, author_id, happened_on, kind, quantity, claimed_at, key_hash, confirmed, stands, old_standing, old_since, is_older, old_matched, old_counted_on, old_quantity,
             old_account_unit, old_transacting, bool_or(transacts) as transacts,
             (array_agg(standing order by position) filter (where standing is not null))[1] as first,
             array_agg(indicator order by position) filter (where standing in ('matched', 'confirmedByPolice', 'checkedByOfficer', 'notNeeded')) as good
      from judged
      group by id, entry_id, unit_id, author_id, happened_on, kind, quantity, claimed_at, key_hash, confirmed, stands, old_standing, old_since, is_older, old_matched, old_counted_on, old_quantity,
               old_account_unit, old_transacting
    ), ranked as (
      select verdict.*, claim.candidate,
             row_number() over (
               partition by claim_family(kind), coalesce(key_hash, uuid_send(id)), claim.candidate order by claimed_at, id) as place
      from verdict
      cross join lateral (select coalesce(stands and first not in ('refusedByPolice', 'refusedByOfficer'), false) as candidate) claim
    ), settled as (
      select ranked.*,
             case when candidate and place > 1 then 'duplicate' when stands then first end as new_standing,
             case when candidate and place = 1 and confirmed then coalesce(good, '{}') else '{}' end as new_matched
      from ranked
    ), credited as (
      select settled.*, account.unit_id as new_account_unit, account.unit_id is not null and transacts as new_transacting
      from settled
      left join lateral (
        select coalesce((
          select listed.unit_id from member listed
          where listed.province_id = app_province() and listed.number_hash = settled.key_hash and listed.union_member
            and listed.valid_from <= settled.happened_on and (listed.valid_to is null or settled.happened_on < listed.valid_to) limit 1
        ), settled.unit_id) as unit_id
      ) account on new_matched && '{member_accounts,citizen_accounts}'
    ), changed as materialized (
      select *, case when new_matched = '{}' then 0 else quantity end as new_quantity, case when new_matched <> '{}' then happened_on end as new_counted_on,
             (old_standing, old_matched) is distinct from (new_standing, new_matched)
               or (new_matched <> '{}' and (old_counted_on, old_quantity) is distinct from (happened_on, quantity)) as moves
      from credited
      where (old_standing, old_matched) is distinct from (new_standing, new_matched)
         or (new_matched <> '{}' and (old_counted_on, old_quantity) is distinct from (happened_on, quantity))
         or (old_account_unit, old_transacting) is distinct from (new_account_unit, new_transacting)
    ), past as (
      insert into past_standing (outcome_id, province_id, decided_on, standing, since, matched, counted_on, quantity, account_unit_id, transacting)
      select id, app_province(), (select greatest(scheme_day(moment), max(as_of) + 1) from period where province_id = app_province()),
             old_standing, old_since, old_matched, old_counted_on, old_quantity, old_account_unit, old_transacting
      from changed where old_since is not null or is_older
      -- What stood when the day began is kept, whatever else it was on that day.
      on conflict (outcome_id, decided_on) do nothing
    ), kept as (
      insert into outcome_standing (outcome_id, province_id, standing, since, matched, counted_on, quantity, account_unit_id, transacting)
      select id, app_province(), new_standing, moment, new_matched, new_counted_on, new_quantity, new_account_unit, new_transacting from changed
      on conflict (outcome_id) do update set standing = excluded.standing, matched = excluded.matched, counted_on = excluded.counted_on,
        quantity = excluded.quantity, account_unit_id = excluded.account_unit_id, transacting = excluded.transacting,
        since = case when outcome_standing.standing is distinct from excluded.standing then excluded.since else outcome_standing.since end
    ), told as (
      insert into tally (province_id, unit_id, indicator, stage, decided_on, happened_on, delta, batch_id)
      select app_province(), unit_id, indicator, stage, scheme_day(moment), day, sum(delta), batch
      from (
        select unit_id, unnest(old_matched) as indicator, 'matched' as stage, old_counted_on as day, -old_quantity as delta from changed
        union all
        select unit_id, unnest(new_matched), 'matched', new_counted_on, new_quantity from changed
        union all
        select old_account_unit, 'transacting_rate', 'whole', old_counted_on, -1 from changed where old_account_unit is not null
        union all
        select new_account_unit, 'transacting_rate', 'whole', new_counted_on, 1 from changed where new_account_unit is not null
        union all
        select old_account_unit, 'transacting_rate', 'part', old_counted_on, -1 from changed where old_transacting
        union all
        select new_account_unit, 'transacting_rate', 'part', new_counted_on, 1 from changed where new_transacting
      ) moved
      group by unit_id, indicator, stage, day having sum(delta) <> 0
    ), heard as (
      insert into change (province_id, audience_id, entry_id)
      select distinct app_province(), author_id, entry_id from changed where moves and entry_id <> all (quiet)
    )
    select coalesce(array_agg(id), '{}') into moved from changed where moves;
    return moved;
  end $$;

-- What was confirmed and waited for its evidence at the end of a day, beside the sums of a report: by place below a unit, per
-- indicator and standing, how much and since when. Sums only: whoever reads a report need not be somebody who reads entries.
drop function report_waiting(uuid, date, date, date, text[]);
create function report_waiting(root uuid, tree_on date, first date, through date, known date, standings text[])
  returns table (child_id uuid, place text, indicator text, standing text, count bigint, oldest timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set jit = off
  as $$
  #variable_conflict use_column
  begin
    if not sees_report(root) then return; end if;
    return query
    with placed as materialized (select place.* from report_places(root, tree_on) place),
    waiting as (
      select entry.unit_id, outcome.indicators, outcome.quantity, stood.standing, stood.matched,
             -- Whoever has to say something is waited for from the leader's confirmation on.
             case when stood.standing in ('awaitingPolice', 'awaitingOfficer') and scheme_day(entry.status_changed_at) <= known
               then greatest(stood.since, entry.status_changed_at) else stood.since end as since
      from standings_on(known) stood
      join outcome on outcome.id = stood.outcome_id and (outcome.voided_at is null or scheme_day(outcome.voided_at) > known)
      join entry on entry.id = outcome.entry_id
        and status_on(entry.id, entry.status, entry.status_changed_at, entry.quarantine is not null, known) = 'confirmed'
      where stood.province_id = app_province() and stood.standing = any (standings)
        and (first is null or entry.happened_on >= first) and entry.happened_on <= through
    )
    select placed.child_id, placed.place, counted.indicator, waiting.standing, sum(waiting.quantity)::bigint, min(waiting.since)
    from waiting
    join placed on placed.unit_id = waiting.unit_id
    cross join lateral unnest(waiting.indicators) as counted(indicator)
    where counted.indicator <> all (waiting.matched)
    group by 1, 2, 3, 4;
  end $$;

-- The rows that `settle_members` and `judge_outcomes` sum: each with where its unit stands in the tree of a day, and
-- whether it counts for the part of the share too. Registers and counted accounts as they were at the end of `known`;
-- members as of now, because of these no earlier state is kept. `offered`: services, by the register's names, that can
-- be had online; null for all. `told`: the register says something of what is asked.
create or replace function share_rows(root uuid, tree_on date, asked text, first date, through date, known date, offered text[])
  returns table (unit_id uuid, place text, dossier_code text, last_four text, day date, service text, since date, counts boolean, told boolean, entry_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set jit = off
  as $$
  #variable_conflict use_column
  begin
    if not sees_register_rows(root) then return; end if;
    if asked = 'transacting_rate' then
      return query
      with placed as materialized (select place.* from report_places(root, tree_on) place)
      select placed.unit_id, placed.place, null::text, account.last_four, credited.counted_on, null::text, null::date, credited.transacting,
             coalesce(account.told, false), outcome.entry_id
      from standings_on(known) credited
      join placed on placed.unit_id = credited.account_unit_id
      join outcome on outcome.id = credited.outcome_id
      left join lateral (
        select record.last_four, record.transaction_count is not null as told
        from register_record record join import_batch on import_batch.id = record.import_batch_id and scheme_day(import_batch.accepted_at) <= known
        where record.province_id = app_province() and record.number_hash = outcome.key_hash and record.kind = 'account'
        order by import_batch.accepted_at desc, record.row_number desc limit 1
      ) account on true
      where credited.province_id = app_province() and credited.counted_on <= through and (first is null or credited.counted_on >= first);
    elsif asked in ('online_rate', 'online_share', 'online_payment_share') then
      return query
      -- First whose dossiers they are, then which of each one's rows speaks: looked up one by one, for these alone.
      with placed as materialized (select place.* from report_places(root, tree_on) place),
      start as materialized (select greatest(coalesce(first, '-infinity'::date), (scheme_rule('schemeStart') ->> 'date')::date) as day),
      owned as materialized (
        select placed.unit_id, placed.place, listed.import_batch_id, listed.row_number, listed.dossier_code, listed.last_four, listed.received_on, listed.service,
               listed.channel, listed.paid_online
        from placed
        join member on member.province_id = app_province() and member.unit_id = placed.unit_id and member.union_member
        join register_record listed on listed.province_id = app_province() and listed.number_hash = member.number_hash and listed.kind = 'dossier'
          and listed.received_on >= member.valid_from and (member.valid_to is null or listed.received_on < member.valid_to)
          and listed.received_on <= through and listed.received_on >= (select start.day from start)
        where case asked when 'online_payment_share' then listed.paid_online is not null
              when 'online_share' then listed.service is not null and (offered is null or listed.service = any (offered)) else true end
      )
      select owned.unit_id, owned.place, owned.dossier_code, owned.last_four, owned.received_on, owned.service, null::date,
             coalesce(case asked when 'online_payment_share' then owned.paid_online else owned.channel = 'online' end, false),
             case asked when 'online_payment_share' then owned.paid_online is not null else owned.channel is not null end, null::uuid
      from owned
      cross join lateral (
        select spoken.import_batch_id, spoken.row_number
        from register_record spoken
        join import_batch on import_batch.id = spoken.import_batch_id and scheme_day(import_batch.accepted_at) <= known
        where spoken.province_id = app_province() and spoken.kind = 'dossier' and spoken.dossier_code = owned.dossier_code
        order by import_batch.accepted_at desc, spoken.row_number desc limit 1
      ) speaks
      where (speaks.import_batch_id, speaks.row_number) = (owned.import_batch_id, owned.row_number);
    elsif asked in ('members_with_account', 'members_vneid2') then
      return query
      with placed as materialized (select place.* from report_places(root, tree_on) place)
      select placed.unit_id, placed.place, null::text, member.last_four, member.valid_from, null::text, account.since, coalesce(account.since <= through, false),
             account.since is not null, null::uuid
      from placed
      join member on member.province_id = app_province() and member.unit_id = placed.unit_id and member.union_member
        and member.valid_from <= through and (member.valid_to is null or through < member.valid_to)
      left join lateral (
        select case asked when 'members_vneid2' then record.linked_on else coalesce(record.created_on, record.linked_on) end as since
        from register_record record join import_batch on import_batch.id = record.import_batch_id and scheme_day(import_batch.accepted_at) <= known
        where record.province_id = app_province() and record.number_hash = member.number_hash and record.kind = 'account'
        order by import_batch.accepted_at desc, record.row_number desc limit 1
      ) account on true;
    end if;
  end $$;

grant create on schema public to tns_lookup;
alter function report_waiting(uuid, date, date, date, date, text[]) owner to tns_lookup;
revoke all on function report_waiting(uuid, date, date, date, date, text[]) from public;
grant execute on function report_waiting(uuid, date, date, date, date, text[]) to tns_app;
revoke create on schema public from tns_lookup;
