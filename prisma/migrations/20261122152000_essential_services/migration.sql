-- What registers and reports call a service too, word for word: data, because others call things as they like.
ALTER TABLE "service" ADD COLUMN "other_names" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- Days of receipt lie together on the disk as they came, so a few pages say where a month is, and an import pays nothing.
CREATE INDEX "register_record_received" ON "register_record" USING brin ("received_on") WITH (autosummarize = on) WHERE kind = 'dossier';

-- Sums of the whole register: for whoever keeps it, and for observers of the province.
create function sees_register_sums() returns boolean language sql stable as $$
  select 'registers' = any (app_duties()) or exists (
    select from role_assignment held join unit on unit.id = held.unit_id and unit.kind = 'province'
    where held.user_id = app_user() and held.role = 'observer'
      and held.valid_from <= scheme_day(now()) and (held.valid_to is null or scheme_day(now()) < held.valid_to))
$$;

-- Dossiers received in these days, by the service as the register calls it, as it spoke at the end of a day. Of each row
-- of these days it is looked up whether it is the one that speaks; rows of other days are not looked at.
create function service_sums(first date, last date, known date) returns table (service text, dossiers integer, online integer)
  language sql stable security definer set search_path = public, pg_temp set jit = off
  as $$
    with received as materialized (
      select listed.import_batch_id, listed.row_number, listed.dossier_code, listed.service, listed.channel
      from register_record listed
      where listed.province_id = app_province() and listed.kind = 'dossier' and listed.received_on between first and last and (select sees_register_sums())
    )
    select received.service, count(*)::int, (count(*) filter (where received.channel = 'online'))::int
    from received
    cross join lateral (
      select named.import_batch_id, named.row_number
      from register_record named
      join import_batch on import_batch.id = named.import_batch_id and scheme_day(import_batch.accepted_at) <= known
      where named.province_id = app_province() and named.kind = 'dossier' and named.dossier_code = received.dossier_code
      order by import_batch.accepted_at desc, named.row_number desc limit 1
    ) speaks
    where (speaks.import_batch_id, speaks.row_number) = (received.import_batch_id, received.row_number)
    group by received.service
  $$;

grant create on schema public to tns_lookup;
alter function service_sums(date, date, date) owner to tns_lookup;
revoke all on function service_sums(date, date, date), sees_register_sums() from public;
grant execute on function service_sums(date, date, date) to tns_app;
grant execute on function sees_register_sums() to tns_lookup;
revoke create on schema public from tns_lookup;
