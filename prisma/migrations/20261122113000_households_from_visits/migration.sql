-- AlterTable
ALTER TABLE "household" ADD COLUMN     "head_entry_id" UUID;

-- CreateIndex
CREATE INDEX "household_province_id_merged_into_id_idx" ON "household"("province_id", "merged_into_id");

-- ── Households from visits ───────────────────────────────────────────────────────────────────────

-- What a household is follows from all of its visits, also from those of teams that the actor doesn't see. So these
-- functions look as tns_lookup, which may read what says so and nothing that is sealed.
create policy lookup on household for select to tns_lookup using (true);
create policy lookup_change on household for update to tns_lookup using (true);
create policy lookup_change on entry for update to tns_lookup using (true);
create policy lookup on subject for select to tns_lookup using (true);
create policy lookup on double_decision for select to tns_lookup using (true);
grant select (province_id, kind, household_id, subject_id, happened_on, happened_at, content, flags) on entry to tns_lookup;
grant update (flags) on entry to tns_lookup;
grant select (province_id, id, area_id, merged_into_id, head_entry_id, last_result, last_visit_on, come_back_on, visit_count, erased_at)
  on household to tns_lookup;
grant update (wrapped_key, key_version, sealed, head_hash, head_entry_id, last_result, last_visit_on, come_back_on, visit_count, erased_at, changed_xid)
  on household to tns_lookup;
grant select (province_id, id, erased_at) on subject to tns_lookup;
grant select on double_decision to tns_lookup;
grant update (head_entry_id) on household to tns_app;

create function entry_stands(status "EntryStatus") returns boolean language sql immutable parallel safe
  as $$ select status in ('submitted', 'returned', 'confirmed', 'reopened') $$;

-- Derives households anew from the visits that stand; the pure form is lib/domain/household/household-state.ts. A visit
-- at a household that was merged into another one is the other's. A head whose visit no longer stands goes.
create function refresh_households(households uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare roots uuid[];
  begin
    -- Locked by a statement of its own: the next one then sees what others have committed before.
    select array_agg(id) into roots from (
      select id from household
      where province_id = app_province() and id in (
        select coalesce(merged_into_id, id) from household where province_id = app_province() and id = any (households))
      order by id for update
    ) locked;

    update household set wrapped_key = null, key_version = null, sealed = null, head_hash = null, head_entry_id = null,
      changed_xid = pg_current_xact_id()
    where id = any (roots) and head_entry_id is not null
      and not exists (select from entry where entry.id = household.head_entry_id and entry_stands(entry.status));

    update household set last_result = state.last_result, last_visit_on = state.last_visit_on, come_back_on = state.come_back_on,
      visit_count = state.visit_count, changed_xid = pg_current_xact_id()
    from (
      select known.id as household_id, newest.content ->> 'result' as last_result, newest.happened_on as last_visit_on,
             (newest.content ->> 'comeBackOn')::date as come_back_on, coalesce(newest.visit_count, 0)::int as visit_count
      from household known
      left join lateral (
        select entry.content, entry.happened_on, count(*) over () as visit_count
        from household part join entry on entry.province_id = app_province() and entry.household_id = part.id
        where part.province_id = app_province() and (part.id = known.id or part.merged_into_id = known.id)
          and entry.kind = 'householdVisit' and entry_stands(entry.status)
          and entry.content -> 'household' ->> 'areaId' = part.area_id::text
        order by entry.happened_on desc, entry.happened_at desc, entry.id desc
        limit 1
      ) newest on true
      where known.id = any (roots)
    ) state
    where household.id = state.household_id
      and (household.last_result, household.last_visit_on, household.come_back_on, household.visit_count)
        is distinct from (state.last_result, state.last_visit_on, state.come_back_on, state.visit_count);
  end $$;

-- Destroys what is personal of the households whose visits' consent was taken back, with what was merged with them.
-- It does nothing that the erasure of the visit's own subject has not decided already.
create function erase_households(entries uuid[]) returns void
  language sql security definer set search_path = public, pg_temp
  as $$
    with visited as (
      select coalesce(household.merged_into_id, household.id) as id
      from entry
      join subject on subject.id = entry.subject_id and subject.erased_at is not null
      join household on household.id = entry.household_id
      where entry.province_id = app_province() and entry.id = any (entries) and entry.kind = 'householdVisit'
        and entry.content -> 'household' ->> 'areaId' = household.area_id::text
    )
    update household set wrapped_key = null, key_version = null, sealed = null, head_hash = null, head_entry_id = null,
      erased_at = now(), changed_xid = pg_current_xact_id()
    where province_id = app_province() and erased_at is null
      and (id in (select id from visited) or merged_into_id in (select id from visited))
  $$;

-- ── Possible doubles ─────────────────────────────────────────────────────────────────────────────

-- The entries that may be the same as these: the same key of evidence, or the same household informed twice. Only what
-- stands or waits, and nothing that somebody has looked at and found different. The limits keep the planner from
-- joining: each key is looked up by the index, whatever the statistics say.
create function possible_doubles(entries uuid[]) returns table (entry_id uuid, other_id uuid, shared text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    with pair as (
      select own.entry_id, known.entry_id as other_id, own.kind as shared
      from outcome own
      cross join lateral (
        select outcome.entry_id from outcome
        where outcome.province_id = app_province() and outcome.key_hash = own.key_hash and outcome.kind = own.kind
          and outcome.voided_at is null and outcome.entry_id <> own.entry_id
          and (select entry_stands(entry.status) or entry.status = 'quarantined' from entry where entry.id = outcome.entry_id)
        limit 20
      ) known
      where own.province_id = app_province() and own.entry_id = any (entries) and own.voided_at is null and own.key_hash is not null
      union
      select own.id, known.id, 'householdInformed'
      from entry own
      cross join lateral (
        select entry.id from entry
        where entry.province_id = app_province() and entry.household_id = own.household_id and entry.kind = 'householdVisit'
          and entry.id <> own.id and (entry_stands(entry.status) or entry.status = 'quarantined')
          and exists (select from outcome where outcome.province_id = app_province() and outcome.entry_id = entry.id and outcome.voided_at is null)
        limit 20
      ) known
      where own.province_id = app_province() and own.id = any (entries) and own.kind = 'householdVisit' and own.household_id is not null
        and exists (select from outcome where outcome.province_id = app_province() and outcome.entry_id = own.id and outcome.voided_at is null)
    )
    select distinct pair.entry_id, pair.other_id, pair.shared from pair
    where not exists (
      select from double_decision
      where double_decision.entry_id = least(pair.entry_id, pair.other_id) and double_decision.other_id = greatest(pair.entry_id, pair.other_id)
        and double_decision.verdict = 'different')
  $$;

-- Puts the flag on these entries and on those that may be the same, and takes it off where nothing is the same any more.
create function refresh_double_flags(entries uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare others uuid[];
  begin
    select array_agg(distinct doubles.other_id) into others from possible_doubles(entries) doubles;
    if others is null then
      update entry set flags = array_remove(flags, 'possibleDuplicate')
      where province_id = app_province() and id = any (entries) and 'possibleDuplicate' = any (flags);
      return;
    end if;
    -- In the order of ids, so that two slices don't wait for each other.
    perform id from entry where province_id = app_province() and id = any (entries || others) order by id for update;
    update entry set flags = case when state.wanted then array_append(flags, 'possibleDuplicate') else array_remove(flags, 'possibleDuplicate') end
    from (
      select entry.id as of_entry, (entry_stands(entry.status) or entry.status = 'quarantined') and entry.id in (
        select doubles.entry_id from possible_doubles(entries || others) doubles) as wanted
      from entry where province_id = app_province() and id = any (entries || others)
    ) state
    where entry.id = state.of_entry and ('possibleDuplicate' = any (flags)) <> state.wanted;
  end $$;

drop function recorded_keys(uuid[], text[], bytea[]);

grant create on schema public to tns_lookup;
do $$
declare name text;
begin
  foreach name in array array['refresh_households(uuid[])', 'erase_households(uuid[])', 'possible_doubles(uuid[])', 'refresh_double_flags(uuid[])'] loop
    execute format('alter function %s owner to tns_lookup', name);
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to tns_app', name);
  end loop;
end $$;
revoke create on schema public from tns_lookup;
