'use client'

import dynamic from 'next/dynamic'
import { ExpressionInput } from '@/components/editor/expressions/expression-input'
import { fetchPart } from '@/components/ui/fetch-part'
import { Select } from '@/components/ui/select'
import { JsonField } from './json-field'
import { type JsonMap, KeyValues } from './key-values'
import { inputsOf, type TaskFormProps, withInput } from './task-form-props'
import type { FieldValue } from './value-kind'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']

const HttpMore = dynamic(() => fetchPart(() => import('./schemas/http-more')).then((module) => module.HttpMore), {
  ssr: false,
})

/** Method and address, headers, body. The request stands in `http_request`, or beside the other inputs. */
export function HttpFields({ task, edit }: TaskFormProps) {
  const inputs = inputsOf(task)
  const nested = inputs.http_request
  const isNested = isMap(nested)
  const request = isNested ? nested : inputs
  const set = (key: string, value: FieldValue | undefined, field?: string) => {
    if (!isNested) return edit(withInput(task, key, value), field)
    const { [key]: _, ...others } = request
    const next = value === undefined ? others : { ...request, [key]: value }
    edit(withInput(task, 'http_request', next), field)
  }
  const { body } = request
  const method = typeof request.method === 'string' ? request.method : 'GET'
  return (
    <>
      <section aria-label="Request" className="grid gap-2">
        <h3 className="text-sm font-medium text-text-2">Request</h3>
        <div className="grid grid-cols-[92px_1fr] gap-1.5">
          <Select
            label="Method"
            value={method}
            onValueChange={(next) => set('method', next)}
            options={[...new Set([...METHODS, method])].map((value) => ({ value, label: value }))}
          />
          <ExpressionInput
            aria-label="Address"
            placeholder="https://example.com/path"
            value={typeof request.uri === 'string' ? request.uri : ''}
            className="font-mono text-sm"
            onChange={(uri) => set('uri', uri, 'uri')}
          />
        </div>
      </section>
      <KeyValues
        label="Headers"
        addLabel="Add header"
        value={isMap(request.headers) ? request.headers : {}}
        onChange={(headers, field) => set('headers', Object.keys(headers).length === 0 ? undefined : headers, field)}
      />
      {isMap(body) ? (
        <KeyValues label="Body" value={body} onChange={(next, field) => set('body', next, field)} />
      ) : (
        <section className="grid gap-2">
          <h3 className="text-sm font-medium text-text-2">Body</h3>
          <JsonField label="Body" rows={3} value={body} onChange={(next) => set('body', next as FieldValue, 'body')} />
        </section>
      )}
      <HttpMore request={request} onChange={(key, value) => set(key, value, key)} />
    </>
  )
}

function isMap(value: FieldValue | undefined): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
