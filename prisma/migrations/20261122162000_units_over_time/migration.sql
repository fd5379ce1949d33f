-- What a unit was called before its name of today.
CREATE TABLE "unit_former_name" (
    "province_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,

    CONSTRAINT "unit_former_name_pkey" PRIMARY KEY ("unit_id","valid_from")
);

-- Who changed the tree, and how: what was asked for and what came of it. Units only, nobody's personal data.
CREATE TABLE "unit_change" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "unit_ids" UUID[],
    "change" JSONB NOT NULL,
    "effect" JSONB NOT NULL,
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unit_change_pkey" PRIMARY KEY ("id")
);

-- Whose entries of which days are whose to see: units above it on these days, and whoever carries one of those on.
CREATE TABLE "unit_jurisdiction" (
    "province_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "days_from" DATE NOT NULL,
    "days_to" DATE,
    "whole" BOOLEAN NOT NULL,

    CONSTRAINT "unit_jurisdiction_pkey" PRIMARY KEY ("unit_id","holder_id","days_from")
);

CREATE INDEX "unit_former_name_province_id_idx" ON "unit_former_name"("province_id");
CREATE INDEX "unit_change_province_id_set_at_idx" ON "unit_change"("province_id", "set_at");
CREATE INDEX "unit_change_unit_ids_idx" ON "unit_change" USING GIN ("unit_ids");
CREATE INDEX "unit_jurisdiction_province_id_holder_id_idx" ON "unit_jurisdiction"("province_id", "holder_id");
CREATE INDEX "unit_successor_province_id_successor_id_idx" ON "unit_successor"("province_id", "successor_id");

-- ── What no code may break ───────────────────────────────────────────────────────────────────────

alter table unit add constraint ends_after_beginning check (valid_to is null or valid_from < valid_to);
alter table unit_parent add constraint ends_after_beginning check (valid_to is null or valid_from < valid_to);
alter table unit_former_name add constraint ends_after_beginning check (valid_from < valid_to);
alter table unit_successor add constraint not_itself check (unit_id <> successor_id);
alter table unit_change add constraint known_kind check (kind in ('open', 'rename', 'move', 'merge', 'split', 'close'));
create unique index unit_parent_for_good on unit_parent (unit_id) where valid_to is null;

-- On each day a unit stands below one other, which is of a higher kind: so nothing ever goes round.
create function keep_parents_apart() returns trigger language plpgsql as $$
  begin
    if exists (
      select from unit_parent other
      where other.unit_id = new.unit_id and other.valid_from <> new.valid_from
        and daterange(other.valid_from, other.valid_to) && daterange(new.valid_from, new.valid_to))
    then raise exclusion_violation using message = 'A unit has one parent at a time'; end if;
    if not (select parent.kind < child.kind from unit parent, unit child where parent.id = new.parent_id and child.id = new.unit_id)
    then raise check_violation using message = 'A unit stands below units of a higher kind'; end if;
    return null;
  end $$;
create constraint trigger parents_apart after insert or update on unit_parent deferrable initially deferred
  for each row execute function keep_parents_apart();

-- ── The tree of any day ──────────────────────────────────────────────────────────────────────────

-- The closure of the dated tree: a path is valid while every step of it is. Paths of the same length that follow each
-- other are one, so that whoever asks without a day meets a unit above once. Only what differs is written.
create or replace function refresh_unit_ancestors() returns void
  language plpgsql set search_path = public, pg_temp set jit = off
  as $$
  begin
    with recursive path(unit_id, ancestor_id, depth, days) as (
      select id, id, 0, daterange(valid_from, valid_to) from unit where province_id = app_province()
      union all
      select path.unit_id, step.parent_id, path.depth + 1, path.days * daterange(step.valid_from, step.valid_to)
      from path join unit_parent step on step.unit_id = path.ancestor_id and step.province_id = app_province()
      where path.days && daterange(step.valid_from, step.valid_to)
    ), joined as (
      select unit_id, ancestor_id, depth, unnest(range_agg(days)) as days from path group by unit_id, ancestor_id, depth
    ), fresh as materialized (
      select unit_id, ancestor_id, depth, lower(days) as valid_from, upper(days) as valid_to from joined
    ), gone as (
      delete from unit_ancestor old
      where province_id = app_province() and (unit_id, ancestor_id, valid_from) not in (select unit_id, ancestor_id, valid_from from fresh)
    )
    insert into unit_ancestor as old (province_id, unit_id, ancestor_id, depth, valid_from, valid_to)
    select app_province(), unit_id, ancestor_id, depth, valid_from, valid_to from fresh
    where (unit_id, ancestor_id, depth, valid_from, coalesce(valid_to, 'infinity')) not in (
      select unit_id, ancestor_id, depth, valid_from, coalesce(valid_to, 'infinity') from unit_ancestor where province_id = app_province())
    on conflict (unit_id, ancestor_id, valid_from) do update set depth = excluded.depth, valid_to = excluded.valid_to;

    -- A unit's first path reaches back, and its last one on: a phone's clock may be off.
    with recursive heir(unit_id, heir_id) as (
      select unit_id, successor_id from unit_successor where province_id = app_province()
      union
      select heir.unit_id, next.successor_id from heir join unit_successor next on next.unit_id = heir.heir_id and next.province_id = app_province()
    ), held as (
      select above.unit_id, above.ancestor_id as holder_id,
             daterange(case when above.valid_from <= unit.valid_from then '0001-01-01' else above.valid_from end,
                       case when above.valid_to < coalesce(unit.valid_to, 'infinity') then above.valid_to end) as days
      from unit_ancestor above join unit on unit.id = above.unit_id
      where above.province_id = app_province()
    ), joined as (
      select unit_id, holder_id, unnest(range_agg(days)) as days
      from (
        select unit_id, holder_id, days from held
        union all
        -- What a unit of before held goes on in its heirs, and in whoever stands above these.
        select held.unit_id, above.ancestor_id, held.days
        from heir
        join held on held.holder_id = heir.unit_id
        join unit_ancestor above on above.unit_id = heir.heir_id
      ) holding
      group by unit_id, holder_id
    ), fresh as materialized (
      select unit_id, holder_id, lower(days) as days_from, upper(days) as days_to, lower(days) = '0001-01-01' and upper_inf(days) as whole from joined
    ), gone as (
      delete from unit_jurisdiction old
      where province_id = app_province() and (unit_id, holder_id, days_from) not in (select unit_id, holder_id, days_from from fresh)
    )
    insert into unit_jurisdiction as old (province_id, unit_id, holder_id, days_from, days_to, whole)
    select app_province(), unit_id, holder_id, days_from, days_to, whole from fresh
    where (unit_id, holder_id, days_from, coalesce(days_to, 'infinity'), whole) not in (
      select unit_id, holder_id, days_from, coalesce(days_to, 'infinity'), whole from unit_jurisdiction where province_id = app_province())
    on conflict (unit_id, holder_id, days_from) do update set days_to = excluded.days_to, whole = excluded.whole;
  end $$;

-- These units with those that they carry on by a day: codes and hamlets of a unit of before are used by its heirs.
create function with_forerunners(units uuid[], day date) returns uuid[] language sql stable as $$
  with recursive known(id) as (
    select unnest(units)
    union
    select unit_successor.unit_id from known join unit_successor on unit_successor.successor_id = known.id and unit_successor."from" <= day
  )
  select array_agg(id) from known
$$;

-- As it was, and under the tree of another day an organisation has the articles of what it was made of, or became.
create or replace function report_organisations(root uuid, tree_on date, first date, through date, known date)
  returns table (organisation_id uuid, stage text, count bigint)
  language sql stable security definer set search_path = public, pg_temp set jit = off
  as $$
    with recursive allowed as materialized (select true where sees_report(root)),
    sums as materialized (select sums.* from allowed, tally_sums(first, through, known, 'articles') sums),
    walk as (
      select distinct unit_id, unit_id as at_id from sums
      union
      select walk.unit_id, step.next
      from walk
      join unit here on here.id = walk.at_id
      cross join lateral (
        select successor_id as next from unit_successor where unit_successor.unit_id = here.id and here.valid_to <= tree_on
        union all
        select unit_successor.unit_id from unit_successor where successor_id = here.id and here.valid_from > tree_on
      ) step
    ), standing as materialized (
      select walk.unit_id, min(walk.at_id::text)::uuid as at_id
      from walk join unit there on there.id = walk.at_id and there.valid_from <= tree_on and (there.valid_to is null or tree_on < there.valid_to)
      group by walk.unit_id having count(*) = 1
    )
    select organisation.id, sums.stage, sum(sums.count)::bigint
    from allowed, unit organisation
    join unit_ancestor within on within.unit_id = organisation.id and within.ancestor_id = root
      and within.valid_from <= tree_on and (within.valid_to is null or tree_on < within.valid_to)
    join unit_ancestor below on below.ancestor_id = organisation.id
      and below.valid_from <= tree_on and (below.valid_to is null or tree_on < below.valid_to)
    join standing on standing.at_id = below.unit_id
    join sums on sums.unit_id = standing.unit_id
    where organisation.kind = 'grassroots'
    group by 1, 2
  $$;

-- ── Walls ────────────────────────────────────────────────────────────────────────────────────────

do $$
declare name text;
begin
  foreach name in array array['unit_former_name', 'unit_change', 'unit_jurisdiction'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy province on %I as restrictive using (province_id = (select app_province()))', name);
    execute format('create policy everybody on %I using (true)', name);
    execute format('grant select on %I to tns_app, tns_lookup', name);
  end loop;
end $$;

-- Entries are seen by whoever stood above their unit on their day, or carries that on. Nearly always that is all days.
drop policy own_or_supervised on entry;
create policy own_or_supervised on entry to tns_app using (
  author_id = (select app_user())
  or unit_id in (select unit_id from unit_jurisdiction where holder_id = any ((select app_scope())::uuid[]) and whole)
  or unit_id in (select unit_id from unit_jurisdiction where holder_id = any ((select app_scope())::uuid[]) and not whole)
    and exists (
      select from unit_jurisdiction held
      where held.unit_id = entry.unit_id and held.holder_id = any ((select app_scope())::uuid[])
        and held.days_from <= entry.happened_on and (held.days_to is null or entry.happened_on < held.days_to))
);

-- Plans and points of a unit of before are in the hands of its heirs, as its evidence and its hamlets are.
create or replace function app_supervises(unit uuid) returns boolean language sql stable parallel safe as $$
  select exists (select from unit_jurisdiction where unit_id = unit and holder_id = any ((select app_scope())::uuid[]))
$$;
create or replace function app_holds(roles text[], unit uuid, day date) returns boolean language sql stable parallel safe as $$
  select exists (
    select from unit_jurisdiction above join role_assignment held on held.unit_id = above.holder_id
    where above.unit_id = unit and held.user_id = app_user() and held.role::text = any (roles)
      and held.valid_from <= day and (held.valid_to is null or day < held.valid_to))
$$;
create or replace function app_areas() returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(distinct campaign_area.area_id), '{}')
  from campaign_area
  join unit_jurisdiction on unit_jurisdiction.unit_id = campaign_area.team_id
  join role_assignment on role_assignment.unit_id = unit_jurisdiction.holder_id
  where role_assignment.user_id = app_user() and role_assignment.role in ('volunteer', 'leader', 'officer', 'provinceVerifier')
    and role_assignment.valid_from <= now()::date and (role_assignment.valid_to is null or now()::date < role_assignment.valid_to)
$$;

-- Who changes the tree: officers and the verifier of the province, each below the own unit; lib/domain/organisation/permission.ts.
create function app_organises(unit uuid, below boolean) returns boolean language sql stable parallel safe as $$
  select exists (
    select from unit_ancestor above
    join role_assignment held on held.unit_id = above.ancestor_id
    join app_user person on person.id = held.user_id and person.disabled_at is null
    where above.unit_id = unit and (above.depth > 0 or not below) and (above.valid_to is null or scheme_day(now()) < above.valid_to)
      and held.user_id = app_user() and held.role in ('officer', 'provinceVerifier')
      and held.valid_from <= scheme_day(now()) and (held.valid_to is null or scheme_day(now()) < held.valid_to))
$$;
-- A unit without anything above it stands in no tree yet.
create function app_begins(unit uuid) returns boolean language sql stable as $$
  select not exists (select from unit_ancestor where unit_id = unit)
$$;

create policy organisers_add on unit as restrictive for insert to tns_app
  with check (kind <> 'province' and valid_to is null and cardinality((select app_scope())) > 0);
create policy organisers_change on unit as restrictive for update to tns_app using (app_organises(id, true));
create policy never on unit as restrictive for delete to tns_app using (false);
create policy organisers_add on unit_parent as restrictive for insert to tns_app
  with check (app_organises(parent_id, false) and (app_begins(unit_id) or app_organises(unit_id, true)));
create policy organisers_change on unit_parent as restrictive for update to tns_app using (valid_to is null and app_organises(unit_id, true)) with check (valid_to is not null);
create policy never on unit_parent as restrictive for delete to tns_app using (false);
create policy organisers_add on unit_successor as restrictive for insert to tns_app
  with check (app_organises(unit_id, true) and app_organises(successor_id, true));
create policy organisers_add on unit_former_name as restrictive for insert to tns_app with check (app_organises(unit_id, true));
-- A line of what happened is written with what it tells: by oneself, about units that one changes.
create policy as_oneself on unit_change as restrictive for insert to tns_app
  with check (set_by_id = (select app_user()) and cardinality((select app_scope())) > 0);
grant insert on unit, unit_parent, unit_successor, unit_former_name, unit_change to tns_app;
grant update (name, valid_to) on unit to tns_app;
grant update (valid_to) on unit_parent to tns_app;

create policy lookup on shift for select to tns_lookup using (true);
grant select, insert, update, delete on unit_ancestor, unit_jurisdiction to tns_lookup;
grant select, insert on role_assignment, member, place to tns_lookup;
grant update (valid_to) on role_assignment, member, place to tns_lookup;
grant select on shift, app_user to tns_lookup;
grant update (unit_id, place_id) on shift to tns_lookup;
create policy handed_over on member for update to tns_lookup using (true);
create policy hand_over on member for insert to tns_lookup with check (true);

-- From a day on, people with their roles, members of the register, counters and planned shifts of a unit go on in its heir. What
-- was before stays where it was. Whoever holds the same role there already keeps that one.
create function hand_over_unit(source uuid, heir uuid, day date) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    if not (app_organises(source, true) and app_organises(heir, true)) then raise insufficient_privilege; end if;
    insert into role_assignment (id, province_id, user_id, role, unit_id, valid_from, valid_to, granted_by_id)
    select gen_random_uuid(), held.province_id, held.user_id, held.role, heir, greatest(held.valid_from, day), held.valid_to, app_user()
    from role_assignment held
    where held.province_id = app_province() and held.unit_id = source and (held.valid_to is null or held.valid_to > greatest(held.valid_from, day))
      and not exists (
        select from role_assignment there
        where there.province_id = app_province() and there.user_id = held.user_id and there.unit_id = heir and there.role = held.role
          and there.valid_from <= greatest(held.valid_from, day) and coalesce(there.valid_to, 'infinity') >= coalesce(held.valid_to, 'infinity'));
    -- What was to begin later never does.
    update role_assignment set valid_to = greatest(valid_from, day)
    where province_id = app_province() and unit_id = source and (valid_to is null or valid_to > greatest(valid_from, day));
    insert into member (id, province_id, number_hash, hash_version, unit_id, last_four, public_employee, union_member, valid_from, valid_to, import_batch_id)
    select gen_random_uuid(), province_id, number_hash, hash_version, heir, last_four, public_employee, union_member, greatest(valid_from, day), valid_to, import_batch_id
    from member where province_id = app_province() and unit_id = source and (valid_to is null or valid_to > greatest(valid_from, day));
    update member set valid_to = greatest(valid_from, day)
    where province_id = app_province() and unit_id = source and (valid_to is null or valid_to > greatest(valid_from, day));
    insert into place (id, province_id, unit_id, kind, name, area_id, valid_from, valid_to)
    select gen_random_uuid(), province_id, heir, kind, name, area_id, greatest(valid_from, day), valid_to
    from place where province_id = app_province() and unit_id = source and (valid_to is null or valid_to > greatest(valid_from, day));
    update place set valid_to = greatest(valid_from, day)
    where province_id = app_province() and unit_id = source and (valid_to is null or valid_to > greatest(valid_from, day));
    update shift set unit_id = heir, place_id = coalesce((
      select here.id from place was join place here on here.unit_id = heir and here.kind = was.kind and here.name = was.name
        and here.valid_from <= shift.day and (here.valid_to is null or shift.day < here.valid_to)
      where was.id = shift.place_id and was.unit_id = source limit 1), place_id)
    where province_id = app_province() and unit_id = source and shift.day >= hand_over_unit.day and cancelled_at is null;
  end $$;

-- After a change, for whoever may make one.
create function settle_unit_tree() returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    if not exists (
      select from role_assignment
      where user_id = app_user() and role in ('officer', 'provinceVerifier')
        and valid_from <= scheme_day(now()) and (valid_to is null or scheme_day(now()) < valid_to))
    then raise insufficient_privilege; end if;
    perform refresh_unit_ancestors();
  end $$;

-- Devices of the people of these units who are there on a day or later, and what they said last that they hold.
create function unit_phones(units uuid[], day date) returns table (unit_id uuid, phones integer, unsent integer)
  language sql stable as $$
    select held.unit_id, count(distinct device_manifest.device_id)::int, coalesce(sum(device_manifest.pending_count), 0)::int
    from (select distinct role_assignment.unit_id, user_id from role_assignment
          where role_assignment.unit_id = any (units) and (valid_to is null or valid_to > day)) held
    join device_manifest on device_manifest.user_id = held.user_id
    join device on device.id = device_manifest.device_id and device.revoked_at is null
    group by held.unit_id
  $$;

-- How many members of the register each of these units has itself from a day on, for whoever may change it.
create function unit_members(units uuid[], day date) returns table (unit_id uuid, members integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select member.unit_id, count(*)::int from member
    where province_id = app_province() and member.unit_id = any (units) and (valid_to is null or valid_to > greatest(valid_from, day))
      and app_organises(member.unit_id, false)
    group by member.unit_id
  $$;

grant create on schema public to tns_lookup;
do $$
declare name text;
begin
  foreach name in array array['settle_unit_tree()', 'hand_over_unit(uuid, uuid, date)', 'unit_members(uuid[], date)'] loop
    execute format('alter function %s owner to tns_lookup', name);
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to tns_app', name);
  end loop;
end $$;
revoke create on schema public from tns_lookup;
revoke all on function refresh_unit_ancestors() from public;
grant execute on function refresh_unit_ancestors() to tns_lookup;

-- Provinces that are there already.
do $$
declare one uuid;
begin
  for one in select id from province loop
    perform set_config('app.province', one::text, true);
    perform refresh_unit_ancestors();
  end loop;
  perform set_config('app.province', '', true);
end $$;
