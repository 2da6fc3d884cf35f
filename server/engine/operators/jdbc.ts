import type { JsonObject } from '@/server/model/json'
import { performed } from './performed'

/** JDBC: a statement on a database that the namespace is connected to. */
export const jdbc = performed({ missing })

const TYPES = ['SELECT', 'UPDATE']

function missing({ connectionId, integrationName, statement, type }: JsonObject): string | null {
  if (!connectionId && !integrationName) return 'Missing integration: give its name as connectionId or integrationName'
  if (!statement) return 'Missing statement'
  const wanted = type ?? 'SELECT'
  if (typeof wanted === 'string' && TYPES.includes(wanted.toUpperCase())) return null
  return `The type of a JDBC task is SELECT or UPDATE; found ${JSON.stringify(wanted)}`
}
