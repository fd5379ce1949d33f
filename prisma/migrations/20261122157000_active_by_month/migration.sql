-- How many organisations had held an activity since the year began, at the end of each of its months: by how many that
-- changed, as stage 'part', and of how many as 'whole', all of it in the first month. The organisations are those of the
-- last day and each is active as in `report_cells`, so that the last month ends with what the report says.
create function report_active_series(root uuid, tree_on date, through date, known date)
  returns table (child_id uuid, place text, month date, stage text, count bigint)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set jit = off
  as $$
  #variable_conflict use_column
  declare
    rolled xid8 := coalesce((select rolled_before from tally_roll where province_id = app_province()), '0'::xid8);
    year_start date := date_trunc('year', through)::date;
  begin
    if not sees_report(root) then return; end if;
    return query
    with placed as materialized (select place.* from report_places(root, tree_on) place),
    months as (select month::date from generate_series(year_start::timestamp, through::timestamp, interval '1 month') month),
    held as materialized (
      select days.unit_id, date_trunc('month', days.happened_on)::date as month, sum(days.count) as count
      from (
        select unit_id, happened_on, count from tally_day
        where province_id = app_province() and indicator = 'informed_members' and stage = 'confirmed' and decided_on <= known and happened_on between year_start and through
        union all
        select unit_id, happened_on, delta from tally
        where province_id = app_province() and written_in >= rolled and indicator = 'informed_members' and stage = 'confirmed' and decided_on <= known and happened_on between year_start and through
      ) days
      group by 1, 2
    ), active as materialized (
      select held.unit_id, months.month from months join held on held.month <= months.month group by 1, 2 having sum(held.count) > 0
    ), organisation as (
      select organisation.id, months.month, bool_or(active.unit_id is not null) as active
      from unit organisation
      cross join months
      left join unit_ancestor below on below.ancestor_id = organisation.id
        and below.valid_from <= through and (below.valid_to is null or through < below.valid_to)
      left join active on active.unit_id = below.unit_id and active.month = months.month
      where organisation.kind = 'grassroots' and organisation.valid_from <= through and (organisation.valid_to is null or through < organisation.valid_to)
      group by 1, 2
    ), standing as (
      select placed.child_id, placed.place, organisation.month, named.stage, count(*) filter (where named.stage = 'whole' or organisation.active) as count
      from organisation join placed on placed.unit_id = organisation.id cross join (values ('part'), ('whole')) as named(stage)
      group by 1, 2, 3, 4
    ), stepped as (
      select standing.*, standing.count - coalesce(lag(standing.count) over (partition by standing.child_id, standing.place, standing.stage order by standing.month), 0) as step
      from standing
    )
    select stepped.child_id, stepped.place, stepped.month, stepped.stage, stepped.step::bigint from stepped where stepped.step <> 0;
  end $$;

grant create on schema public to tns_lookup;
alter function report_active_series(uuid, date, date, date) owner to tns_lookup;
revoke all on function report_active_series(uuid, date, date, date) from public;
grant execute on function report_active_series(uuid, date, date, date) to tns_app;
revoke create on schema public from tns_lookup;
