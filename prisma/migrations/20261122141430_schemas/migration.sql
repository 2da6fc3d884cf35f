-- JSON Schemas that definitions name for their inputs and outputs.
CREATE TABLE "schemas" (
  "namespace_id" INTEGER NOT NULL REFERENCES "namespaces" ("id") ON DELETE CASCADE,
  "name" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "type" TEXT NOT NULL,
  "data" JSON,
  "external_ref" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "created_by" TEXT NOT NULL,
  "updated_by" TEXT NOT NULL,
  PRIMARY KEY ("namespace_id", "name", "version")
);

-- Which schemas are in force is kept in memory: every replica hears of a change, whoever made it.
CREATE FUNCTION tell_settings_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('settings_changed', coalesce(NEW.namespace_id, OLD.namespace_id)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "schemas_changed" AFTER INSERT OR UPDATE OR DELETE ON "schemas"
  FOR EACH ROW EXECUTE FUNCTION tell_settings_changed();
CREATE TRIGGER "workflow_definitions_changed" AFTER INSERT OR UPDATE OR DELETE ON "workflow_definitions"
  FOR EACH ROW EXECUTE FUNCTION tell_settings_changed();
CREATE TRIGGER "task_definitions_changed" AFTER INSERT OR UPDATE OR DELETE ON "task_definitions"
  FOR EACH ROW EXECUTE FUNCTION tell_settings_changed();
