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

-- Articles of the grassroots organisations at or below a unit, as the tree of a day has them: each with its teams.
create function report_organisations(root uuid, tree_on date, first date, through date, known date)
  returns table (organisation_id uuid, stage text, count bigint)
  language sql stable security definer set search_path = public, pg_temp set jit = off
  as $$
    with allowed as materialized (select true where sees_report(root)),
    sums as materialized (select sums.* from allowed, tally_sums(first, through, known, 'articles') sums)
    select organisation.id, sums.stage, sum(sums.count)::bigint
    from allowed, unit organisation
    join unit_ancestor within on within.unit_id = organisation.id and within.ancestor_id = root
      and within.valid_from <= tree_on and (within.valid_to is null or tree_on < within.valid_to)
    join unit_ancestor below on below.ancestor_id = organisation.id
      and below.valid_from <= tree_on and (below.valid_to is null or tree_on < below.valid_to)
    join sums on sums.unit_id = below.unit_id
    where organisation.kind = 'grassroots'
    group by 1, 2
  $$;

grant create on schema public to tns_lookup;
do $$
declare name text;
begin
  foreach name in array array['report_waiting(uuid, date, date, date, text[])', 'report_organisations(uuid, date, date, date, date)'] loop
    execute format('alter function %s owner to tns_lookup', name);
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to tns_app', name);
  end loop;
end $$;
revoke create on schema public from tns_lookup;

-- Which units stand where is no secret: units, parents and successors are everybody's to read.
grant execute on function report_places(uuid, date) to tns_app;
