-- Partners and their keys, as JdbcPartnerDirectory and JdbcKeyResolver read them.
-- Standard SQL, tried on H2 and PostgreSQL. The types BOOLEAN and TIMESTAMP WITH TIME ZONE have other names on some
-- databases.

-- For JdbcKeyResolver. Public keys only: a shared secret does not belong in a table in clear.
CREATE TABLE launch_key (
  -- the id of a row of launch_partner, or of a partner in the partners file
  partner_id VARCHAR(64) NOT NULL,
  -- the "kid" of the tokens; NULL for a key that only tokens without "kid" can use
  kid        VARCHAR(255),
  -- the one algorithm for which the key is used: RS256, ES256, EdDSA, ...
  algorithm  VARCHAR(8) NOT NULL,
  -- the text from -----BEGIN PUBLIC KEY----- to -----END PUBLIC KEY-----
  pem        VARCHAR(4000) NOT NULL,
  -- the first and the last instant of its use; NULL for no limit
  not_before TIMESTAMP WITH TIME ZONE,
  not_after  TIMESTAMP WITH TIME ZONE,
  enabled    BOOLEAN DEFAULT TRUE NOT NULL,
  -- also the index of the look-up
  CONSTRAINT launch_key_once UNIQUE (partner_id, kid)
);

-- For JdbcPartnerDirectory, as the next three tables are: a partner without issuer is found by it.
CREATE INDEX launch_key_by_kid ON launch_key (kid);

CREATE TABLE launch_partner (
  id               VARCHAR(64) PRIMARY KEY,
  -- the name of a built-in profile: zorgdomein, exorlive, ...
  profile          VARCHAR(64) NOT NULL,
  -- the "iss" of its tokens; NULL when they must have none. UNIQUE, or they could not be told apart
  issuer           VARCHAR(255) UNIQUE,
  -- the "aud" that its tokens have to name; NULL when they must have none
  audience         VARCHAR(255),
  -- TRUE: its launches are taken at /launch/{id} alone
  path_only        BOOLEAN DEFAULT FALSE NOT NULL,
  -- FALSE: its users work for the organisations in launch_partner_organization alone, which may be
  -- none. A column of its own, so that the last row that goes does not open the door to all.
  any_organization BOOLEAN DEFAULT FALSE NOT NULL,
  enabled          BOOLEAN DEFAULT TRUE NOT NULL
);

CREATE TABLE launch_partner_organization (
  partner_id VARCHAR(64) NOT NULL REFERENCES launch_partner ON DELETE CASCADE,
  -- the system of the identifier; NULL for any
  id_system  VARCHAR(255),
  id_value   VARCHAR(255) NOT NULL,
  UNIQUE (partner_id, id_value, id_system)
);

CREATE TABLE launch_partner_role (
  partner_id VARCHAR(64) NOT NULL REFERENCES launch_partner ON DELETE CASCADE,
  role_name  VARCHAR(64) NOT NULL,
  PRIMARY KEY (partner_id, role_name)
);

-- For JdbcAccountResolver: the portal's own accounts, which it makes for the users of some partners.
CREATE TABLE portal_account (
  -- what request.getRemoteUser() answers
  account     VARCHAR(64) PRIMARY KEY,
  -- the partner, and the user as its tokens name them
  partner_id  VARCHAR(64)  NOT NULL,
  user_system VARCHAR(255) NOT NULL,
  user_value  VARCHAR(255) NOT NULL,
  -- for people to read; never to find an account by
  given_name  VARCHAR(255),
  family_name VARCHAR(255),
  blocked     BOOLEAN DEFAULT FALSE NOT NULL,
  -- of two first launches at once, one makes the account
  CONSTRAINT portal_account_once UNIQUE (partner_id, user_system, user_value)
);
