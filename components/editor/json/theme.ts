import type { editor } from 'monaco-editor/editor'

/** Told apart by place, not by colour. */
const BRACKETS = [1, 2, 3, 4, 5, 6].map((depth) => `foreground${depth}`).concat('unexpectedBracket.foreground')

/** Monaco wants literal colours: it gets what the page's tokens say at this moment. */
export function editorTheme(root: Element, isDark: boolean): editor.IStandaloneThemeData {
  const style = getComputedStyle(root)
  const hex = (token: string) => longHex(style.getPropertyValue(token).trim())
  const bare = (token: string) => hex(token).replace('#', '')
  return {
    base: isDark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: 'string.key.json', foreground: bare('--syntax-keyword') },
      { token: 'string.value.json', foreground: bare('--syntax-string') },
      { token: 'number.json', foreground: bare('--syntax-number') },
      { token: 'keyword.json', foreground: bare('--syntax-number') },
      { token: 'delimiter', foreground: bare('--text-2') },
    ],
    colors: {
      'editor.background': hex('--surface'),
      'editor.foreground': hex('--text'),
      'editorLineNumber.foreground': hex('--text-3'),
      'editorLineNumber.activeForeground': hex('--text'),
      'editorWidget.background': hex('--surface'),
      'editorWidget.border': hex('--border'),
      'editorHoverWidget.background': hex('--surface'),
      'editorHoverWidget.border': hex('--border'),
      'editorSuggestWidget.background': hex('--surface'),
      'editorSuggestWidget.border': hex('--border'),
      'editorSuggestWidget.foreground': hex('--text'),
      'editorSuggestWidget.highlightForeground': hex('--accent'),
      'editorSuggestWidget.selectedBackground': hex('--surface-2'),
      'editorSuggestWidget.selectedForeground': hex('--text'),
      'editorSuggestWidget.selectedIconForeground': hex('--text-2'),
      'editorSuggestWidget.focusHighlightForeground': hex('--accent'),
      'list.hoverBackground': hex('--surface-2'),
      'list.hoverForeground': hex('--text'),
      'editor.lineHighlightBackground': hex('--surface'),
      'editor.lineHighlightBorder': hex('--surface'),
      'editorIndentGuide.background1': hex('--border'),
      'editorError.foreground': hex('--status-failed'),
      'editorWarning.foreground': hex('--status-completed-with-errors'),
      focusBorder: hex('--accent'),
      ...Object.fromEntries(BRACKETS.map((name) => [`editorBracketHighlight.${name}`, hex('--text-2')])),
      'diffEditor.insertedLineBackground': `${hex('--status-completed')}14`,
      'diffEditor.insertedTextBackground': `${hex('--status-completed')}2e`,
      'diffEditor.removedLineBackground': `${hex('--status-failed')}14`,
      'diffEditor.removedTextBackground': `${hex('--status-failed')}2e`,
    },
  }
}

/** A minified style sheet writes `#fff` where Monaco insists on `#ffffff`. */
export function longHex(color: string): string {
  return /^#[0-9a-f]{3}$/i.test(color) ? color.replace(/[0-9a-f]/gi, '$&$&') : color
}
