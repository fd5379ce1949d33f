-- AlterTable
ALTER TABLE "report" ADD COLUMN "previous_from" DATE,
ADD COLUMN "previous_through" DATE,
ADD COLUMN "previous_as_of" DATE;

grant update (kind, previous_from, previous_through, previous_as_of) on report to tns_app;
alter table report add constraint one_of_kinds check (kind in ('scheme', 'year', 'quarter', 'month'));
alter table report add constraint compared_whole check ((previous_through is null) = (previous_as_of is null));

-- ── The province as a whole ──────────────────────────────────────────────────────────────────────

-- What the registers say of the whole province, as they spoke at the end of a day: accounts made by the last day, and
-- dossiers received online from–last and between the same days a year before. Null where no register speaks, or where it
-- does not reach back as far. Sums only, for whoever reads the report of the province. Each key is looked at once: its
-- newest row is found in one pass, so that a million rows cost one scan and no more.
create function report_context(first date, last date, known date) returns table (accounts integer, online integer, online_before integer)
  language sql stable security definer set search_path = public, pg_temp set jit = off set work_mem = '96MB'
  as $$
    with allowed as materialized (
      select exists (select from unit where province_id = app_province() and kind = 'province' and sees_report(id)) as yes
    ), batch as materialized (
      select id, kind, row_number() over (order by accepted_at, id) as spoke from import_batch, allowed
      where allowed.yes and province_id = app_province() and kind in ('accounts', 'dossiers') and accepted_at is not null and scheme_day(accepted_at) <= known
    ), account as (
      select distinct on (record.number_hash) coalesce(record.created_on, record.linked_on) as since
      from register_record record join batch on batch.id = record.import_batch_id
      where record.province_id = app_province() and record.kind = 'account' and record.number_hash is not null
      order by record.number_hash, batch.spoke desc, record.row_number desc
    ), dossier as materialized (
      select record.received_on, record.channel
      from register_record record join batch on batch.id = record.import_batch_id
      where record.province_id = app_province() and record.kind = 'dossier'
        and (record.received_on between first and last or record.received_on between (first - interval '1 year')::date and (last - interval '1 year')::date)
        and not exists (
          select from register_record newer join batch later on later.id = newer.import_batch_id
          where newer.province_id = app_province() and newer.kind = 'dossier' and newer.dossier_code = record.dossier_code
            and (later.spoke, newer.row_number) > (batch.spoke, record.row_number))
    )
    select case when exists (select from batch where kind = 'accounts') then (select count(*) from account where since <= last)::int end,
           case when exists (select from batch where kind = 'dossiers')
             then (select count(*) from dossier where channel = 'online' and received_on between first and last)::int end,
           -- Compared with nothing rather than with half of it.
           case when exists (
             select from register_record record join batch on batch.id = record.import_batch_id
             where record.province_id = app_province() and record.kind = 'dossier' and record.received_on <= (first - interval '1 year')::date + 31)
             then (select count(*) from dossier where channel = 'online' and received_on between (first - interval '1 year')::date and (last - interval '1 year')::date)::int end
    from allowed where allowed.yes
  $$;

grant create on schema public to tns_lookup;
alter function report_context(date, date, date) owner to tns_lookup;
revoke all on function report_context(date, date, date) from public;
grant execute on function report_context(date, date, date) to tns_app;
revoke create on schema public from tns_lookup;
