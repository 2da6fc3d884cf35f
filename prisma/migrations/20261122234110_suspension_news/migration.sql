-- Every server hears at once that a namespace is suspended or resumed.
CREATE FUNCTION tell_suspension() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('settings_changed', NEW.id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER namespaces_suspension AFTER UPDATE OF suspended_at ON namespaces
  FOR EACH ROW EXECUTE FUNCTION tell_suspension();
