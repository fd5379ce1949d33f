-- Asked for every entry that somebody confirms: whoever is not of the police has no areas, and then nobody looks for them.
-- A leader who confirmed a thousand entries waited seven seconds for this alone.
create or replace function app_police_areas() returns uuid[] language sql stable parallel safe as $$
  select case when coalesce(nullif(current_setting('app.police_areas', true), ''), '{}') = '{}' then '{}'::uuid[] else (
    select coalesce(array_agg(distinct area.id), '{}')
    from area
    left join area parent on parent.id = area.parent_id
    where array[area.id, area.parent_id, area.successor_id, parent.successor_id]
          && nullif(current_setting('app.police_areas', true), '')::uuid[])
  end
$$;
