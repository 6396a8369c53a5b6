-- In what way an adult cares for the child (brief 1e): the words for parents and carers follow it. Null: nobody has recorded it.
alter table people add column carer text check (carer in ('parent', 'foster', 'kinship', 'special-guardian', 'residential'));
