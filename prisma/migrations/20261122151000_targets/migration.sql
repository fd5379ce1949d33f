-- How a target came to be, and who set another one or took it away: nothing of it is ever overwritten.
ALTER TABLE "target" ADD COLUMN "origin" TEXT, ADD COLUMN "superseded_by_id" UUID;

alter table target add constraint known_origin check (origin in ('hand', 'import', 'copy'));
alter table target add constraint known_rule check (rule = 'equalsMembers');
-- One number speaks for a cell; commands wait for each other, so that this never has to say no.
create unique index target_spoken on target (province_id, unit_id, year, indicator) where superseded_at is null;

-- ── Walls ────────────────────────────────────────────────────────────────────────────────────────

-- Everybody of the province reads them: they are in the annexes of its decisions, phones show them to their teams, and
-- nothing in them is about a person. They are set by the planner for every unit planned for, by officers for the units
-- below their own.
create function app_sets_targets(unit uuid) returns boolean language sql stable parallel safe as $$
  select exists (
    select from unit_ancestor above
    join role_assignment held on held.unit_id = above.ancestor_id
    join app_user person on person.id = held.user_id and person.disabled_at is null
    where above.unit_id = unit and held.user_id = app_user()
      and (held.role = 'provincePlanner' or held.role = 'officer' and above.depth > 0)
      and held.valid_from <= scheme_day(now()) and (held.valid_to is null or scheme_day(now()) < held.valid_to))
$$;
create policy as_oneself on target as restrictive for insert to tns_app
  with check (set_by_id = (select app_user()) and origin is not null and superseded_at is null and app_sets_targets(unit_id));
-- What was set stays as it was; it only stops to speak, once.
create policy once on target as restrictive for update to tns_app
  using (superseded_at is null and app_sets_targets(unit_id))
  with check (superseded_at is not null and superseded_by_id = (select app_user()));
create policy never on target as restrictive for delete to tns_app using (false);
grant insert on target to tns_app;
grant update (superseded_at, superseded_by_id) on target to tns_app;

-- Members of each of these units and everything below it on a day, for whoever may read its sums: what a target equals
-- that follows the members.
create function members_of_units(units uuid[], day date) returns table (unit_id uuid, members integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    with asked as materialized (select unit from unnest(units) unit where sees_report(unit)),
    counted as materialized (
      select member.unit_id, count(*) as members from member
      where province_id = app_province() and union_member and valid_from <= day and (valid_to is null or day < valid_to)
      group by member.unit_id)
    select asked.unit, coalesce(sum(counted.members), 0)::int
    from asked
    left join unit_ancestor below on below.ancestor_id = asked.unit and below.valid_from <= day and (below.valid_to is null or day < below.valid_to)
    left join counted on counted.unit_id = below.unit_id
    group by asked.unit
  $$;
grant create on schema public to tns_lookup;
alter function members_of_units(uuid[], date) owner to tns_lookup;
revoke create on schema public from tns_lookup;
revoke all on function members_of_units(uuid[], date) from public;
grant execute on function members_of_units(uuid[], date) to tns_app;
