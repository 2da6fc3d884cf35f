/** What to tell a person about a failed call: the server's own sentence, or that it could not be reached. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return 'Something went wrong.'
  if (/failed to fetch|networkerror|load failed/i.test(error.message)) {
    return 'The server cannot be reached. Check that it is running, then try again.'
  }
  return error.message
}
