import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '@/server/model/json'
import { readJsonPath } from './json-path'

const store: Json = {
  'two words': { 'b.c': 'dotted' },
  books: [
    { title: 'A', price: 8, tags: ['x'] },
    { title: 'B', price: 12.5, isbn: '1' },
    { title: 'C', price: 3, tags: ['y', 'z'] },
  ],
  numbers: [3, 1, 2],
  empty: [],
  limit: 9,
}
const read = (path: string): Json => readJsonPath(path, (root) => (root === 's' ? store : undefined))

describe('readJsonPath', () => {
  it('case 380: bracket names with blanks and dots', () => {
    expect(read("s['two words']['b.c']")).toBe('dotted')
    expect(read('$.s["two words"]["b.c"]')).toBe('dotted')
  })

  it('finds at any depth in the order in which the values are written', () => {
    const tree: Json = { z: { c: 1, q: { c: 2 } }, m: [{ c: 3, l: { c: 4 } }], c: 5, b: { c: 6 } }
    expect(readJsonPath('t..c', () => tree)).toEqual([5, 1, 2, 3, 4, 6])
  })

  it('case 378: a definite path that leads nowhere is null, any other an empty list', () => {
    expect([read('s.nope'), read('s.books[9].title'), read('s.limit.deeper'), read('other.x')]).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect([read('s.books[?(@.price > 100)]'), read('s.empty[*]'), read('s..nope')]).toEqual([[], [], []])
  })

  it.each([
    ['s.books[0].title', 'A'],
    ['s.books[-1].title', 'C'],
    ['s.numbers[1:]', [1, 2]],
    ['s.numbers[:-1]', [3, 1]],
    ['s.numbers[0,2]', [3, 2]],
    ['s.books[*].title', ['A', 'B', 'C']],
    ['s.books[0].*', ['A', 8, ['x']]],
    ['s..isbn', ['1']],
    ['s..tags[0]', ['x', 'y']],
    ["s.books[1]['title','price','nope']", { title: 'B', price: 12.5 }],
    ['s.books[?(@.isbn)].title', ['B']],
    ['s.books[?(!@.isbn)].title', ['A', 'C']],
    ["s.books[?(@.price < $.s.limit && @.title != 'A')].title", ['C']],
    ["s.books[?(@.title in ['A','B'])].price", [8, 12.5]],
    ["s.books[?(@.tags contains 'z' || @.price == 12.5)].title", ['B', 'C']],
    ['s.books[?(@.tags size 2)].title', ['C']],
    ['s.books.length()', 3],
    ['s.numbers.sum()', 6],
    ['s.numbers.min()', 1],
    ['s.numbers.max()', 3],
    ['s.numbers.avg()', 2],
    ['s.numbers.first()', 3],
    ['s.numbers.last()', 2],
    ['s.books[0].keys()', ['title', 'price', 'tags']],
    ['s.numbers.stddev()', 0.8164965809277263],
    // A function is called on each match, and ends the path.
    ['s.books[*].price.max()', null],
    ['s.books[?(@.price < 10)].length()', [3, 3]],
    ['s.books[*].tags.length()', [1, 2]],
    ['s.books[*].tags[0].length()', [null, null]],
    ['s.nothing[*].length()', []],
    ['s..length()', []],
    ['s.numbers.first().x', 3],
    ['s.books[0].keys().length()', ['title', 'price', 'tags']],
    ['s.books[?(@.tags.length() > 1)].title', ['C']],
    ['s.books[?(@.tags.sum() > 1)].title', []],
    ['s.books[0].title.length()', null],
    ['s.books[0].title.first()', null],
    ['s.numbers.index(9)', null],
    ['s.numbers.concat(2,3)', '23'],
    ['s.books[0].tags.concat(2)', 'x2'],
    ["concat($.s.limit, '-', $.s.books[0].title)", '9-A'],
    ['s.empty.max()', null],
  ])('%s', (path, expected) => {
    expect(read(path)).toEqual(expected)
  })

  it.each(['s.', 's[', 's[?(@.a >)]', 's.two words', "s['a", 's.nofunction()', 's.books[?(@.title =~ /a+/)]', '$'])(
    'nonsense is null: %s',
    (path) => {
      expect(read(path)).toBeNull()
    },
  )

  it('never throws and stops early', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'s.[]()?@*:,\'"01ab&|!=<>$ -') }), (path) => void read(path)),
    )
    const wide: Json = Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => [1]))
    expect(readJsonPath('w..*..*..*..*', () => wide)).toBeNull()
    expect(read(`s[?(${'('.repeat(5000)}`)).toBeNull()
  })
})
