-- Without a text: forgotten. The edition stays, so that its number is never given to another text.
CREATE TABLE secret (
  deployment TEXT NOT NULL REFERENCES deployment (id),
  name TEXT NOT NULL,
  edition BIGINT NOT NULL,
  generator TEXT NOT NULL,
  sealed TEXT,
  public_half TEXT,
  created BIGINT NOT NULL,
  created_by TEXT NOT NULL REFERENCES person (id),
  PRIMARY KEY (deployment, name, edition)
);

CREATE TABLE proof (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  sealed TEXT NOT NULL,
  created BIGINT NOT NULL
);
