-- Run once by an administrator of the server: the database, its snapshot isolation, and the login that TalentHub uses.
IF DB_ID(N'talenthub') IS NULL CREATE DATABASE talenthub;
GO
ALTER DATABASE talenthub SET ALLOW_SNAPSHOT_ISOLATION ON;
ALTER DATABASE talenthub SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
GO
IF SUSER_ID(N'talenthub') IS NULL CREATE LOGIN talenthub WITH PASSWORD = N'$(password)';
GO
USE talenthub;
GO
IF USER_ID(N'talenthub') IS NULL CREATE USER talenthub FOR LOGIN talenthub;
ALTER ROLE db_owner ADD MEMBER talenthub;
GO
