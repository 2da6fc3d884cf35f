import pg from 'pg'

const { builtins } = pg.types

/** Columns as JSON: numbers where they are exact, everything else as PostgreSQL writes it. */
export const jsonParser: typeof pg.types.getTypeParser = (oid: number) => {
  switch (oid) {
    case builtins.BOOL:
      return (text: string) => text === 't'
    case builtins.INT2:
    case builtins.INT4:
    case builtins.FLOAT4:
    case builtins.FLOAT8:
    case builtins.INT8:
    case builtins.NUMERIC:
      return exactNumber
    case builtins.JSON:
    case builtins.JSONB:
      return (text: string) => JSON.parse(text) as unknown
    default:
      return (text: string) => text
  }
}

function exactNumber(text: string): number | string {
  const value = Number(text)
  return String(value) === text ? value : text
}
