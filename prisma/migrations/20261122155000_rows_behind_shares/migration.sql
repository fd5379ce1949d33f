-- What stands behind a share, row by row and without a name: for whoever keeps the registers, and for officers of the unit
-- or above it, as with paper dossiers.
create function sees_register_rows(unit uuid) returns boolean language sql stable as $$
  select 'registers' = any (app_duties()) or app_holds('{officer}', unit, scheme_day(now()))
$$;

-- The rows that `settle_members` and `judge_outcomes` sum: each with where its unit stands in the tree of a day, and
-- whether it counts for the part of the share too. Registers as they spoke at the end of `known`; members and counted
-- accounts as of now, because of these no earlier state is kept. `offered`: services, by the register's names, that can
-- be had online; null for all. `told`: the register says something of what is asked.
create function share_rows(root uuid, tree_on date, asked text, first date, through date, known date, offered text[])
  returns table (unit_id uuid, place text, dossier_code text, last_four text, day date, service text, since date, counts boolean, told boolean, entry_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set jit = off
  as $$
  #variable_conflict use_column
  begin
    if not sees_register_rows(root) then return; end if;
    if asked = 'transacting_rate' then
      return query
      with placed as materialized (select place.* from report_places(root, tree_on) place)
      select placed.unit_id, placed.place, null::text, account.last_four, credited.counted_on, null::text, null::date, credited.transacting,
             coalesce(account.told, false), outcome.entry_id
      from outcome_standing credited
      join placed on placed.unit_id = credited.account_unit_id
      join outcome on outcome.id = credited.outcome_id
      left join lateral (
        select record.last_four, record.transaction_count is not null as told
        from register_record record join import_batch on import_batch.id = record.import_batch_id and import_batch.accepted_at is not null
        where record.province_id = app_province() and record.number_hash = outcome.key_hash and record.kind = 'account'
        order by import_batch.accepted_at desc, record.row_number desc limit 1
      ) account on true
      where credited.province_id = app_province() and credited.counted_on <= through and (first is null or credited.counted_on >= first);
    elsif asked in ('online_rate', 'online_share', 'online_payment_share') then
      return query
      -- First whose dossiers they are, then which of each one's rows speaks: looked up one by one, for these alone.
      with placed as materialized (select place.* from report_places(root, tree_on) place),
      start as materialized (select greatest(coalesce(first, '-infinity'::date), (scheme_rule('schemeStart') ->> 'date')::date) as day),
      owned as materialized (
        select placed.unit_id, placed.place, listed.import_batch_id, listed.row_number, listed.dossier_code, listed.last_four, listed.received_on, listed.service,
               listed.channel, listed.paid_online
        from placed
        join member on member.province_id = app_province() and member.unit_id = placed.unit_id and member.union_member
        join register_record listed on listed.province_id = app_province() and listed.number_hash = member.number_hash and listed.kind = 'dossier'
          and listed.received_on >= member.valid_from and (member.valid_to is null or listed.received_on < member.valid_to)
          and listed.received_on <= through and listed.received_on >= (select start.day from start)
        where case asked when 'online_payment_share' then listed.paid_online is not null
              when 'online_share' then listed.service is not null and (offered is null or listed.service = any (offered)) else true end
      )
      select owned.unit_id, owned.place, owned.dossier_code, owned.last_four, owned.received_on, owned.service, null::date,
             coalesce(case asked when 'online_payment_share' then owned.paid_online else owned.channel = 'online' end, false),
             case asked when 'online_payment_share' then owned.paid_online is not null else owned.channel is not null end, null::uuid
      from owned
      cross join lateral (
        select spoken.import_batch_id, spoken.row_number
        from register_record spoken
        join import_batch on import_batch.id = spoken.import_batch_id and scheme_day(import_batch.accepted_at) <= known
        where spoken.province_id = app_province() and spoken.kind = 'dossier' and spoken.dossier_code = owned.dossier_code
        order by import_batch.accepted_at desc, spoken.row_number desc limit 1
      ) speaks
      where (speaks.import_batch_id, speaks.row_number) = (owned.import_batch_id, owned.row_number);
    elsif asked in ('members_with_account', 'members_vneid2') then
      return query
      with placed as materialized (select place.* from report_places(root, tree_on) place)
      select placed.unit_id, placed.place, null::text, member.last_four, member.valid_from, null::text, account.since, coalesce(account.since <= through, false),
             account.since is not null, null::uuid
      from placed
      join member on member.province_id = app_province() and member.unit_id = placed.unit_id and member.union_member
        and member.valid_from <= through and (member.valid_to is null or through < member.valid_to)
      left join lateral (
        select case asked when 'members_vneid2' then record.linked_on else coalesce(record.created_on, record.linked_on) end as since
        from register_record record join import_batch on import_batch.id = record.import_batch_id and scheme_day(import_batch.accepted_at) <= known
        where record.province_id = app_province() and record.number_hash = member.number_hash and record.kind = 'account'
        order by import_batch.accepted_at desc, record.row_number desc limit 1
      ) account on true;
    end if;
  end $$;

-- The dossiers that `service_sums` counts, by the register's names of a service: for whoever keeps the register.
-- `named`: null for every name; `unnamed`: those without one too.
create function service_rows(first date, last date, known date, named text[], unnamed boolean)
  returns table (dossier_code text, last_four text, received_on date, service text, channel text)
  language sql stable security definer set search_path = public, pg_temp set jit = off
  as $$
    select listed.dossier_code, listed.last_four, listed.received_on, listed.service, listed.channel
    from register_record listed
    cross join lateral (
      select spoken.import_batch_id, spoken.row_number
      from register_record spoken
      join import_batch on import_batch.id = spoken.import_batch_id and scheme_day(import_batch.accepted_at) <= known
      where spoken.province_id = app_province() and spoken.kind = 'dossier' and spoken.dossier_code = listed.dossier_code
      order by import_batch.accepted_at desc, spoken.row_number desc limit 1
    ) speaks
    where listed.province_id = app_province() and listed.kind = 'dossier' and listed.received_on between first and last
      and 'registers' = any (app_duties())
      and (speaks.import_batch_id, speaks.row_number) = (listed.import_batch_id, listed.row_number)
      and (named is null or listed.service = any (named) or (unnamed and listed.service is null))
  $$;

grant create on schema public to tns_lookup;
do $$
declare name text;
begin
  foreach name in array array['share_rows(uuid, date, text, date, date, date, text[])', 'service_rows(date, date, date, text[], boolean)'] loop
    execute format('alter function %s owner to tns_lookup', name);
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to tns_app', name);
  end loop;
end $$;
revoke create on schema public from tns_lookup;
revoke all on function sees_register_rows(uuid) from public;
grant execute on function sees_register_rows(uuid) to tns_lookup;
