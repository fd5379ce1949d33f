-- AlterTable
ALTER TABLE "household" ADD COLUMN     "alike" UUID[];

-- ── Heads a slip of a letter apart ───────────────────────────────────────────────────────────────

-- Two teams that enter one household each give it an id of its own, and a slip of a letter hides it from the keys. Who
-- reads the heads of a hamlet is the server (lib/server/households/note-alike.ts); here is only who is like whom.
grant update (alike) on household to tns_app;
grant select (alike) on household to tns_lookup;

-- As before, and the households that are alike.
create or replace function possible_doubles(entries uuid[]) returns table (entry_id uuid, other_id uuid, shared text)
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
      union
      select own.id, known.id, 'householdInformed'
      from entry own
      join household mine on mine.province_id = app_province() and mine.id = own.household_id
      cross join lateral unnest(mine.alike) as like_it (id)
      cross join lateral (
        select entry.id from entry
        where entry.province_id = app_province() and entry.household_id = like_it.id and entry.kind = 'householdVisit'
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

-- Flags of all visits at these households, also of those that the actor doesn't see.
create function refresh_household_doubles(households uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    perform refresh_double_flags(coalesce((
      select array_agg(entry.id) from entry
      where entry.province_id = app_province() and entry.household_id = any (households) and entry.kind = 'householdVisit'), '{}'));
  end $$;

grant create on schema public to tns_lookup;
do $$
declare name text;
begin
  foreach name in array array['possible_doubles(uuid[])', 'refresh_household_doubles(uuid[])'] loop
    execute format('alter function %s owner to tns_lookup', name);
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to tns_app', name);
  end loop;
end $$;
revoke create on schema public from tns_lookup;
