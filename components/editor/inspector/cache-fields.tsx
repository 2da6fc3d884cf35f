'use client'

import { useEditTask } from '@/components/editor/use-edit'
import type { GraphTask, JsonPath } from '@/components/graph/definition'
import { NumberField } from './number-field'
import { TextField } from './text-field'

const AN_HOUR = 3600

/** `cacheConfig`: a task without a key has none. */
export function CacheFields({ task, path }: { readonly task: GraphTask; readonly path: JsonPath }) {
  const edit = useEditTask(path)
  const { cacheConfig } = task
  return (
    <>
      <TextField
        label="Cache key"
        mono
        value={cacheConfig?.key ?? ''}
        placeholder="${id}"
        hint="Made of this task’s own inputs. A later task of the same name and key is given this one’s output."
        onChange={(key) =>
          edit({ cacheConfig: key === '' ? undefined : { ttlInSecond: AN_HOUR, ...cacheConfig, key } }, 'cacheKey')
        }
      />
      {cacheConfig ? (
        <NumberField
          label="Cached for … seconds"
          value={cacheConfig.ttlInSecond == null ? undefined : Number(cacheConfig.ttlInSecond)}
          onChange={(ttlInSecond) => edit({ cacheConfig: { ...cacheConfig, ttlInSecond } }, 'cacheSeconds')}
        />
      ) : null}
    </>
  )
}
