-- Times are microseconds since 1970 (UTC), identifiers UUIDs as text, JSON is text.

CREATE TABLE organisation (
  id TEXT NOT NULL PRIMARY KEY,
  label TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  created BIGINT NOT NULL
);

CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL UNIQUE,
  password TEXT NOT NULL,
  created BIGINT NOT NULL
);

-- Without an organisation: the hosting provider's administrators.
CREATE TABLE membership (
  id TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL REFERENCES person (id),
  organisation TEXT REFERENCES organisation (id),
  role TEXT NOT NULL,
  created BIGINT NOT NULL
);
CREATE UNIQUE INDEX membership_in_organisation ON membership (person, organisation) WHERE organisation IS NOT NULL;
CREATE UNIQUE INDEX membership_in_hosting_provider ON membership (person) WHERE organisation IS NULL;
CREATE INDEX membership_by_organisation ON membership (organisation);

CREATE TABLE invitation (
  id TEXT NOT NULL PRIMARY KEY,
  organisation TEXT NOT NULL REFERENCES organisation (id),
  email TEXT NOT NULL,
  role TEXT NOT NULL,
  token TEXT NOT NULL UNIQUE,
  invited_by TEXT NOT NULL REFERENCES person (id),
  created BIGINT NOT NULL,
  expires BIGINT NOT NULL,
  UNIQUE (organisation, email)
);
CREATE INDEX invitation_by_expiry ON invitation (expires);

CREATE TABLE session (
  hash TEXT NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person TEXT REFERENCES person (id),
  browser TEXT NOT NULL,
  content TEXT NOT NULL,
  created BIGINT NOT NULL,
  last_seen BIGINT NOT NULL,
  expires BIGINT NOT NULL
);
CREATE INDEX session_by_person ON session (person);
CREATE INDEX session_by_expiry ON session (expires);

CREATE TABLE sign_in_attempt (
  id TEXT NOT NULL PRIMARY KEY,
  subject TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX sign_in_attempt_by_subject ON sign_in_attempt (subject, at);
CREATE INDEX sign_in_attempt_by_time ON sign_in_attempt (at);

CREATE TABLE first_account (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  token TEXT NOT NULL,
  created BIGINT NOT NULL
);

CREATE TABLE new_password (
  person TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
  token TEXT NOT NULL UNIQUE,
  expires BIGINT NOT NULL
);
CREATE INDEX new_password_by_expiry ON new_password (expires);

CREATE TABLE environment (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (kind, name)
);

-- "folded" is title and addresses in lower case; "fence" counts the claims on runs of the deployment.
CREATE TABLE deployment (
  id TEXT NOT NULL PRIMARY KEY,
  organisation TEXT NOT NULL REFERENCES organisation (id),
  environment TEXT NOT NULL REFERENCES environment (id),
  title TEXT NOT NULL,
  folded TEXT /*by bytes*/ NOT NULL,
  state TEXT NOT NULL,
  addresses TEXT NOT NULL,
  live TEXT /*live*/,
  fence BIGINT NOT NULL,
  created BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  changed_by TEXT NOT NULL REFERENCES person (id)
);
CREATE INDEX deployment_by_state ON deployment (organisation, state);
CREATE INDEX deployment_by_change ON deployment (organisation, changed, id);
CREATE INDEX deployment_by_title ON deployment (organisation, folded, id);

CREATE TABLE draft (
  deployment TEXT NOT NULL PRIMARY KEY REFERENCES deployment (id),
  applications TEXT NOT NULL,
  submitted BOOLEAN NOT NULL,
  title TEXT NOT NULL,
  saved BIGINT NOT NULL,
  saved_by TEXT NOT NULL REFERENCES person (id)
);

CREATE TABLE revision (
  id TEXT NOT NULL PRIMARY KEY,
  deployment TEXT NOT NULL REFERENCES deployment (id),
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  applications TEXT NOT NULL,
  pin TEXT NOT NULL,
  plan TEXT NOT NULL,
  state TEXT NOT NULL,
  created BIGINT NOT NULL,
  created_by TEXT NOT NULL REFERENCES person (id),
  UNIQUE (deployment, number)
);

CREATE TABLE reservation (
  environment TEXT NOT NULL REFERENCES environment (id),
  name TEXT NOT NULL,
  deployment TEXT NOT NULL REFERENCES deployment (id),
  PRIMARY KEY (environment, name)
);
CREATE INDEX reservation_by_deployment ON reservation (deployment);

CREATE TABLE run (
  id TEXT NOT NULL PRIMARY KEY,
  organisation TEXT NOT NULL REFERENCES organisation (id),
  deployment TEXT NOT NULL REFERENCES deployment (id),
  kind TEXT NOT NULL,
  revision TEXT REFERENCES revision (id),
  state TEXT NOT NULL,
  cancelling BOOLEAN NOT NULL,
  failure TEXT,
  requested BIGINT NOT NULL,
  requested_by TEXT NOT NULL REFERENCES person (id),
  finished BIGINT,
  worker TEXT,
  lease_until BIGINT,
  epoch BIGINT NOT NULL,
  last_line BIGINT NOT NULL
);
-- The database itself holds that a deployment has one run at a time.
CREATE UNIQUE INDEX run_unfinished ON run (deployment) WHERE finished IS NULL;
CREATE INDEX run_to_claim ON run (requested, id) WHERE finished IS NULL;
CREATE INDEX run_by_deployment ON run (deployment, requested);
CREATE INDEX run_by_revision ON run (revision);
CREATE INDEX run_succeeded ON run (organisation, kind, finished) WHERE state = 'succeeded';

CREATE TABLE step (
  run TEXT NOT NULL REFERENCES run (id),
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  started BIGINT NOT NULL,
  finished BIGINT,
  before TEXT NOT NULL,
  PRIMARY KEY (run, name)
);

CREATE TABLE line (
  run TEXT NOT NULL REFERENCES run (id),
  number BIGINT NOT NULL,
  step TEXT,
  text TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (run, number)
);

CREATE TABLE audit (
  id TEXT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  person TEXT NOT NULL REFERENCES person (id),
  organisation TEXT REFERENCES organisation (id),
  verb TEXT NOT NULL,
  subject TEXT NOT NULL
);
CREATE INDEX audit_by_organisation ON audit (organisation, at);
CREATE INDEX audit_by_person ON audit (person, at);
