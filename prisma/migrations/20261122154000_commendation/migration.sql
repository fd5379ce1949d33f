-- What each person had confirmed and matched for a unit in these days, by kind of outcome, and of what evidence says no;
-- what still waits for it is neither. The row without a kind is all of it, with the days that the person worked. For officers of the unit or above it, and for the province's planner and
-- verifier: sums by person, and nothing of whom they helped.
create function confirmed_work(root uuid, first date, last date)
  returns table (unit_id uuid, author_id uuid, kind text, confirmed integer, matched integer, refuted integer, days integer)
  language sql stable security definer set search_path = public, pg_temp set jit = off
  as $$
    with asked as materialized (
      select below.unit_id from units_below(root, last) below
      where app_holds('{officer,provinceVerifier,provincePlanner}', root, scheme_day(now()))
    )
    select entry.unit_id, entry.author_id, outcome.kind, count(*)::int,
           (count(*) filter (where known.matched <> '{}'))::int,
           (count(*) filter (where known.matched = '{}' and known.standing not in ('awaitingPolice', 'awaitingOfficer', 'notFound', 'noKey')))::int,
           count(distinct entry.happened_on)::int
    from asked
    join entry on entry.province_id = app_province() and entry.unit_id = asked.unit_id
      and entry.happened_on between first and last and entry.status = 'confirmed'
    join outcome on outcome.province_id = app_province() and outcome.entry_id = entry.id
      and outcome.voided_at is null and cardinality(outcome.indicators) > 0
    left join outcome_standing known on known.outcome_id = outcome.id
    group by grouping sets ((entry.unit_id, entry.author_id, outcome.kind), (entry.unit_id, entry.author_id))
  $$;

grant create on schema public to tns_lookup;
alter function confirmed_work(uuid, date, date) owner to tns_lookup;
revoke all on function confirmed_work(uuid, date, date) from public;
grant execute on function confirmed_work(uuid, date, date) to tns_app;
revoke create on schema public from tns_lookup;
