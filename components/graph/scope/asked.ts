import type { Definition } from '@/components/graph/definition'
import type { Reader } from './analyze-scope'
import type { KnownData } from './known-data'

/** Who asks, and what is known. */
export interface Asked {
  readonly definition: Definition
  readonly data: KnownData
  readonly reader: Reader
}
