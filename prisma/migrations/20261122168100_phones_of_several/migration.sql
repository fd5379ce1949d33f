-- A phone on which people of several units work is no leader's alone. Whoever only once worked on it has no say any more.
create function app_manages_phone(phone uuid) returns boolean language sql stable parallel safe as $$
  select exists (
      select from device_manifest manifest
      where manifest.device_id = phone and (manifest.user_id = app_user() or app_manages(manifest.user_id)))
    and not exists (
      select from device_manifest manifest
      where manifest.device_id = phone and (manifest.pending_count > 0 or manifest.reported_at > now() - interval '90 days')
        and manifest.user_id <> app_user() and not app_manages(manifest.user_id))
$$;
alter policy by_managers on device using ((select app_user()) is null or app_manages_phone(id));

-- A phone that speaks is there, whatever was thought of it: it was not lost what it holds, and it was not wiped yet.
create function device_turned_up(phone uuid) returns void
  language sql security definer set search_path = public, pg_temp
  as $$
    update device set vanished_at = null, wiped_at = nullif(wiped_at, vanished_at)
    where province_id = app_province() and id = phone and vanished_at is not null
      and exists (select from device_manifest manifest where manifest.device_id = phone and manifest.user_id = app_user());
    delete from device_loss
    where province_id = app_province() and device_id = phone
      and exists (select from device where device.id = phone and vanished_at is null);
  $$;
create policy lookup on device_loss to tns_lookup using (true);
grant select on device, device_manifest to tns_lookup;
grant update (vanished_at, wiped_at) on device to tns_lookup;
grant select, delete on device_loss to tns_lookup;

-- How many sealed rows a phone has brought, in whatever names.
create function kept_from(phone uuid) returns integer
  language sql stable security definer set search_path = public, pg_temp
  as $$ select count(*)::int from recovered_command kept where kept.province_id = app_province() and kept.device_id = phone $$;
create policy lookup on recovered_command for select to tns_lookup using (true);
grant select (province_id, device_id) on recovered_command to tns_lookup;

grant create on schema public to tns_lookup;
do $$
declare name text;
begin
  foreach name in array array['device_turned_up(uuid)', 'kept_from(uuid)'] loop
    execute format('alter function %s owner to tns_lookup', name);
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to tns_app', name);
  end loop;
end $$;
revoke create on schema public from tns_lookup;

-- What is lost twice, after somebody had settled it once, is lost again.
grant update (pending_count, oldest_captured_at, noticed_at, new_device_id) on device_loss to tns_app;

-- A poster that was taken down: nobody asks to join that unit before it is opened again.
ALTER TABLE "join_poster" ADD COLUMN "closed_at" TIMESTAMPTZ(3);
create policy closed on join_poster for update to tns_app using (app_supervises(unit_id));
grant update (closed_at) on join_poster to tns_app;
