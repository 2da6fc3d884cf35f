import { callAws } from '@/server/executors/aws-client'
import { parseForeignJson } from '@/server/executors/foreign-json'
import type { OutboundGuard } from '@/server/executors/outbound-guard'
import { SinkError, type SinkReceiver, type SinkSubscription } from '@/server/executors/sinks/sink'
import type { Settings } from '@/server/model/integration'
import { isJsonObject, type JsonObject } from '@/server/model/json'
import { brokerError, PUBLISH_MS, receivedPayload } from './answers'
import type { Broker, OpenBroker } from './broker'

const NAME = 'SQS'
const WAIT_SECONDS = 5
const MOST_FAILURES = 3

/** SQS by its JSON protocol. Queues are addressed at the endpoint of the integration, whatever their URL says. */
export const openSqs: OpenBroker = async (settings, { guard }) => {
  await callSqs({ guard, settings }, 'ListQueues', { MaxResults: 1 }).catch((error: unknown) => {
    // Credentials that may use one queue need not be allowed to list them all.
    if (!(error instanceof SqsRefusal) || !/AccessDenied/i.test(error.message)) throw error
  })
  return brokerOf({ guard, settings })
}

interface Access {
  readonly guard: OutboundGuard
  readonly settings: Settings
}

function brokerOf(access: Access): Broker {
  const urls = new Map<string, string>()
  const urlOf = async (queue: string): Promise<string> => {
    const known = urls.get(queue)
    if (known !== undefined) return known
    const { QueueUrl: url } = await callSqs(access, 'GetQueueUrl', { QueueName: queue })
    if (typeof url !== 'string') throw new SinkError(`${NAME}: the server gave no URL for the queue ${queue}`, true)
    urls.set(queue, url)
    return url
  }
  return {
    isAlive: () => true,
    async publish({ name }, { id, body }) {
      const fifo = name.endsWith('.fifo') ? { MessageGroupId: id, MessageDeduplicationId: id } : {}
      await callSqs(access, 'SendMessage', { QueueUrl: await urlOf(name), MessageBody: body, ...fifo })
    },
    subscribe: async ({ name }, receiver) => subscribe(access, await urlOf(name), receiver),
    close: async () => undefined,
  }
}

async function subscribe(access: Access, url: string, receiver: SinkReceiver): Promise<SinkSubscription> {
  let open = true
  let failures = 0
  void (async () => {
    while (open) {
      try {
        await receiveSome(access, url, { receiver, isOpen: () => open })
        failures = 0
      } catch (error) {
        failures += 1
        if (open && failures >= MOST_FAILURES) return receiver.lost(brokerError(NAME, error).message)
      }
    }
  })()
  return {
    /** A poll that is under way ends by itself; what it brings is not taken any more and comes back later. */
    async close() {
      open = false
    },
  }
}

interface Listener {
  readonly receiver: SinkReceiver
  isOpen(): boolean
}

/** Messages that were not taken come back when their visibility timeout has passed. */
async function receiveSome(access: Access, url: string, { receiver, isOpen }: Listener): Promise<void> {
  const { Messages: messages = null } = await callSqs(access, 'ReceiveMessage', {
    QueueUrl: url,
    MaxNumberOfMessages: 10,
    WaitTimeSeconds: WAIT_SECONDS,
  })
  for (const message of Array.isArray(messages) ? messages : []) {
    if (!isJsonObject(message) || !isOpen()) continue
    await receiver.receive({ id: String(message.MessageId), payload: receivedPayload(String(message.Body)) })
    await callSqs(access, 'DeleteMessage', { QueueUrl: url, ReceiptHandle: message.ReceiptHandle ?? null })
  }
}

class SqsRefusal extends SinkError {}

async function callSqs({ guard, settings }: Access, action: string, input: JsonObject): Promise<JsonObject> {
  try {
    const { status, body } = await callAws(guard, settings, {
      service: 'sqs',
      path: '/',
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${action}` },
      body: JSON.stringify(input),
      timeoutMs: PUBLISH_MS,
    })
    const text = body.toString('utf8')
    const answer = readObject(text)
    if (status >= 200 && status < 300) return answer
    throw new SqsRefusal(`${NAME}: ${reasonIn(answer) ?? `${status} ${text.slice(0, 300)}`}`, true)
  } catch (error) {
    throw brokerError(NAME, error)
  }
}

function readObject(text: string): JsonObject {
  try {
    const value = parseForeignJson(text)
    return isJsonObject(value) ? value : {}
  } catch {
    return {}
  }
}

/** `com.amazonaws.sqs#QueueDoesNotExist` and its message. */
function reasonIn(answer: JsonObject): string | null {
  const { __type: type, message = answer.Message ?? null } = answer
  if (typeof type !== 'string') return null
  return `${type.split('#').at(-1)}${typeof message === 'string' ? `: ${message}` : ''}`
}
