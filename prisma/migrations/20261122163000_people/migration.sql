-- Who is in a list, or joins by an invitation, has no password before somebody gives one.
ALTER TABLE "app_user" ALTER COLUMN "password_hash" DROP NOT NULL;

-- CreateTable
CREATE TABLE "person_change" (
    "id" UUID NOT NULL,
    "province_id" UUID NOT NULL,
    "command_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "role" "RoleName",
    "unit_id" UUID,
    "area_id" UUID,
    "day" DATE,
    "actor_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "person_change_province_id_user_id_at_idx" ON "person_change"("province_id", "user_id", "at");

-- CreateIndex
CREATE INDEX "person_change_province_id_command_id_idx" ON "person_change"("province_id", "command_id");

alter table person_change add constraint known_kind check (
  kind in ('created', 'imported', 'renamed', 'kindChanged', 'roleGranted', 'roleEnded', 'disabled', 'enabled', 'passwordIssued'));

-- Names are found without marks, as everywhere (lib/domain/text/fold.ts).
create function folded(said text) returns text language sql immutable parallel safe
  as $$ select lower(translate(regexp_replace(normalize(said, nfd), '[\u0300-\u036f]', '', 'g'), 'Đđ', 'dd')) $$;

-- ── Walls ────────────────────────────────────────────────────────────────────────────────────────

-- Units at and below these, as the tree stands on a day; a unit that is not there then is where it was nearest to it.
create function units_below(tops uuid[], day date) returns table (unit_id uuid, depth integer) language sql stable parallel safe as $$
  select path.unit_id, min(path.depth)
  from unit_ancestor path
  join unit on unit.id = path.unit_id
  cross join lateral (select greatest(unit.valid_from, least(day, coalesce(unit.valid_to - 1, day))) as day) nearest
  where path.ancestor_id = any (tops) and path.valid_from <= nearest.day and (path.valid_to is null or nearest.day < path.valid_to)
  group by path.unit_id
$$;

-- Where somebody belongs: what is held from a day on, or, where that is nothing, what was held last.
create function homes_of(person uuid, day date) returns setof role_assignment language sql stable parallel safe as $$
  select held.* from role_assignment held
  where held.user_id = person and (held.valid_to is null or held.valid_from < held.valid_to)
    and coalesce(held.valid_to, 'infinity') >= least(day + 1, (
      select max(coalesce(last.valid_to, 'infinity')) from role_assignment last
      where last.user_id = person and (last.valid_to is null or last.valid_from < last.valid_to)))
$$;

-- Who gives which role where, and takes it: lib/domain/people/grants.ts. Roles over areas are the province's to give.
create function app_grants(wanted text, unit uuid, area uuid) returns boolean language sql stable parallel safe as $$
  select exists (
    select from role_assignment held
    join app_user manager on manager.id = held.user_id and manager.disabled_at is null
    where held.user_id = app_user()
      and held.valid_from <= scheme_day(now()) and (held.valid_to is null or scheme_day(now()) < held.valid_to)
      and case
        when unit is null then area is not null and held.role = 'provinceVerifier' and exists (select from unit top where top.id = held.unit_id and top.kind = 'province')
        else exists (
          select from unit_ancestor path
          join unit placed on placed.id = path.unit_id
          cross join lateral (select greatest(placed.valid_from, least(scheme_day(now()), coalesce(placed.valid_to - 1, scheme_day(now())))) as day) nearest
          where path.unit_id = unit and path.ancestor_id = held.unit_id and path.valid_from <= nearest.day and (path.valid_to is null or nearest.day < path.valid_to)
            and (held.role = 'provinceVerifier'
              or held.role = 'officer' and (wanted in ('volunteer', 'leader', 'observer') or wanted = 'officer' and path.depth > 0)
              or held.role = 'leader' and wanted = 'volunteer'))
      end)
$$;

-- Does the actor give, and so take, all that this person holds? Nobody changes oneself.
create function app_manages(person uuid) returns boolean language sql stable parallel safe as $$
  select person <> app_user()
    and not exists (select from homes_of(person, scheme_day(now())) home where not app_grants(home.role::text, home.unit_id, home.area_id))
    and (exists (select from homes_of(person, scheme_day(now())))
      or exists (
        select from role_assignment held join unit top on top.id = held.unit_id and top.kind = 'province'
        where held.user_id = app_user() and held.role = 'provinceVerifier'
          and held.valid_from <= scheme_day(now()) and (held.valid_to is null or scheme_day(now()) < held.valid_to)))
$$;

-- Who signs in, or joins, is nobody yet.
alter policy own_or_signing_in on app_user using (
  id = (select app_user()) or (select app_user()) is null or app_manages(id)
);
create policy by_managers on app_user as restrictive for insert to tns_app with check (
  (select app_user()) is null or cardinality((select app_scope())) > 0
);
create policy never on app_user as restrictive for delete to tns_app using (false);
create policy by_managers on role_assignment as restrictive for insert to tns_app with check (
  (select app_user()) is null
  or user_id <> (select app_user()) and granted_by_id = (select app_user()) and app_grants(role::text, unit_id, area_id)
);
create policy ended_by_managers on role_assignment as restrictive for update to tns_app using (
  (select app_user()) is null or user_id <> (select app_user()) and app_grants(role::text, unit_id, area_id)
);
create policy never on role_assignment as restrictive for delete to tns_app using (false);
grant insert on app_user, role_assignment to tns_app;
grant update (name, disabled_at) on app_user to tns_app;
-- What was held, and where, stays as it was; it only ends.
grant update (valid_to) on role_assignment to tns_app;

-- What became of a person: read by the person and whoever supervises a unit of theirs, never changed.
alter table person_change enable row level security, force row level security;
create policy province on person_change as restrictive using (province_id = (select app_province()));
create policy as_oneself on person_change for insert to tns_app with check (actor_id = (select app_user()));
create policy own_or_supervised on person_change for select to tns_app using (
  user_id = (select app_user()) or actor_id = (select app_user()) or 'registers' = any ((select app_duties())::text[])
  or exists (
    select from role_assignment held
    join unit_ancestor path on path.unit_id = held.unit_id and path.ancestor_id = any ((select app_scope())::uuid[])
    where held.user_id = person_change.user_id)
);
grant select, insert on person_change to tns_app;
