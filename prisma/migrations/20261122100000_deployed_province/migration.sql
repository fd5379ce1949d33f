-- Which province this deployment serves: asked once, before anybody is known. Answers with ids alone.
create policy lookup on province for select to tns_lookup using (true);
grant select (id) on province to tns_lookup;
create function deployed_provinces() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$ select id from province $$;
grant create on schema public to tns_lookup;
alter function deployed_provinces() owner to tns_lookup;
revoke create on schema public from tns_lookup;
revoke all on function deployed_provinces() from public;
grant execute on function deployed_provinces() to tns_app;
