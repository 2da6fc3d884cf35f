import type { Command } from './command'
import { createOf, listOf, revokeOf } from './commands/credentials'
import { createNamespace, listNamespaces, resumeNamespace, suspendNamespace } from './commands/namespaces'
import { resealSecrets } from './commands/secrets'
import { createUser, listUsers } from './commands/users'

export const COMMANDS: Readonly<Record<string, Command>> = {
  'user create': createUser,
  'user list': listUsers,
  'namespace create': createNamespace,
  'namespace list': listNamespaces,
  'namespace suspend': suspendNamespace,
  'namespace resume': resumeNamespace,
  'token create': createOf('token'),
  'token list': listOf('token'),
  'token revoke': revokeOf('token'),
  'key create': createOf('access_key'),
  'key list': listOf('access_key'),
  'key revoke': revokeOf('access_key'),
  'secrets reseal': resealSecrets,
}

export function usage(): string {
  const lines = Object.entries(COMMANDS).map(([name, command]) => `  ${name} ${command.usage}`.trimEnd())
  return ['Usage: npm run admin -- <command> [options] [--json]', '', ...lines].join('\n')
}
