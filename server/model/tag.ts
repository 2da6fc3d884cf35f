import { z } from 'zod'

/** A note on a definition, a secret, a schedule …: given back exactly as it was written. */
export const tagSchema = z.object({ key: z.string(), value: z.string().nullish(), type: z.string().nullish() })
export type Tag = z.output<typeof tagSchema>

/** SDKs send one tag or a list. */
export const tagsSchema = z.union([z.array(tagSchema), tagSchema.transform((tag) => [tag])])

/** The same key and value stay one tag. */
export function addTags(tags: readonly Tag[], added: readonly Tag[]): Tag[] {
  return [...withoutTags(tags, added), ...added]
}

export function withoutTags(tags: readonly Tag[], removed: readonly Tag[]): Tag[] {
  return tags.filter(
    (tag) => !removed.some(({ key, value }) => key === tag.key && (value ?? null) === (tag.value ?? null)),
  )
}
