import { z } from 'zod'
import { type Tag, type TagChange, tagSchema, tagsSchema } from '@/server/model/tag'
import { empty, json } from './answers'
import { jsonBody, noBody } from './body'
import { type Call, type Route, routesOf } from './route'

export interface TagRoutes {
  /** The heading in the description. */
  readonly tag: string
  readonly path: string
  /** Conductor's names: of the read, then of the two changes behind `putTagFor` and `deleteTagFor`. */
  readonly names: readonly [string, string]
  /** What has the tags: `a secret`. */
  readonly of: string
  read(call: Call<unknown>): Promise<readonly Tag[]>
  change(call: Call<unknown>, change: TagChange): Promise<void>
}

/** The calls of everything that has tags: read them, add some, take some off. */
export function tagRoutesOf({ tag, path, names: [read, subject], of, ...does }: TagRoutes): readonly Route[] {
  const route = routesOf(tag)
  const changing = (method: 'PUT' | 'DELETE', by: TagChange['by']) =>
    route({
      method,
      path,
      name: `${method === 'PUT' ? 'put' : 'delete'}TagFor${subject}`,
      summary: by === 'adding' ? `Add tags to ${of}` : `Take tags off ${of}`,
      body: jsonBody(tagsSchema),
      answer: { type: 'empty' },
      handle: async (call) => {
        await does.change(call, { tags: call.body, by })
        return empty()
      },
    })
  return [
    route({
      method: 'GET',
      path,
      name: read,
      summary: `Tags of ${of}`,
      body: noBody,
      answer: { type: 'json', schema: z.array(tagSchema) },
      handle: async (call) => json(await does.read(call)),
    }),
    changing('PUT', 'adding'),
    changing('DELETE', 'removing'),
  ]
}
