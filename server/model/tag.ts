import { z } from 'zod'

/** A note on a definition, a secret, a schedule …: given back exactly as it was written. */
export const tagSchema = z.object({ key: z.string(), value: z.string().nullish(), type: z.string().nullish() })
export type Tag = z.output<typeof tagSchema>

/** SDKs send one tag or a list. */
export const tagsSchema = z.union([z.array(tagSchema), tagSchema.transform((tag) => [tag])])

/** The same key and value stay one tag. */
function addTags(tags: readonly Tag[], added: readonly Tag[]): Tag[] {
  const once = added.filter((tag, at) => withoutTags([tag], added.slice(at + 1)).length > 0)
  return [...withoutTags(tags, once), ...once]
}

function withoutTags(tags: readonly Tag[], removed: readonly Tag[]): Tag[] {
  return tags.filter(
    (tag) => !removed.some(({ key, value }) => key === tag.key && (value ?? null) === (tag.value ?? null)),
  )
}

export interface TagChange {
  readonly tags: readonly Tag[]
  readonly by: 'adding' | 'removing'
}

export function changedTags(before: readonly Tag[], { tags, by }: TagChange): Tag[] {
  return by === 'adding' ? addTags(before, tags) : withoutTags(before, tags)
}
