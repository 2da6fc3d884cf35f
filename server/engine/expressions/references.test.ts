import { describe, expect, it } from 'vitest'
import { findReferences, mentionedRoots } from './references'

describe('references', () => {
  it('finds every marker with its root, its members and its place', () => {
    const found = findReferences({ a: ['x ${t1.output.body.id}', '$${not.this}'], b: "${t2['output']}" })
    expect(found).toEqual([
      { root: 't1', members: ['output', 'body', 'id'], source: 't1.output.body.id', pointer: ['a', 0], valid: true },
      { root: 't2', members: ['output'], source: "t2['output']", pointer: ['b'], valid: true },
    ])
  })

  it('looks into markers inside markers', () => {
    expect(mentionedRoots('${list.output.items[${idx.output.i}]}')).toEqual(new Set(['list', 'idx']))
    expect(mentionedRoots('${${workflow.input.which}.output}')).toBeNull()
  })

  it('says which markers can never be read', () => {
    expect(findReferences(['${}', '${a[}', '${a.b}']).map((reference) => reference.valid)).toEqual([false, false, true])
  })
})
