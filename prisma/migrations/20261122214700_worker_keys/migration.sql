-- A key may be a worker's: it takes and answers tasks and sees nothing else. People are never workers.
CREATE TYPE "key_role" AS ENUM ('owner', 'editor', 'viewer', 'worker');
ALTER TABLE "credentials" ALTER COLUMN "role" TYPE "key_role" USING "role"::text::"key_role";
