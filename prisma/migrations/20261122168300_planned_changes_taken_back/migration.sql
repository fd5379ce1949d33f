-- A change of the tree whose day has not come can be taken back. Who did, and when; the line itself stays. Of earlier changes
-- nobody wrote down what was handed over.
ALTER TABLE "unit_change" ADD COLUMN     "reversible" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "taken_back_at" TIMESTAMPTZ(3),
ADD COLUMN     "taken_back_by_id" UUID;
ALTER TABLE "unit_change" ALTER COLUMN "reversible" SET DEFAULT true;

-- What a unit handed over to its heir, row by row: how it stood before, and the row in which it goes on.
CREATE TABLE "unit_handover" (
    "province_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "row_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "continued_id" UUID,
    "valid_to" DATE,
    "place_id" UUID,

    CONSTRAINT "unit_handover_pkey" PRIMARY KEY ("unit_id","row_id")
);

CREATE INDEX "unit_handover_province_id_idx" ON "unit_handover"("province_id");

alter table unit_change add constraint taken_back_by_somebody check ((taken_back_at is null) = (taken_back_by_id is null));
alter table unit_handover add constraint known_kind check (kind in ('role', 'member', 'place', 'shift'));

-- A unit that was planned and taken back never is: its days are none.
alter table unit drop constraint ends_after_beginning;
alter table unit add constraint ends_after_beginning check (valid_to is null or valid_from <= valid_to);

alter table unit_handover enable row level security, force row level security;
create policy province on unit_handover as restrictive using (province_id = (select app_province()));
create policy everybody on unit_handover using (true);
grant select on unit_handover to tns_app;
grant select, insert, delete on unit_handover to tns_lookup;
grant select on unit_change to tns_lookup;
grant update (taken_back_at, taken_back_by_id) on unit_change to tns_lookup;
grant update (valid_to) on unit to tns_lookup;
grant update (valid_to), delete on unit_parent to tns_lookup;
grant delete on unit_successor, role_assignment, member to tns_lookup;
create policy taken_back on member for delete to tns_lookup using (true);

-- As it was, and each row that is handed over is written down, so that a plan can be taken back.
create or replace function hand_over_unit(source uuid, heir uuid, day date) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    if not (app_organises(source, true) and app_organises(heir, true)) then raise insufficient_privilege; end if;
    -- Whoever holds the same role there already keeps that one.
    insert into unit_handover (province_id, unit_id, row_id, kind, "from", continued_id, valid_to)
    select held.province_id, source, held.id, 'role', day, case when not exists (
        select from role_assignment there
        where there.province_id = app_province() and there.user_id = held.user_id and there.unit_id = heir and there.role = held.role
          and there.valid_from <= greatest(held.valid_from, day) and coalesce(there.valid_to, 'infinity') >= coalesce(held.valid_to, 'infinity'))
        then gen_random_uuid() end, held.valid_to
    from role_assignment held
    where held.province_id = app_province() and held.unit_id = source and (held.valid_to is null or held.valid_to > greatest(held.valid_from, day));
    insert into unit_handover (province_id, unit_id, row_id, kind, "from", continued_id, valid_to)
    select province_id, source, id, 'member', day, gen_random_uuid(), valid_to
    from member where province_id = app_province() and unit_id = source and (valid_to is null or valid_to > greatest(valid_from, day))
    union all
    select province_id, source, id, 'place', day, gen_random_uuid(), valid_to
    from place where province_id = app_province() and unit_id = source and (valid_to is null or valid_to > greatest(valid_from, day));
    insert into unit_handover (province_id, unit_id, row_id, kind, "from", place_id)
    select province_id, source, id, 'shift', hand_over_unit.day, place_id
    from shift where province_id = app_province() and unit_id = source and shift.day >= hand_over_unit.day and cancelled_at is null;

    insert into role_assignment (id, province_id, user_id, role, unit_id, valid_from, valid_to, granted_by_id)
    select step.continued_id, held.province_id, held.user_id, held.role, heir, greatest(held.valid_from, day), held.valid_to, app_user()
    from unit_handover step join role_assignment held on held.id = step.row_id
    where step.unit_id = source and step."from" = day and step.kind = 'role' and step.continued_id is not null;
    insert into member (id, province_id, number_hash, hash_version, unit_id, last_four, public_employee, union_member, valid_from, valid_to, import_batch_id)
    select step.continued_id, held.province_id, number_hash, hash_version, heir, last_four, public_employee, union_member, greatest(valid_from, day), held.valid_to, import_batch_id
    from unit_handover step join member held on held.id = step.row_id
    where step.unit_id = source and step."from" = day and step.kind = 'member';
    insert into place (id, province_id, unit_id, kind, name, area_id, valid_from, valid_to)
    select step.continued_id, held.province_id, heir, held.kind, name, area_id, greatest(valid_from, day), held.valid_to
    from unit_handover step join place held on held.id = step.row_id
    where step.unit_id = source and step."from" = day and step.kind = 'place';
    -- What was to begin later never does.
    update role_assignment held set valid_to = greatest(held.valid_from, day)
    from unit_handover step where step.unit_id = source and step."from" = day and step.kind = 'role' and held.id = step.row_id;
    update member held set valid_to = greatest(held.valid_from, day)
    from unit_handover step where step.unit_id = source and step."from" = day and step.kind = 'member' and held.id = step.row_id;
    update place held set valid_to = greatest(held.valid_from, day)
    from unit_handover step where step.unit_id = source and step."from" = day and step.kind = 'place' and held.id = step.row_id;
    update shift set unit_id = heir, place_id = coalesce((
      select here.id from place was join place here on here.unit_id = heir and here.kind = was.kind and here.name = was.name
        and here.valid_from <= shift.day and (here.valid_to is null or shift.day < here.valid_to)
      where was.id = shift.place_id and was.unit_id = source limit 1), shift.place_id)
    from unit_handover step where step.unit_id = source and step."from" = hand_over_unit.day and step.kind = 'shift' and shift.id = step.row_id;
  end $$;

-- The tree, and all that was handed over, as if the change had not been planned. What was decided since about what goes on
-- in the heir (a role that ends) holds where it came from.
create function take_back_unit_change(planned_id uuid, taken_at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    planned unit_change;
    ended uuid[];
  begin
    select * into planned from unit_change
    where id = planned_id and province_id = app_province() and reversible and taken_back_at is null and "from" > scheme_day(now());
    if not found or exists (select from unnest(planned.unit_ids) touched(id) where not app_organises(touched.id, true)) then raise insufficient_privilege; end if;
    select coalesce(array_agg(id::uuid), '{}') into ended from jsonb_array_elements_text(planned.effect->'closed') id;

    update role_assignment held set valid_to = case when step.continued_id is null then step.valid_to else next.valid_to end
    from unit_handover step left join role_assignment next on next.id = step.continued_id
    where step.unit_id = any (ended) and step."from" = planned."from" and step.kind = 'role' and held.id = step.row_id;
    update member held set valid_to = next.valid_to
    from unit_handover step join member next on next.id = step.continued_id
    where step.unit_id = any (ended) and step."from" = planned."from" and step.kind = 'member' and held.id = step.row_id;
    update place held set valid_to = next.valid_to
    from unit_handover step join place next on next.id = step.continued_id
    where step.unit_id = any (ended) and step."from" = planned."from" and step.kind = 'place' and held.id = step.row_id;
    update shift set unit_id = step.unit_id, place_id = step.place_id
    from unit_handover step where step.unit_id = any (ended) and step."from" = planned."from" and step.kind = 'shift' and shift.id = step.row_id;
    -- The heir's own shifts at a counter that it would have had.
    update shift set place_id = step.row_id
    from unit_handover step where step.unit_id = any (ended) and step."from" = planned."from" and step.kind = 'place' and shift.place_id = step.continued_id;
    delete from role_assignment using unit_handover step
    where step.unit_id = any (ended) and step."from" = planned."from" and step.kind = 'role' and role_assignment.id = step.continued_id;
    delete from member using unit_handover step
    where step.unit_id = any (ended) and step."from" = planned."from" and step.kind = 'member' and member.id = step.continued_id;
    -- Other things may name it: it never opens.
    update place set valid_to = place.valid_from
    from unit_handover step where step.unit_id = any (ended) and step."from" = planned."from" and step.kind = 'place' and place.id = step.continued_id;
    delete from unit_handover step where step.unit_id = any (ended) and step."from" = planned."from";

    delete from unit_successor step where step.unit_id = any (ended) and step."from" = planned."from";
    delete from unit_parent where valid_from = planned."from" and unit_id in (
      select (one->>'unitId')::uuid from jsonb_array_elements(planned.effect->'moved') one
      union all select (one->>'id')::uuid from jsonb_array_elements(planned.effect->'opened') one);
    update unit_parent set valid_to = null where valid_to = planned."from" and unit_id in (
      select (one->>'unitId')::uuid from jsonb_array_elements(planned.effect->'moved') one union all select unnest(ended));
    update unit set valid_to = null where id = any (ended);
    update unit set valid_to = valid_from where id in (select (one->>'id')::uuid from jsonb_array_elements(planned.effect->'opened') one);
    update unit_change set taken_back_at = taken_at, taken_back_by_id = app_user() where id = planned_id;
    perform refresh_unit_ancestors();
  end $$;

grant create on schema public to tns_lookup;
alter function take_back_unit_change(uuid, timestamptz) owner to tns_lookup;
revoke all on function take_back_unit_change(uuid, timestamptz) from public;
grant execute on function take_back_unit_change(uuid, timestamptz) to tns_app;
revoke create on schema public from tns_lookup;
