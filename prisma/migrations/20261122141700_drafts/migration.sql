-- What a person is editing: kept per version, or under its id alone while it has never been published.
CREATE TABLE "workflow_drafts" (
    "id" UUID NOT NULL,
    "namespace_id" INTEGER NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT,
    "version" INTEGER,
    "base_updated_at" BIGINT,
    "text" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workflow_drafts_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "workflow_drafts_namespace_id_user_id_name_version_key" ON "workflow_drafts"("namespace_id", "user_id", "name", "version");
ALTER TABLE "workflow_drafts" ADD CONSTRAINT "workflow_drafts_namespace_id_user_id_fkey" FOREIGN KEY ("namespace_id", "user_id") REFERENCES "memberships"("namespace_id", "user_id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- Inputs that somebody gave a name to, shared in the namespace.
CREATE TABLE "saved_inputs" (
    "namespace_id" INTEGER NOT NULL,
    "workflow" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "input" JSON NOT NULL,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_inputs_pkey" PRIMARY KEY ("namespace_id","workflow","name")
);
ALTER TABLE "saved_inputs" ADD CONSTRAINT "saved_inputs_namespace_id_fkey" FOREIGN KEY ("namespace_id") REFERENCES "namespaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- Notes on a definition, never part of it. The subject is its name, or "draft:<id>" before it has one.
CREATE TABLE "workflow_notes" (
    "id" UUID NOT NULL,
    "namespace_id" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "ref" TEXT,
    "text" TEXT NOT NULL,
    "x" INTEGER NOT NULL,
    "y" INTEGER NOT NULL,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workflow_notes_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "workflow_notes_namespace_id_subject_idx" ON "workflow_notes"("namespace_id", "subject");
ALTER TABLE "workflow_notes" ADD CONSTRAINT "workflow_notes_namespace_id_fkey" FOREIGN KEY ("namespace_id") REFERENCES "namespaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
