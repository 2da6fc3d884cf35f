/** What schema.prisma promises about the database, read from its text: enough of its grammar for a comparison. */
export interface Column {
  readonly name: string
  readonly type: string
  readonly nullable: boolean
}

export type Tables = Readonly<Record<string, readonly Column[]>>

const SCALARS: Readonly<Record<string, string>> = {
  String: 'text',
  Int: 'integer',
  BigInt: 'bigint',
  Boolean: 'boolean',
  DateTime: 'timestamp(3)',
  Json: 'jsonb',
}
const NATIVE: Readonly<Record<string, string>> = {
  Uuid: 'uuid',
  SmallInt: 'smallint',
  Json: 'json',
  'Timestamptz(3)': 'timestamp(3) with time zone',
}

export function readPrismaSchema(text: string): Tables {
  const blocks = [...text.matchAll(/^(model|enum) (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, kind, name, body]) => ({
    kind,
    name: name ?? '',
    body: body ?? '',
    table: body?.match(/@@map\("(\w+)"\)/)?.[1] ?? name ?? '',
  }))
  const enums = new Map(blocks.filter(({ kind }) => kind === 'enum').map(({ name, table }) => [name, table]))
  const models = blocks.filter(({ kind }) => kind === 'model')
  return Object.fromEntries(models.map(({ table, body }) => [table, columnsOf(body, enums)]))
}

function columnsOf(body: string, enums: ReadonlyMap<string, string>): Column[] {
  const fields = [...body.matchAll(/^ {2}(\w+) +(\w+)(\?|\[\])?(.*)$/gm)]
  return fields.flatMap(([, field = '', scalar = '', suffix, attributes = '']) => {
    const native = attributes.match(/@db\.(\w+(?:\(\d+\))?)/)?.[1]
    const base = native ? NATIVE[native] : (SCALARS[scalar] ?? enums.get(scalar))
    if (base === undefined) return []
    const name = attributes.match(/@map\("(\w+)"\)/)?.[1] ?? field
    return [{ name, type: suffix === '[]' ? `${base}[]` : base, nullable: suffix === '?' }]
  })
}
