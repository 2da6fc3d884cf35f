import { expect, test } from 'vitest'
import { sectionAt } from './section-at'

const at = (...tops: number[]) => tops.map((top, index) => ({ anchor: 'abc'[index] ?? '', top }))

test('the first before anything was scrolled', () => expect(sectionAt(at(120, 500, 900), false)).toBe('a'))
test('the one whose head is at the top', () => expect(sectionAt(at(-400, 24, 400), false)).toBe('b'))
test('the one that fills the page', () => expect(sectionAt(at(-900, -500, 300), false)).toBe('b'))
test('the last at the end, however far it came', () => expect(sectionAt(at(-900, -500, 300), true)).toBe('c'))
test('without sections none', () => expect(sectionAt([], true)).toBeNull())
