-- Articles are asked of every grassroots organisation: a target may follow their number as another follows the members.
alter table target drop constraint known_rule;
alter table target add constraint known_rule check (rule is null or rule = 'equalsMembers' and indicator = 'member_accounts' or rule = 'perOrganisation' and indicator = 'articles');
