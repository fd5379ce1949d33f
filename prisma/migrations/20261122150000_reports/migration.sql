-- ── Tables ───────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE "tally_day" (
    "province_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "indicator" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "happened_on" DATE NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "tally_day_pkey" PRIMARY KEY ("province_id","indicator","stage","unit_id","decided_on","happened_on")
);
CREATE TABLE "tally_month" (
    "province_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "indicator" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "decided_month" DATE NOT NULL,
    "happened_month" DATE NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "tally_month_pkey" PRIMARY KEY ("province_id","indicator","stage","unit_id","decided_month","happened_month")
);
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "from_day" DATE,
    "through" DATE NOT NULL,
    "as_of" DATE NOT NULL,
    "tree_on" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "number" TEXT,
    "paragraphs" JSONB NOT NULL,
    "snapshot" JSONB,
    "digest" BYTEA,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "published_by_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "previous_id" UUID,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "api_client" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_client_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "target" ADD COLUMN "rule" TEXT;
-- With everything that is summed: the days of half a month lie together here, not all over the table.
create index tally_day_decided on tally_day (province_id, decided_on, happened_on, unit_id, indicator, stage, count);
create index tally_day_happened on tally_day (province_id, happened_on, decided_on, unit_id, indicator, stage, count);
CREATE INDEX "report_province_id_kind_through_idx" ON "report"("province_id", "kind", "through");
CREATE UNIQUE INDEX "api_client_key_hash_key" ON "api_client"("key_hash");
CREATE INDEX "api_client_province_id_idx" ON "api_client"("province_id");

alter table report add constraint one_of_two check (status in ('draft', 'published'));
alter table report add constraint published_whole check (
  (status = 'published') = (snapshot is not null and digest is not null and number is not null and published_by_id is not null and published_at is not null));

-- Which transaction wrote a difference: a roll-up takes what was committed before everybody who is still at work.
alter table tally add column written_in xid8 not null default pg_current_xact_id();
create index tally_written_in on tally (province_id, written_in);
-- Everything written before this transaction is in the roll-ups.
create table tally_roll (
  province_id uuid primary key,
  rolled_before xid8 not null
);

do $$
declare name text;
begin
  foreach name in array array['tally_day', 'tally_month', 'tally_roll', 'report', 'api_client'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy province on %I as restrictive using (province_id = (select app_province()))', name);
  end loop;
  foreach name in array array['tally_day', 'tally_month', 'tally_roll'] loop
    execute format('create policy roll on %I to tns_lookup using (true) with check (true)', name);
    execute format('grant select, insert, update on %I to tns_lookup', name);
  end loop;
end $$;
create policy lookup on tally for select to tns_lookup using (true);
create policy lookup on unit_successor for select to tns_lookup using (true);
grant select on tally, unit_successor to tns_lookup;

-- ── Roll-ups ─────────────────────────────────────────────────────────────────────────────────────
--
--   tally (differences, only ever added) ─▶ tally_day ─▶ tally_month
--
-- Writers never wait for each other: they add to `tally` and nothing else. Whoever reads sums the months, the days at
-- the edges of what is asked, and what was not rolled up yet; all three in one snapshot, so that nothing counts twice.

-- Takes what was committed since the last time. Returns how many differences that was; 0 where somebody else is at it.
create function roll_up_tallies() returns integer
  language plpgsql security definer set search_path = public, pg_temp set work_mem = '64MB' set jit = off
  as $$
  declare horizon xid8; seen xid8; taken integer;
  begin
    if not pg_try_advisory_xact_lock(hashtextextended('tallies/' || app_province(), 0)) then return 0; end if;
    -- Whatever is older than everybody at work is committed or gone for good.
    horizon := pg_snapshot_xmin(pg_current_snapshot());
    select rolled_before into seen from tally_roll where province_id = app_province();
    with fresh as materialized (
      select unit_id, indicator, stage, decided_on, happened_on, sum(delta)::int as count, count(*) as rows
      from tally where province_id = app_province() and written_in >= coalesce(seen, '0'::xid8) and written_in < horizon
      group by unit_id, indicator, stage, decided_on, happened_on
    ), by_day as (
      insert into tally_day (province_id, unit_id, indicator, stage, decided_on, happened_on, count)
      select app_province(), unit_id, indicator, stage, decided_on, happened_on, count from fresh
      on conflict (province_id, unit_id, indicator, stage, decided_on, happened_on) do update set count = tally_day.count + excluded.count
    ), by_month as (
      insert into tally_month (province_id, unit_id, indicator, stage, decided_month, happened_month, count)
      select app_province(), unit_id, indicator, stage, date_trunc('month', decided_on)::date, date_trunc('month', happened_on)::date, sum(count)
      from fresh group by 2, 3, 4, 5, 6
      on conflict (province_id, unit_id, indicator, stage, decided_month, happened_month) do update set count = tally_month.count + excluded.count
    )
    select coalesce(sum(rows), 0)::int into taken from fresh;
    insert into tally_roll (province_id, rolled_before) values (app_province(), horizon)
    on conflict (province_id) do update set rolled_before = excluded.rolled_before;
    return taken;
  end $$;

-- How many differences a reader has to sum one by one, up to a bound.
create function fresh_tallies(bound integer) returns integer
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan
  as $$
  declare rolled xid8 := coalesce((select rolled_before from tally_roll where province_id = app_province()), '0'::xid8);
  begin
    return (select count(*)::int from (select from tally where province_id = app_province() and written_in >= rolled limit bound) fresh);
  end $$;

-- Sums by unit of what happened from–through (both included; no first day: from the beginning) and was decided until the
-- end of `known`. Months are summed up to the nearest end of one; the days between it and the day asked for come on top,
-- or off where the end lies behind it: never more than half a month, and none for what is known today. The newest come
-- from the differences. Planned for the very days: which index is short depends on how much of a month they cut off.
create function tally_sums(first date, through date, known date, asked text default null)
  returns table (unit_id uuid, indicator text, stage text, count bigint)
  language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set jit = off
  as $$
  #variable_conflict use_column
  declare
    first_day date := coalesce(first, '-infinity'::date);
    from_month date := case when first is null then '-infinity'::date else (date_trunc('month', first - 1) + interval '1 month')::date end;
    to_month date := date_trunc('month', through + 16)::date;
    known_month date := date_trunc('month', known + 16)::date;
    province uuid := app_province();
    rolled xid8 := coalesce((select rolled_before from tally_roll where province_id = app_province()), '0'::xid8);
  begin
    return query
    select sums.unit_id, sums.indicator, sums.stage, sum(sums.count)::bigint
    from (
      select month.unit_id, month.indicator, month.stage, month.count
      from tally_month month
      where month.province_id = province and month.decided_month < known_month and month.happened_month >= from_month and month.happened_month < to_month
        and (asked is null or month.indicator = asked)
      union all
      select day.unit_id, day.indicator, day.stage, day.count
      from tally_day day
      where day.province_id = province and day.decided_on between known_month and known and day.happened_on between first_day and through
        and (asked is null or day.indicator = asked)
      union all
      select day.unit_id, day.indicator, day.stage, -day.count
      from tally_day day
      where day.province_id = province and day.decided_on > known and day.decided_on < known_month and day.happened_on between first_day and through
        and (asked is null or day.indicator = asked)
      union all
      -- Days of a month that is not asked for as a whole, at either end; within one month they are the same days.
      select day.unit_id, day.indicator, day.stage, day.count
      from tally_day day
      where day.province_id = province and day.happened_on between greatest(to_month, first_day) and through and day.decided_on < known_month
        and (asked is null or day.indicator = asked)
      union all
      select day.unit_id, day.indicator, day.stage, -day.count
      from tally_day day
      where day.province_id = province and day.happened_on > through and day.happened_on >= from_month and day.happened_on < to_month and day.decided_on < known_month
        and (asked is null or day.indicator = asked)
      union all
      select day.unit_id, day.indicator, day.stage, day.count
      from tally_day day
      where day.province_id = province and day.happened_on >= first_day and day.happened_on < least(from_month, to_month, through + 1) and day.decided_on < known_month
        and (asked is null or day.indicator = asked)
      union all
      select fresh.unit_id, fresh.indicator, fresh.stage, fresh.delta
      from tally fresh
      where fresh.province_id = province and fresh.written_in >= rolled and fresh.decided_on <= known and fresh.happened_on between first_day and through
        and (asked is null or fresh.indicator = asked)
    ) sums
    group by sums.unit_id, sums.indicator, sums.stage;
  end $$;

-- ── Trees of any date ────────────────────────────────────────────────────────────────────────────

-- Where every unit stands in the tree of a day, seen from one: through which unit directly below it ('unit'), as itself
-- ('own'), or nowhere ('residual'): what has no successor, or successors in several places. A unit that is no more is
-- followed to its successors, one that did not exist yet to what it was made of. Outside of the one asked for: no row.
create function report_places(root uuid, tree_on date) returns table (unit_id uuid, child_id uuid, place text)
  language sql stable
  as $$
    with recursive walk as (
      select unit.id as unit_id, unit.id as at_id from unit
      union
      select walk.unit_id, step.next
      from walk
      join unit here on here.id = walk.at_id
      cross join lateral (
        select successor_id as next from unit_successor where unit_successor.unit_id = here.id and here.valid_to <= tree_on
        union all
        select unit_successor.unit_id from unit_successor where successor_id = here.id and here.valid_from > tree_on
      ) step
    ), standing as (
      select walk.unit_id, walk.at_id from walk join unit on unit.id = walk.at_id and unit.valid_from <= tree_on and (unit.valid_to is null or tree_on < unit.valid_to)
    ), seen as (
      select standing.unit_id, standing.at_id = root as is_root, child.unit_id as child_id, above.unit_id is not null as is_inside
      from standing
      left join unit_ancestor above on above.unit_id = standing.at_id and above.ancestor_id = root
        and above.valid_from <= tree_on and (above.valid_to is null or tree_on < above.valid_to)
      left join (unit_parent child join unit_ancestor through on through.ancestor_id = child.unit_id)
        on child.parent_id = root and through.unit_id = standing.at_id
        and child.valid_from <= tree_on and (child.valid_to is null or tree_on < child.valid_to)
        and through.valid_from <= tree_on and (through.valid_to is null or tree_on < through.valid_to)
    ), placed as (
      select seen.unit_id, bool_and(is_inside) as is_inside, bool_and(is_root) as is_root, count(distinct child_id) as children, bool_and(child_id is not null) as all_below,
             (array_agg(child_id) filter (where child_id is not null))[1] as child_id
      from seen group by seen.unit_id
    )
    select unit.id, case when placed.all_below and placed.children = 1 then placed.child_id end,
           case when placed.unit_id is null then 'residual' when placed.is_root then 'own' when placed.all_below and placed.children = 1 then 'unit' else 'residual' end
    from unit
    left join placed on placed.unit_id = unit.id
    where placed.is_inside
       -- Bodies that are nowhere any more, or in several places, belong to the province.
       or ((select kind from unit where id = root) = 'province' and unit.province_id = app_province())
  $$;

-- ── Ratios that come from registers ──────────────────────────────────────────────────────────────

-- Whoever reads sums of the province: keepers of the registers, planners and observers, programs with a key, and
-- whoever supervises the unit.
create function sees_report(unit uuid) returns boolean language sql stable as $$
  select app_duties() && '{registers,reports}' or app_holds('{provincePlanner,observer}', unit, scheme_day(now()))
    or exists (select from unit_ancestor above where above.unit_id = unit and above.ancestor_id = any (app_scope()))
$$;

-- Whether any accepted file told this of accounts; the register's own answers tell everything.
create function register_tells(field text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (select from import_batch where province_id = app_province() and kind = 'accounts' and accepted_at is not null
                   and (layout -> 'mapping' ? field or layout ->> 'source' = 'connector'))
  $$;

-- After an import: tells the tallies what the registers say of members now (indicators 4 and 11–14), as stages 'part' and
-- 'whole'. Shares of dossiers lie on the day of receipt; shares of people on the days they came to and left. Accounts of
-- people who turned out to be members go to their unit. `offered`: services, by the register's names, that can be had
-- online. The pure form is lib/domain/report/register-indicators.ts.
create function settle_members(moment timestamptz, batch uuid, offered text[]) returns integer
  language plpgsql security definer set search_path = public, pg_temp set work_mem = '64MB' set jit = off
  as $$
  #variable_conflict use_column
  declare told integer;
  begin
    if not ('registers' = any (app_duties())) then raise insufficient_privilege; end if;
    perform own_counting();
    perform judge_outcomes(
      array(
        select claim.id
        from outcome_standing known
        join outcome on outcome.id = known.outcome_id
        join entry on entry.id = outcome.entry_id
        left join lateral (
          select listed.unit_id from member listed
          where listed.province_id = app_province() and listed.number_hash = outcome.key_hash and listed.union_member
            and listed.valid_from <= known.counted_on and (listed.valid_to is null or known.counted_on < listed.valid_to) limit 1
        ) member on true
        join outcome claim on claim.province_id = app_province() and claim.key_hash = outcome.key_hash and claim.kind in ('accountOpened', 'accountLinked')
        where known.province_id = app_province() and known.account_unit_id is not null and known.account_unit_id <> coalesce(member.unit_id, entry.unit_id)
      ), moment, batch, '{}');
    with start as (
      select (scheme_rule('schemeStart') ->> 'date')::date as day
    ), dossier as materialized (
      select listed.unit_id, listed.received_on as day, listed.channel = 'online' as online, listed.paid_online, listed.service = any (offered) as offered
      from start, member_dossiers(start.day, 'infinity') listed where listed.union_member
    ), listed as materialized (
      select member.unit_id, member.valid_from, member.valid_to, account.since, account.linked_on
      from member
      left join lateral (
        select coalesce(record.created_on, record.linked_on) as since, record.linked_on
        from register_record record join import_batch on import_batch.id = record.import_batch_id and import_batch.accepted_at is not null
        where record.province_id = app_province() and record.number_hash = member.number_hash and record.kind = 'account'
        order by import_batch.accepted_at desc, record.row_number desc limit 1
      ) account on true
      where member.province_id = app_province() and member.union_member
    ), wanted as (
      select unit_id, 'online_rate' as indicator, 'whole' as stage, day, count(*) as count from dossier group by unit_id, day
      union all select unit_id, 'online_rate', 'part', day, count(*) from dossier where online group by unit_id, day
      union all select unit_id, 'online_share', 'whole', day, count(*) from dossier where offered group by unit_id, day
      union all select unit_id, 'online_share', 'part', day, count(*) from dossier where offered and online group by unit_id, day
      union all select unit_id, 'online_payment_share', 'whole', day, count(*) from dossier where paid_online is not null group by unit_id, day
      union all select unit_id, 'online_payment_share', 'part', day, count(*) from dossier where paid_online group by unit_id, day
      union all
      select unit_id, indicator, stage, day, sum(step)
      from (
        select unit_id, share.indicator, 'whole' as stage, valid_from as day, 1 as step from listed, (values ('members_with_account'), ('members_vneid2')) as share(indicator)
        union all
        select unit_id, share.indicator, 'whole', valid_to, -1 from listed, (values ('members_with_account'), ('members_vneid2')) as share(indicator) where valid_to is not null
        union all
        select unit_id, share.indicator, 'part', greatest(valid_from, share.since), 1
        from listed, lateral (values ('members_with_account', listed.since), ('members_vneid2', listed.linked_on)) as share(indicator, since)
        where share.since is not null and (valid_to is null or share.since < valid_to)
        union all
        select unit_id, share.indicator, 'part', valid_to, -1
        from listed, lateral (values ('members_with_account', listed.since), ('members_vneid2', listed.linked_on)) as share(indicator, since)
        where share.since < valid_to
      ) steps group by unit_id, indicator, stage, day
    ), known as (
      select unit_id, indicator, stage, happened_on as day, sum(count) as count
      from (
        select unit_id, indicator, stage, happened_on, count from tally_day
        where province_id = app_province() and stage in ('part', 'whole') and indicator <> 'transacting_rate'
        union all
        select unit_id, indicator, stage, happened_on, delta from tally
        where province_id = app_province() and stage in ('part', 'whole') and indicator <> 'transacting_rate'
          and written_in >= coalesce((select rolled_before from tally_roll where province_id = app_province()), '0'::xid8)
      ) sums group by unit_id, indicator, stage, happened_on
    ), written as (
      insert into tally (province_id, unit_id, indicator, stage, decided_on, happened_on, delta, batch_id)
      select app_province(), unit_id, indicator, stage, scheme_day(moment), day, coalesce(wanted.count, 0) - coalesce(known.count, 0), batch
      from wanted full join known using (unit_id, indicator, stage, day)
      where coalesce(wanted.count, 0) <> coalesce(known.count, 0)
      returning 1
    )
    select count(*) into told from written;
    return told;
  end $$;

-- Services that the register names beside dossiers of members; which of them can be had online is for the caller to say.
create function member_services() returns table (service text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select distinct listed.service from member_dossiers('-infinity', 'infinity') listed
    where listed.service is not null and 'registers' = any (app_duties())
  $$;

-- ── What reports read ────────────────────────────────────────────────────────────────────────────

-- The cells of a report: per place, indicator and stage; for ratios the stages 'part' and 'whole'. Shares of people and of
-- organisations know no first day: the former are as of the last one, the latter of its year.
create function report_cells(root uuid, tree_on date, first date, through date, known date)
  returns table (child_id uuid, place text, indicator text, stage text, count bigint)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set jit = off
  as $$
  #variable_conflict use_column
  begin
    if not sees_report(root) then return; end if;
    return query
    with placed as materialized (select place.* from report_places(root, tree_on) place),
    sums as materialized (
      select sums.unit_id, sums.indicator, sums.stage, sums.count from tally_sums(first, through, known) sums
      where first is null or sums.indicator not in ('members_with_account', 'members_vneid2')
      union all
      select people.unit_id, people.indicator, people.stage, people.count
      from (values ('members_with_account'), ('members_vneid2')) as share(name) cross join lateral tally_sums(null, through, known, share.name) people
      where first is not null
    ), active as materialized (
      select held.unit_id from tally_sums(date_trunc('year', through)::date, through, known, 'informed_members') held where held.stage = 'confirmed' and held.count > 0
    ), organisation as (
      select organisation.id, bool_or(active.unit_id is not null) as active
      from unit organisation
      left join unit_ancestor below on below.ancestor_id = organisation.id
        and below.valid_from <= through and (below.valid_to is null or through < below.valid_to)
      left join active on active.unit_id = below.unit_id
      where organisation.kind = 'grassroots' and organisation.valid_from <= through and (organisation.valid_to is null or through < organisation.valid_to)
      group by organisation.id
    )
    select placed.child_id, placed.place, sums.indicator, sums.stage, sum(sums.count)::bigint
    from sums join placed on placed.unit_id = sums.unit_id
    group by 1, 2, 3, 4
    union all
    select placed.child_id, placed.place, 'active_organisations', stage.name, count(*) filter (where stage.name = 'whole' or organisation.active)
    from organisation join placed on placed.unit_id = organisation.id cross join (values ('part'), ('whole')) as stage(name)
    group by 1, 2, 4;
  end $$;

-- The same of one indicator, month by month, for those months that have any; the first and last may be cut.
create function report_series(root uuid, tree_on date, asked text, first date, through date, known date)
  returns table (child_id uuid, place text, month date, stage text, count bigint)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set jit = off
  as $$
  #variable_conflict use_column
  declare rolled xid8 := coalesce((select rolled_before from tally_roll where province_id = app_province()), '0'::xid8);
  begin
    if not sees_report(root) then return; end if;
    return query
    with placed as materialized (select place.* from report_places(root, tree_on) place),
    days as (
      select unit_id, happened_on, tally_day.stage, count from tally_day
      where province_id = app_province() and indicator = asked and decided_on <= known and happened_on between first and through
      union all
      select unit_id, happened_on, tally.stage, delta from tally
      where province_id = app_province() and written_in >= rolled and indicator = asked and decided_on <= known and happened_on between first and through
    ), sums as (select unit_id, date_trunc('month', happened_on)::date as month, days.stage, sum(count) as count from days group by 1, 2, 3)
    select placed.child_id, placed.place, sums.month, sums.stage, sum(sums.count)::bigint
    from sums join placed on placed.unit_id = sums.unit_id
    group by 1, 2, 3, 4;
  end $$;

-- ── Published reports ────────────────────────────────────────────────────────────────────────────

create policy read on report for select to tns_app using (status = 'published' and sees_report(unit_id) or 'registers' = any ((select app_duties())::text[]));
create policy keeper on report to tns_app using ('registers' = any ((select app_duties())::text[]));
create policy as_oneself on report as restrictive for insert to tns_app with check (created_by_id = (select app_user()) and status = 'draft');
create policy once on report as restrictive for update to tns_app using (status = 'draft') with check (status = 'draft' or published_by_id = (select app_user()));
create policy drafts_only on report as restrictive for delete to tns_app using (status = 'draft');
grant select, insert, delete on report to tns_app;
grant update (through, as_of, tree_on, from_day, status, number, paragraphs, snapshot, digest, changed_at, version, published_by_id, published_at, previous_id) on report to tns_app;

-- What was published stays as it was, whoever asks.
create function published_stays() returns trigger language plpgsql set search_path = public, pg_temp
  as $$
  begin
    if old.status = 'published' then raise exception 'a published report never changes' using errcode = 'restrict_violation'; end if;
    return case tg_op when 'DELETE' then old else new end;
  end $$;
create trigger published_stays before update or delete on report for each row execute function published_stays();

create policy keeper on api_client to tns_app using ('registers' = any ((select app_duties())::text[]));
create policy as_oneself on api_client as restrictive for insert to tns_app with check (created_by_id = (select app_user()) and revoked_at is null);
grant select, insert on api_client to tns_app;
grant update (revoked_at, last_used_at) on api_client to tns_app;

-- ── Whose functions these are ────────────────────────────────────────────────────────────────────

grant create on schema public to tns_lookup;
do $$
declare name text;
begin
  foreach name in array array[
    'roll_up_tallies()', 'fresh_tallies(integer)', 'register_tells(text)', 'settle_members(timestamptz, uuid, text[])', 'member_services()',
    'report_cells(uuid, date, date, date, date)', 'report_series(uuid, date, text, date, date, date)']
  loop
    execute format('alter function %s owner to tns_lookup', name);
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to tns_app', name);
  end loop;
  foreach name in array array['tally_sums(date, date, date, text)', 'report_places(uuid, date)'] loop
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to tns_lookup', name);
  end loop;
end $$;
revoke create on schema public from tns_lookup;
