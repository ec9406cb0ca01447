-- The table of org.launchgate.account.JdbcAccountLinks: which account of the application a partner's user has.
-- Tried on PostgreSQL and H2. Elsewhere TIMESTAMP WITH TIME ZONE may have another name, and IF NOT EXISTS may have to go.
-- The columns have to tell upper case from lower case: on MySQL and SQL Server, give them a binary collation.
CREATE TABLE IF NOT EXISTS launchgate_account_link (
  -- the partner's id in the partners file
  partner_id  VARCHAR(64)  NOT NULL,
  -- the user as the partner's tokens name them: the system of the identifier, and its value
  user_system VARCHAR(255) NOT NULL,
  user_value  VARCHAR(255) NOT NULL,
  -- the account's name in the application
  account     VARCHAR(255) NOT NULL,
  linked_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  -- what decides between two links of one identity
  PRIMARY KEY (partner_id, user_system, user_value)
);

CREATE INDEX IF NOT EXISTS launchgate_account_link_by_account ON launchgate_account_link (account);
