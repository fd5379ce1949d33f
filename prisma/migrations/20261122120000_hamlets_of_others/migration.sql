-- A campaign shows the households of its hamlets to its teams. So a hamlet whose households are known already is planned
-- only by whoever sees them; one of which nobody knows a household, by anybody who plans.
create function hamlet_known(hamlet uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from household where province_id = app_province() and area_id = hamlet) $$;
grant create on schema public to tns_lookup;
alter function hamlet_known(uuid) owner to tns_lookup;
revoke create on schema public from tns_lookup;
revoke all on function hamlet_known(uuid) from public;
grant execute on function hamlet_known(uuid) to tns_app;

create policy seen_or_new on campaign_area as restrictive for insert to tns_app
  with check (area_id = any ((select app_areas())::uuid[]) or not hamlet_known(area_id));
