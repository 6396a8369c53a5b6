-- The norm group in which a case's T-scores are read: {convention, band, sex}. Chosen by the practitioner with the young
-- person and kept from the first score to the last; null: raw scores only.
alter table cases add column norm_group jsonb;
