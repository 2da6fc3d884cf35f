import type * as Monaco from 'monaco-editor/editor'

const KEYWORDS = 'def if then elif else end as reduce foreach try catch label import include and or not'.split(' ')

/** Enough of jq's grammar to be coloured. */
export function provideJq(monaco: typeof Monaco): void {
  monaco.languages.register({ id: 'jq' })
  monaco.languages.setLanguageConfiguration('jq', {
    comments: { lineComment: '#' },
    brackets: [
      ['{', '}'],
      ['[', ']'],
      ['(', ')'],
    ],
    autoClosingPairs: [
      { open: '{', close: '}' },
      { open: '[', close: ']' },
      { open: '(', close: ')' },
      { open: '"', close: '"' },
    ],
  })
  monaco.languages.setMonarchTokensProvider('jq', {
    keywords: KEYWORDS,
    tokenizer: {
      root: [
        [/#.*$/, 'comment'],
        [/"(?:[^"\\]|\\.)*"?/, 'string'],
        [/\d+(?:\.\d+)?/, 'number'],
        [/\.[A-Za-z_]\w*/, 'identifier'],
        [/[a-z_]\w*/, { cases: { '@keywords': 'keyword', '@default': 'identifier' } }],
      ],
    },
  })
}
