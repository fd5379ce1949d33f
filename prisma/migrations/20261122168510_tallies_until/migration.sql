-- Annexes are sums since the scheme began, as of a day. Of everything decided before the 1st, 11th and 21st of each month the
-- sums are kept, so that an annex adds a few days to them, however long the scheme runs and however much of it there is.
CREATE TABLE "tally_until" (
    "province_id" UUID NOT NULL,
    "until" DATE NOT NULL,
    "unit_id" UUID NOT NULL,
    "indicator" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "tally_until_pkey" PRIMARY KEY ("province_id","until","unit_id","indicator","stage")
);
-- With what is summed, as for days: rows of one mark lie all over the table.
create index tally_until_summed on tally_until (province_id, until, unit_id, indicator, stage, count);

alter table tally_until enable row level security, force row level security;
create policy province on tally_until as restrictive using (province_id = (select app_province()));
create policy roll on tally_until to tns_lookup using (true) with check (true);
grant select, insert, update on tally_until to tns_lookup;

-- Whoever reads next rolls everything up anew, these sums with it.
truncate tally_day, tally_month, tally_roll;

-- The last of the days 1, 11, 21 on or before a day, and the first behind it.
create function last_mark(day date) returns date language sql immutable parallel safe
  as $$ select date_trunc('month', day)::date + 10 * least((extract(day from day)::int - 1) / 10, 2) $$;
create function next_mark(day date) returns date language sql immutable parallel safe
  as $$ select case when extract(day from day) < 21 then last_mark(day) + 10 else (date_trunc('month', day) + interval '1 month')::date end $$;

create or replace function roll_up_tallies() returns integer
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
    ), step as (
      select unit_id, indicator, stage, next_mark(decided_on) as until, sum(count) as count from fresh group by 1, 2, 3, 4
    ), reach as (
      select known.last, greatest(known.last, (select max(last_mark(decided_on)) from fresh)) as until
      from (select max(until) as last from tally_until where province_id = app_province()) known
    ), mark as (
      select day::date as until, day > reach.last as is_new
      from reach, generate_series(least((select min(until) from step), reach.last), reach.until, interval '1 day') day
      where day = last_mark(day::date)
    ), by_mark as (
      insert into tally_until (province_id, until, unit_id, indicator, stage, count)
      select app_province(), until, unit_id, indicator, stage, sum(count)
      from (
        select until, unit_id, indicator, stage, sum(sum(count)) over (partition by unit_id, indicator, stage order by until) as count
        from (
          select * from step
          union all
          select key.unit_id, key.indicator, key.stage, mark.until, 0 from (select distinct unit_id, indicator, stage from step) key cross join mark
        ) steps
        group by until, unit_id, indicator, stage
        union all
        -- A new mark goes on from the last one.
        select mark.until, known.unit_id, known.indicator, known.stage, known.count
        from reach join mark on mark.is_new join tally_until known on known.province_id = app_province() and known.until = reach.last
      ) sums
      where until <= (select reach.until from reach)
      group by until, unit_id, indicator, stage having sum(count) <> 0
      on conflict (province_id, until, unit_id, indicator, stage) do update set count = tally_until.count + excluded.count
    )
    select coalesce(sum(rows), 0)::int into taken from fresh;
    insert into tally_roll (province_id, rolled_before) values (app_province(), horizon)
    on conflict (province_id) do update set rolled_before = excluded.rolled_before;
    return taken;
  end $$;

-- Sums by unit of what happened from–through (both included; no first day: from the beginning) and was decided until the
-- end of `known`. From the beginning, with what was known soon after the last day: what was decided before the nearest mark,
-- and the few days between. Otherwise months are summed up to the nearest end of one; the days between it and the day asked for come on top,
-- or off where the end lies behind it: never more than half a month, and none for what is known today. The newest come
-- from the differences. Planned for the very days: which index is short depends on how much of a month they cut off.
create or replace function tally_sums(first date, through date, known date, asked text default null)
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
    mark date;
  begin
    if first is null and known - through between 0 and 15 then
      mark := coalesce((select max(until) from tally_until where province_id = province and until <= known + 6), '-infinity');
      return query
      -- By when they were written alone: of one indicator the planner would rather read all there ever were.
      with fresh as materialized (select tally.* from tally where tally.province_id = province and tally.written_in >= rolled)
      select sums.unit_id, sums.indicator, sums.stage, sum(sums.count)::bigint
      from (
        select told.unit_id, told.indicator, told.stage, told.count
        from tally_until told
        where told.province_id = province and told.until = mark and (asked is null or told.indicator = asked)
        union all
        select day.unit_id, day.indicator, day.stage, day.count
        from tally_day day
        where day.province_id = province and day.decided_on >= mark and day.decided_on <= known and (asked is null or day.indicator = asked)
        union all
        select day.unit_id, day.indicator, day.stage, -day.count
        from tally_day day
        where day.province_id = province and day.decided_on > known and day.decided_on < mark and (asked is null or day.indicator = asked)
        union all
        -- Decided by then, of days behind the last one.
        select day.unit_id, day.indicator, day.stage, -day.count
        from tally_day day
        where day.province_id = province and day.happened_on > through and day.decided_on <= known and (asked is null or day.indicator = asked)
        union all
        select fresh.unit_id, fresh.indicator, fresh.stage, fresh.delta
        from fresh
        where fresh.decided_on <= known and fresh.happened_on <= through
          and (asked is null or fresh.indicator = asked)
      ) sums
      group by sums.unit_id, sums.indicator, sums.stage;
      return;
    end if;
    return query
    with fresh as materialized (select tally.* from tally where tally.province_id = province and tally.written_in >= rolled)
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
      from fresh
      where fresh.decided_on <= known and fresh.happened_on between first_day and through
        and (asked is null or fresh.indicator = asked)
    ) sums
    group by sums.unit_id, sums.indicator, sums.stage;
  end $$;
