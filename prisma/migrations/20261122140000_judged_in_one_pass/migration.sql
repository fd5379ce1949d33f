-- Judging carried what it knows of an outcome through every step by joining back to it: planned for a few rows, that compared all
-- with all, and a slice of 500 entries took six times what it has to. Everything goes along in one row now; what is decided is the same.
-- An account that counts also says whether it transacts (indicator 3), for its member's unit or else the recorder's.
ALTER TABLE "outcome_standing" ADD COLUMN "account_unit_id" UUID,
ADD COLUMN "transacting" BOOLEAN NOT NULL DEFAULT false;

create or replace function judge_outcomes(ids uuid[], moment timestamptz, batch uuid, quiet uuid[]) returns uuid[]
  language plpgsql set search_path = public, pg_temp set work_mem = '64MB' set jit = off
  as $$
  declare moved uuid[];
  begin
    with fact as materialized (
      select outcome.id, outcome.entry_id, entry.unit_id, entry.author_id, entry.happened_on, outcome.kind, outcome.revision, outcome.quantity,
             outcome.claimed_at, outcome.key_hash, outcome.indicators, entry.status = 'confirmed' as confirmed,
             outcome.voided_at is null and entry_stands(entry.status) and cardinality(outcome.indicators) > 0 as stands,
             before.standing as old_standing, coalesce(before.matched, '{}') as old_matched, before.counted_on as old_counted_on,
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
      select id, entry_id, unit_id, author_id, happened_on, kind, quantity, claimed_at, key_hash, confirmed, stands, old_standing, old_matched, old_counted_on, old_quantity,
             old_account_unit, old_transacting, bool_or(transacts) as transacts,
             (array_agg(standing order by position) filter (where standing is not null))[1] as first,
             array_agg(indicator order by position) filter (where standing in ('matched', 'confirmedByPolice', 'checkedByOfficer', 'notNeeded')) as good
      from judged
      group by id, entry_id, unit_id, author_id, happened_on, kind, quantity, claimed_at, key_hash, confirmed, stands, old_standing, old_matched, old_counted_on, old_quantity,
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
