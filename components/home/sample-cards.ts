export interface SampleCard {
  readonly name: string
  readonly title: string
  readonly line: string
  /** Its shape: task types from start to end. */
  readonly shape: readonly string[]
  /** Who works on it. */
  readonly worker: string
  readonly time: string
}

/** The samples every namespace begins with, in the order to try them. */
export const SAMPLE_CARDS: readonly SampleCard[] = [
  {
    name: 'PopulationMinMax',
    title: 'PopulationMinMax',
    line: 'Fetch, split in two, find the extremes.',
    shape: ['HTTP', 'FORK_JOIN', 'JSON_JQ_TRANSFORM'],
    worker: 'no worker',
    time: '1 s',
  },
  {
    name: 'hello_world',
    title: 'Hello world',
    line: 'Your first worker in three lines.',
    shape: ['SIMPLE'],
    worker: 'your worker',
    time: '1 min',
  },
  {
    name: 'greetings',
    title: 'Greetings',
    line: 'One name in, one greeting out.',
    shape: ['SIMPLE'],
    worker: 'your worker',
    time: '1 min',
  },
  {
    name: 'image_convert_resize',
    title: 'Image convert and resize',
    line: 'One picture, converted and uploaded.',
    shape: ['SIMPLE', 'SIMPLE'],
    worker: 'sample worker',
    time: '2 s',
  },
  {
    name: 'image_convert_resize_multipleformat',
    title: 'Image in two formats',
    line: 'The same picture in two branches at once.',
    shape: ['FORK_JOIN', 'SIMPLE', 'SIMPLE', 'JOIN'],
    worker: 'sample worker',
    time: '3 s',
  },
  {
    name: 'loan_banking',
    title: 'Loan banking',
    line: 'Branches, rules and a decision.',
    shape: ['SIMPLE', 'SWITCH', 'SIMPLE', 'TERMINATE'],
    worker: 'sample worker',
    time: '5 s',
  },
  {
    name: 'Bobs_widget_fulfillment',
    title: "Bob's widgets",
    line: 'A dynamic fork of orders, each shipped in a loop.',
    shape: ['FORK_JOIN_DYNAMIC', 'SUB_WORKFLOW', 'JOIN', 'HTTP'],
    worker: 'no worker',
    time: '2 s',
  },
  {
    name: 'retry_through_outage',
    title: 'Retry through an outage',
    line: 'A service is down; the retries outlast it.',
    shape: ['INLINE', 'HTTP'],
    worker: 'no worker',
    time: '8 s',
  },
  {
    name: 'order_placed',
    title: 'Orders and events',
    line: 'An event starts another workflow, whose event answers.',
    shape: ['EVENT', 'WAIT'],
    worker: 'no worker',
    time: '1 s',
  },
]
