/**
 * JDBC's `?` as PostgreSQL's `$1`. Question marks in texts, names and comments are left alone; `??` is the operator
 * `?`, as in PostgreSQL's JDBC driver.
 */
export function bindParameters(statement: string): { readonly text: string; readonly count: number } {
  let count = 0
  const text = statement.replace(PIECES, (piece) => {
    if (piece === '??') return '?'
    if (piece !== '?') return piece
    count += 1
    return `$${count}`
  })
  return { text, count }
}

const PIECES =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$([A-Za-z_][A-Za-z0-9_]*)?\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\/|\?\?|\?/g
