import { isJsonObject, type JsonObject } from '@/server/model/json'
import { type Mask, maskOf } from '@/server/model/mask'
import type { Tenant } from '@/server/platform/tenant'

const MASKED = `
  select distinct field from workflow_definitions d, json_array_elements_text(d.body->'maskedFields') field
  where d.namespace_id = $1 and json_typeof(d.body->'maskedFields') = 'array'`

/** What a message carries came from any workflow of the namespace: what one of them masks is shown nowhere. */
export async function findEventMask(tenant: Tenant): Promise<Mask> {
  const rows = await tenant.rows<{ field: string }>(MASKED)
  const mask = maskOf({ maskedFields: rows.map(({ field }) => field) })
  return (payload) => maskQuoted(mask(payload), mask)
}

/** The record of a message that was skipped quotes it as a text. */
function maskQuoted(output: JsonObject, mask: Mask): JsonObject {
  if (typeof output.msg !== 'string' || output.condition === undefined) return output
  try {
    const quoted: unknown = JSON.parse(output.msg)
    return isJsonObject(quoted) ? { ...output, msg: JSON.stringify(mask(quoted)) } : output
  } catch {
    return output
  }
}
