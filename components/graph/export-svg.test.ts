import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportSvg, type PictureTheme } from './export-svg'
import { graphModel } from './graph-model'
import { layout } from './layout'
import { randomDefinition } from './testing/random-definition'

const theme: PictureTheme = {
  canvas: '#f7f8fa',
  surface: '#fff',
  tile: '#eee',
  border: '#ddd',
  line: '#888',
  text: '#111',
  quiet: '#666',
}
const iconOf = (type: string) => `<path d="M0 0h24"><desc>${type}</desc></path>`

/** Every opened element is closed in turn, and nothing stands between quotes that would end them. */
function isWellFormed(xml: string): boolean {
  const open: string[] = []
  for (const [, end, name, attributes, self] of xml.matchAll(
    /<(\/?)([a-z]+)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    if (attributes === undefined) return false
    if (end) {
      if (open.pop() !== name) return false
    } else if (!self) open.push(name as string)
  }
  const rest = xml.replace(/<(\/?)([a-z]+)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>/g, '')
  return open.length === 0 && !/[<>]|&(?!amp;|lt;|gt;|quot;)/.test(rest)
}

test('any definition in either direction is a well-formed drawing with a card per task', () => {
  fc.assert(
    fc.property(randomDefinition, fc.constantFrom('down' as const, 'right' as const), (definition, direction) => {
      const drawn = layout(graphModel(definition), direction)
      const svg = exportSvg({ layout: drawn, theme, title: definition.name, iconOf })
      expect(isWellFormed(svg)).toBe(true)
      const cards = drawn.nodes.filter((node) => ['task', 'stack', 'loop'].includes(node.kind))
      expect(svg.match(/<desc>/g)?.length ?? 0).toBe(cards.length)
    }),
  )
})

test('names are text, whatever stands in them', () => {
  const name = '</text><script>alert("1")</script>&\u0000\ud800'
  const drawn = layout(graphModel({ name, tasks: [{ name, taskReferenceName: 'a' }] }))
  const svg = exportSvg({ layout: drawn, theme, title: name, iconOf })
  expect(isWellFormed(svg)).toBe(true)
  expect(svg).not.toContain('<script')
  expect(svg).toContain('<title>&lt;/text&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;\ufffd</title>')
})

test('a run colours what it has touched', () => {
  const drawn = layout(graphModel({ name: 'd', tasks: [{ name: 'a', taskReferenceName: 'a' }] }))
  const ringOf = ({ id }: { readonly id: string }) => (id === 'a' ? '#15803d' : undefined)
  expect(exportSvg({ layout: drawn, theme, title: 'd', iconOf, ringOf })).toContain('stroke="#15803d" stroke-width="2"')
})
