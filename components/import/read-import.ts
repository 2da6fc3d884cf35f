import { detectImport } from './detect-import'
import { type Imported, ImportRefused } from './imported'

/** Any text that can be imported, by what it looks like. Each reader is fetched when it is wanted. */
export async function readImport(text: string): Promise<Imported> {
  switch (detectImport(text)) {
    case 'conductor':
      return (await import('./read-conductor')).readConductor(text)
    case 'curl':
      return (await import('./curl/read-curl')).readCurl(text)
    case 'openapi':
      return (await import('./openapi/read-openapi')).readOpenApi(text)
    case 'bpmn':
      return (await import('./bpmn/read-bpmn')).readBpmn(text)
    case null:
      throw new ImportRefused(
        'Expected Conductor JSON, a curl command, an OpenAPI document (JSON or YAML) or BPMN 2.0; this is none of them.',
      )
  }
}
