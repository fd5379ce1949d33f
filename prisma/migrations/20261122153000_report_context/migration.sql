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
-- does not reach back as far. Sums only, for whoever reads the report of the province.
--
-- Of each key the row that came last speaks. Which one that is and what it says is packed into one number (batch, row,
-- day since 2000, online), so that the largest of them is found in one pass over a million rows, without sorting them.
create function report_context(first date, last date, known date) returns table (accounts integer, online integer, online_before integer)
  language sql stable security definer set search_path = public, pg_temp set jit = off set work_mem = '96MB'
  as $$
    with allowed as materialized (
      select exists (select from unit where province_id = app_province() and kind = 'province' and sees_report(id)) as yes
    ), batch as materialized (
      select id, kind, row_number() over (order by accepted_at, id) << 41 as spoke from import_batch, allowed
      where allowed.yes and province_id = app_province() and kind in ('accounts', 'dossiers') and accepted_at is not null and scheme_day(accepted_at) <= known
    ), account as (
      select ((max(batch.spoke | (record.row_number::bigint << 17)
                   | (greatest(coalesce(record.created_on, record.linked_on, date '2179-01-01') - date '2000-01-01', 0)::bigint << 1)) >> 1) & 65535)::int as day
      from register_record record join batch on batch.id = record.import_batch_id
      where record.province_id = app_province() and record.kind = 'account' and record.number_hash is not null
      group by record.number_hash
    ), dossier as materialized (
      select ((word >> 1) & 65535)::int as day, (word & 1) = 1 as online
      from (
        select max(batch.spoke | (record.row_number::bigint << 17) | (greatest(coalesce(record.received_on - date '2000-01-01', 0), 0)::bigint << 1)
                   | coalesce(record.channel = 'online', false)::int::bigint) as word
        from register_record record join batch on batch.id = record.import_batch_id
        where record.province_id = app_province() and record.kind = 'dossier' and record.dossier_code is not null
        group by record.dossier_code
      ) speaking
    ), days as (
      select first - date '2000-01-01' as first, last - date '2000-01-01' as last,
             (first - interval '1 year')::date - date '2000-01-01' as first_before, (last - interval '1 year')::date - date '2000-01-01' as last_before
    ), dossiers as (
      select count(*) filter (where online and day between days.first and days.last)::int as online,
             -- Compared with nothing rather than with half of it.
             case when min(day) filter (where day > 0) <= min(days.first_before) + 31
               then count(*) filter (where online and day between days.first_before and days.last_before)::int end as online_before
      from dossier, days
    )
    select case when exists (select from batch where kind = 'accounts') then (select count(*) from account, days where day <= days.last)::int end,
           case when exists (select from batch where kind = 'dossiers') then (select online from dossiers) end,
           case when exists (select from batch where kind = 'dossiers') then (select online_before from dossiers) end
    from allowed where allowed.yes
  $$;

grant create on schema public to tns_lookup;
alter function report_context(date, date, date) owner to tns_lookup;
revoke all on function report_context(date, date, date) from public;
grant execute on function report_context(date, date, date) to tns_app;
revoke create on schema public from tns_lookup;
