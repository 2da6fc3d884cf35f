/** `"card":` as it stands in a payload, for every field that some definition of the namespace masks, as patterns. */
const HIDDEN_FIELDS = `
  (select array_agg('%' || regexp_replace(to_json(field)::text, '([\\\\%_])', '\\\\\\1', 'g') || ':%') from (
    values ('_masked'), ('_secrets')
    union
    select json_array_elements_text(body->'definition'->'maskedFields') from definition_snapshots
    where namespace_id = $1 and body::text like '%"maskedFields":["%'
  ) as hidden(field))::text[]`

/**
 * A payload as the text that a search looks into, of the namespace $1. One with a masked field is not looked into:
 * whoever searches would learn, letter by letter, what reads as *** to him.
 */
export function searchable(table: string, id: string): string {
  return `(select p.data::text from ${table} p where p.id = ${id} and not p.data::text like any (${HIDDEN_FIELDS}))`
}
