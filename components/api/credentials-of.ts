/** The e-mail and password that a form holds, read when it is sent. */
export function credentialsOf(form: HTMLFormElement): { email: string; password: string } {
  const data = new FormData(form)
  return { email: String(data.get('email') ?? ''), password: String(data.get('password') ?? '') }
}
