-- Brokers, databases and services that a namespace is connected to. "sealed" holds the credentials, encrypted.
CREATE TABLE "integrations" (
    "namespace_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "configuration" JSON NOT NULL,
    "sealed" TEXT,
    "tags" JSON NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" TEXT NOT NULL,

    CONSTRAINT "integrations_pkey" PRIMARY KEY ("namespace_id","name")
);
ALTER TABLE "integrations" ADD CONSTRAINT "integrations_namespace_id_fkey" FOREIGN KEY ("namespace_id") REFERENCES "namespaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
