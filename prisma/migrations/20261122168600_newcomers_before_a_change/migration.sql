-- Between the planning of a change of the tree and its day people come and go. Whoever comes to a unit that ends goes on in
-- its heir like those who were there; whose role ends before the day has none in the heir on it.
create function continue_in_heir() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    if not exists (select from came) or not exists (select from unit_change where province_id = app_province() and "from" > scheme_day(now())) then return null; end if;
    -- Whoever plans a change meanwhile waits, or is waited for: each sees what the other left.
    perform pg_advisory_xact_lock_shared(hashtextextended('units/' || app_province(), 0));
    insert into unit_handover (province_id, unit_id, row_id, kind, "from", continued_id, valid_to)
    select came.province_id, came.unit_id, came.id, 'role', planned."from", case when not exists (
        select from role_assignment there
        where there.province_id = came.province_id and there.user_id = came.user_id and there.unit_id = way.into_id and there.role = came.role
          and there.valid_from <= greatest(came.valid_from, planned."from") and coalesce(there.valid_to, 'infinity') >= coalesce(came.valid_to, 'infinity'))
        then gen_random_uuid() end, came.valid_to
    from came
    join unit_change planned on planned.province_id = app_province() and planned."from" > scheme_day(now()) and planned.taken_back_at is null and came.unit_id = any (planned.unit_ids)
    cross join lateral (select (one->>'unitId')::uuid as unit_id, (one->>'intoId')::uuid as into_id from jsonb_array_elements(planned.effect->'carried') one) way
    where way.unit_id = came.unit_id and (came.valid_to is null or came.valid_to > greatest(came.valid_from, planned."from"));
    insert into role_assignment (id, province_id, user_id, role, unit_id, valid_from, valid_to, granted_by_id)
    select step.continued_id, came.province_id, came.user_id, came.role, way.into_id, greatest(came.valid_from, step."from"), came.valid_to, came.granted_by_id
    from came join unit_handover step on step.unit_id = came.unit_id and step.row_id = came.id and step.continued_id is not null
    join unit_change planned on planned.province_id = app_province() and planned."from" = step."from" and planned.taken_back_at is null and came.unit_id = any (planned.unit_ids)
    cross join lateral (select (one->>'unitId')::uuid as unit_id, (one->>'intoId')::uuid as into_id from jsonb_array_elements(planned.effect->'carried') one) way
    where way.unit_id = came.unit_id;
    update role_assignment held set valid_to = greatest(held.valid_from, step."from")
    from came join unit_handover step on step.unit_id = came.unit_id and step.row_id = came.id where held.id = came.id;
    return null;
  end $$;

create function end_in_heir() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare continued uuid;
  begin
    -- Taken back, the plan leaves the end as it is.
    select continued_id into continued from unit_handover where unit_id = new.unit_id and row_id = new.id and new.valid_to < "from" for update;
    if not found then return null; end if;
    update unit_handover set continued_id = null, valid_to = new.valid_to where unit_id = new.unit_id and row_id = new.id;
    update role_assignment set valid_to = valid_from where id = continued;
    return null;
  end $$;

grant update (continued_id, valid_to) on unit_handover to tns_lookup;
grant create on schema public to tns_lookup;
alter function continue_in_heir() owner to tns_lookup;
alter function end_in_heir() owner to tns_lookup;
revoke create on schema public from tns_lookup;
revoke all on function continue_in_heir(), end_in_heir() from public;

create trigger continue_in_heir after insert on role_assignment referencing new table as came for each statement execute function continue_in_heir();
create trigger end_in_heir after update of valid_to on role_assignment for each row when (new.valid_to is distinct from old.valid_to) execute function end_in_heir();
