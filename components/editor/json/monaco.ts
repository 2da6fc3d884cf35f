import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/caretOperations/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codeAction/register'
import 'monaco-editor/features/codeEditor/register'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/documentSymbols/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/folding/register'
import 'monaco-editor/features/format/register'
import 'monaco-editor/features/gotoError/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/indentation/register'
import 'monaco-editor/features/lineSelection/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/multicursor/register'
import 'monaco-editor/features/smartSelect/register'
import 'monaco-editor/features/snippet/register'
import 'monaco-editor/features/toggleTabFocusMode/register'
import 'monaco-editor/features/tokenization/register'
import 'monaco-editor/features/wordOperations/register'
// The list of suggestions: the feature of that name registers another one only.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController.js'
import * as monaco from 'monaco-editor/editor'
import { jsonDefaults } from 'monaco-editor/languages/features/json/register'
import { conductorJsonSchema } from '@/components/editor/conductor-json-schema'
import { provideExpressions } from './expressions'
import { provideQuickFixes } from './quick-fixes'

/** Loaded on demand, with only what JSON needs. Its workers are files of ours, made by the bundler. */
self.MonacoEnvironment = {
  getWorker: (_, label) =>
    label === 'json'
      ? new Worker(new URL('monaco-editor/language/json/json.worker.js', import.meta.url), { type: 'module' })
      : new Worker(new URL('monaco-editor/editor/editor.worker.js', import.meta.url), { type: 'module' }),
}

/** Texts under other addresses are any JSON. */
export const WORKFLOW_SCHEME = 'workflow'

const SCHEMA = 'inmemory://schema/workflow.json'

jsonDefaults.setDiagnosticsOptions({
  validate: true,
  allowComments: false,
  schemaValidation: 'warning',
  enableSchemaRequest: false,
  schemas: [{ uri: SCHEMA, fileMatch: [`${WORKFLOW_SCHEME}:/*`], schema: conductorJsonSchema }],
})
provideExpressions(monaco)
provideQuickFixes(monaco)

export { monaco }
