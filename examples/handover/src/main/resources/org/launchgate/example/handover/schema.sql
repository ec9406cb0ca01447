-- What an application of one's own might have already. Standard SQL: H2 and PostgreSQL take it as it is.
CREATE TABLE organisation (
  id      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  partner VARCHAR(64)  NOT NULL,
  system  VARCHAR(255) NOT NULL,
  code    VARCHAR(255) NOT NULL,
  name    VARCHAR(255),
  UNIQUE (partner, system, code)
);
CREATE TABLE clinician (
  id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account     VARCHAR(255) NOT NULL UNIQUE,
  given_name  VARCHAR(255),
  family_name VARCHAR(255),
  email       VARCHAR(255)
);
-- A patient's code may be the organisation's own, so that it says nothing without it.
CREATE TABLE patient (
  id              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organisation_id BIGINT       NOT NULL REFERENCES organisation (id),
  code            VARCHAR(255) NOT NULL,
  national_id     VARCHAR(255),
  birth_date      DATE,
  given_name      VARCHAR(255),
  family_name     VARCHAR(255),
  UNIQUE (organisation_id, code)
);
