const WORDS: Readonly<Record<string, string>> = {
  'credential.create': 'Made a key',
  'credential.revoke': 'Revoked a key',
  'member.add': 'Added a member',
  'member.role': 'Changed a role',
  'member.remove': 'Removed a member',
  'namespace.rename': 'Renamed the namespace',
  'setting.change': 'Changed a setting',
  'integration.create': 'Made an integration',
  'integration.update': 'Changed an integration',
  'integration.delete': 'Deleted an integration',
}

/** An action of the audit log as people say it; one that has no words yet keeps its name. */
export function auditWords(action: string): string {
  return WORDS[action] ?? action
}
