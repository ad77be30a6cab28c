-- A measurement counts for more once somebody outside the project has confirmed it.
ALTER TABLE measurement ADD COLUMN confirmed_on DATE DEFAULT NULL;
