import type { CodeLanguage } from '@/components/ui/highlight'

export interface SnippetFacts {
  /** Ends in `/api`, as every SDK expects. */
  readonly serverUrl: string
  /** Null until a key has been made: the snippet then shows where it goes. */
  readonly key: { readonly keyId: string; readonly secret: string } | null
  readonly taskType: string
}

export const SNIPPET_LANGUAGES: readonly { readonly value: CodeLanguage; readonly label: string }[] = [
  { value: 'javascript', label: 'JavaScript' },
  { value: 'python', label: 'Python' },
  { value: 'curl', label: 'curl' },
]

const KEY_ID = 'your-key-id'
const SECRET = 'your-key-secret'

/** A whole worker, ready to be run: the official SDK's, or plain HTTP. */
export function workerSnippet(language: CodeLanguage, facts: SnippetFacts): string {
  const { serverUrl, taskType } = facts
  const keyId = facts.key?.keyId ?? KEY_ID
  const secret = facts.key?.secret ?? SECRET
  switch (language) {
    case 'javascript':
      return `// npm install @io-orkes/conductor-javascript, then: node worker.mjs
import { orkesConductorClient, TaskManager } from "@io-orkes/conductor-javascript"

const execute = async ({ inputData }) => ({
  status: "COMPLETED", outputData: { hw_response: "Hello " + inputData.name } })

const client = await orkesConductorClient({
  serverUrl: "${serverUrl}",
  keyId: "${keyId}",
  keySecret: "${secret}" })
new TaskManager(client, [{ taskDefName: "${taskType}", execute }]).startPolling()
`
    case 'python':
      return `# pip install conductor-python, then: python worker.py
from conductor.client.automator.task_handler import TaskHandler
from conductor.client.configuration.configuration import Configuration
from conductor.client.configuration.settings.authentication_settings import AuthenticationSettings
from conductor.client.worker.worker_task import worker_task

@worker_task(task_definition_name="${taskType}")
def greet(name: str = "World") -> dict:
    return {"hw_response": f"Hello {name}"}

if __name__ == "__main__":
    configuration = Configuration(
        server_api_url="${serverUrl}",
        authentication_settings=AuthenticationSettings(
            key_id="${keyId}",
            key_secret="${secret}",
        ),
    )
    with TaskHandler(configuration=configuration) as handler:
        handler.start_processes()
        handler.join_processes()
`
    case 'curl':
      return `# needs jq; asks for one task, waits at most 5 s for it, and completes it
TOKEN=$(curl -s "${serverUrl}/token" -H 'Content-Type: application/json' \\
  -d '{"keyId": "${keyId}", "keySecret": "${secret}"}' | jq -r .token)

TASK=$(curl -s -H "X-Authorization: $TOKEN" \\
  "${serverUrl}/tasks/poll/batch/${taskType}?count=1&timeout=5000&workerid=curl" | jq '.[0]')

curl -s "${serverUrl}/tasks" -H "X-Authorization: $TOKEN" -H 'Content-Type: application/json' \\
  -d "$(echo "$TASK" | jq '{taskId, workflowInstanceId, status: "COMPLETED",
        outputData: {hw_response: "Hello from curl"}}')"
`
  }
}

export interface TokenFacts {
  readonly serverUrl: string
  readonly taskType: string
  readonly token: string
}

export function tokenSnippet({ serverUrl, taskType, token }: TokenFacts): string {
  return `# the workflows of this namespace
curl -s -H "X-Authorization: ${token}" "${serverUrl}/metadata/workflow"

# one task to work on, waiting at most 5 s for it
curl -s -H "X-Authorization: ${token}" \\
  "${serverUrl}/tasks/poll/batch/${taskType}?count=1&timeout=5000&workerid=curl"
`
}
