-- Ids of drafts and notes come from the browser: under a key that begins with the namespace, nobody notices another's.
ALTER TABLE "workflow_drafts" DROP CONSTRAINT "workflow_drafts_pkey";
ALTER TABLE "workflow_drafts" ADD CONSTRAINT "workflow_drafts_pkey" PRIMARY KEY ("namespace_id", "user_id", "id");
ALTER TABLE "workflow_notes" DROP CONSTRAINT "workflow_notes_pkey";
ALTER TABLE "workflow_notes" ADD CONSTRAINT "workflow_notes_pkey" PRIMARY KEY ("namespace_id", "id");
