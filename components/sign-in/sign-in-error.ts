const TEXTS: Readonly<Record<string, string>> = {
  CredentialsSignin: 'This e-mail and password do not belong together.',
  OAuthAccountNotLinked: 'There is an account with this e-mail already. Sign in with its password.',
  AccessDenied: 'The provider did not let you in.',
  SessionRequired: 'Please sign in first.',
}

/** next-auth's error code in words; what the server says itself (too many attempts) is passed on. */
export function signInError(code: string): string {
  if (code.includes(' ')) return code
  return TEXTS[code] ?? 'Signing in did not work. Please try again.'
}
