declare module 'jq-web' {
  export interface Jq {
    /** Like `echo json | jq …flags filter`; undefined when there is no output. Throws when jq exits with an error. */
    raw(json: string, filter: string, flags?: string[]): string | undefined
  }
  const loaded: Promise<Jq>
  export default loaded
}
