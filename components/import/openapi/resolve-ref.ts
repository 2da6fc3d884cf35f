import type { ImportNote } from '@/components/import/imported'

export interface Resolver {
  readonly resolve: <T extends object>(value: unknown) => T
}

const MOST_STEPS = 50

/** Follows `$ref` within the document; one that leads elsewhere or nowhere is named and reads as empty. */
export function createResolver(document: unknown, notes: ImportNote[]): Resolver {
  const told = new Set<string>()
  return {
    resolve<T extends object>(value: unknown): T {
      let found = value
      for (let step = 0; step < MOST_STEPS && isReference(found); step++) {
        const { $ref } = found
        found = lookUp(document, $ref)
        if (found === undefined && !told.has($ref)) {
          told.add($ref)
          notes.push({ where: $ref, message: 'This reference leads out of the document, or nowhere: it was left out.' })
        }
      }
      return (typeof found === 'object' && found !== null && !isReference(found) ? found : {}) as T
    },
  }
}

function isReference(value: unknown): value is { readonly $ref: string } {
  return typeof value === 'object' && value !== null && '$ref' in value && typeof value.$ref === 'string'
}

function lookUp(document: unknown, ref: string): unknown {
  if (!ref.startsWith('#/')) return undefined
  let found = document
  for (const step of ref.slice(2).split('/')) {
    const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    found = (found as Record<string, unknown>)[key]
  }
  return found
}
