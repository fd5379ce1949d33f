-- Guides are written by the province's two offices. The planner supervises no unit, so the scope can't say
-- who that is: the role itself does, as lib/domain/guide/edit-permission.ts.
drop policy edit on guide;
create policy edit on guide for insert to tns_app with check (
  edited_by_id = (select app_user()) and exists (
    select from role_assignment
    where user_id = (select app_user()) and role in ('provinceVerifier', 'provincePlanner')
      and valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
      and (valid_to is null or (now() at time zone 'Asia/Ho_Chi_Minh')::date < valid_to)
  )
);

-- What a province starts with is written by nobody of its people, as the owner of the tables.
do $$
begin
  execute format('create policy reference_data on guide for insert to %I with check (edited_by_id is null)', current_user);
end $$;
