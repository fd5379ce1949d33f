-- What registers and reports call a service too, word for word: data, because others call things as they like.
ALTER TABLE "service" ADD COLUMN "other_names" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- Days of receipt lie together on the disk as they came, so a few pages say where a month is, and an import pays nothing.
CREATE INDEX "register_record_received" ON "register_record" USING brin ("received_on") WHERE kind = 'dossier';

-- Sums of the whole register: for whoever keeps it, and for observers of the province.
create function sees_register_sums() returns boolean language sql stable as $$
  select 'registers' = any (app_duties()) or exists (
    select from role_assignment held join unit on unit.id = held.unit_id and unit.kind = 'province'
    where held.user_id = app_user() and held.role = 'observer'
      and held.valid_from <= scheme_day(now()) and (held.valid_to is null or scheme_day(now()) < held.valid_to))
$$;

-- Dossiers received in these days, by the service as the register calls it, as it spoke at the end of a day. For each
-- row of the days it is asked whether a later one speaks instead; rows of other days are not looked at.
create function service_sums(first date, last date, known date) returns table (service text, dossiers integer, online integer)
  language sql stable security definer set search_path = public, pg_temp set jit = off
  as $$
    select listed.service, count(*)::int, (count(*) filter (where listed.channel = 'online'))::int
    from register_record listed
    join import_batch spoke on spoke.id = listed.import_batch_id and scheme_day(spoke.accepted_at) <= known
    where listed.province_id = app_province() and listed.kind = 'dossier' and listed.received_on between first and last and sees_register_sums()
      and not exists (
        select from register_record newer join import_batch later on later.id = newer.import_batch_id and scheme_day(later.accepted_at) <= known
        where newer.province_id = listed.province_id and newer.kind = 'dossier' and newer.dossier_code = listed.dossier_code
          and (later.accepted_at, newer.row_number) > (spoke.accepted_at, listed.row_number))
    group by listed.service
  $$;

grant create on schema public to tns_lookup;
alter function service_sums(date, date, date) owner to tns_lookup;
revoke all on function service_sums(date, date, date), sees_register_sums() from public;
grant execute on function service_sums(date, date, date) to tns_app;
grant execute on function sees_register_sums() to tns_lookup;
revoke create on schema public from tns_lookup;
