-- What is confirmed and waits for its evidence, beside the sums of a report: by place below a unit, per indicator and
-- standing, how much and since when. Sums only: whoever reads a report need not be somebody who reads entries. As of now:
-- standings are not kept as they were.
create function report_waiting(root uuid, tree_on date, first date, through date, standings text[])
  returns table (child_id uuid, place text, indicator text, standing text, count bigint, oldest timestamptz)
  language sql stable security definer set search_path = public, pg_temp set jit = off
  as $$
    with allowed as materialized (select true where sees_report(root)),
    placed as materialized (select place.* from allowed, report_places(root, tree_on) place),
    waiting as (
      select entry.unit_id, outcome.indicators, outcome.quantity, known.standing, known.matched,
             -- Whoever has to say something is waited for from the leader's confirmation on.
             case when known.standing in ('awaitingPolice', 'awaitingOfficer') then greatest(known.since, entry.status_changed_at) else known.since end as since
      from allowed, outcome_standing known
      join outcome on outcome.id = known.outcome_id and outcome.voided_at is null
      join entry on entry.id = outcome.entry_id and entry.status = 'confirmed'
      where known.province_id = app_province() and known.standing = any (standings)
        and (first is null or entry.happened_on >= first) and entry.happened_on <= through
    )
    select placed.child_id, placed.place, counted.indicator, waiting.standing, sum(waiting.quantity)::bigint, min(waiting.since)
    from waiting
    join placed on placed.unit_id = waiting.unit_id
    cross join lateral unnest(waiting.indicators) as counted(indicator)
    where counted.indicator <> all (waiting.matched)
    group by 1, 2, 3, 4
  $$;

grant create on schema public to tns_lookup;
alter function report_waiting(uuid, date, date, date, text[]) owner to tns_lookup;
revoke all on function report_waiting(uuid, date, date, date, text[]) from public;
grant execute on function report_waiting(uuid, date, date, date, text[]) to tns_app;
revoke create on schema public from tns_lookup;

-- Which units stand where is no secret: units, parents and successors are everybody's to read.
grant execute on function report_places(uuid, date) to tns_app;
