import { describe, expect, test } from 'vitest'
import { bpmn, nodes, read } from './testing'

describe('gateways', () => {
  test('exclusive: conditions become one script, the default flow the default case', async () => {
    const xml = bpmn(
      `${nodes('startEvent:s task:a task:b task:c task:d exclusiveGateway:m')}<exclusiveGateway id="g" name="Amount?" default="f2"/>`,
      [
        's > g',
        'g > a "large" : ${amount &gt; 100 and not vip}'.replaceAll('&gt;', '>'),
        'g > c',
        'g > b "small" : = amount = 1',
        'a > m',
        'b > m',
        'c > m',
        'm > d',
      ],
    )
    const { drawn, tasks, workflow } = await read(xml)
    expect(drawn).toBe('amount[large: a | small: b | default: c] d')
    expect(tasks.amount).toMatchObject({
      evaluatorType: 'javascript',
      inputParameters: { amount: '${workflow.input.amount}', vip: '${workflow.input.vip}' },
    })
    expect(tasks.amount?.expression).toContain('if ($.amount > 100 && ! $.vip) return "large";')
    expect(tasks.amount?.expression).toContain('if ($.amount === 1) return "small";')
    expect(workflow.inputParameters).toEqual(['amount', 'vip'])
  })

  test('without conditions, or with ones that cannot be translated, an input chooses and it is said', async () => {
    const plain = ['g > a "yes"', 'g > b "no"']
    const none = await read(bpmn(nodes('exclusiveGateway:g task:a task:b'), plain))
    expect(none.tasks.g).toMatchObject({
      evaluatorType: 'value-param',
      inputParameters: { case: '${workflow.input.g}' },
    })
    expect(none.told).toContain('It has no conditions: the input g chooses among yes, no')
    const hard = ['g > a "yes" : ${now() > 1}', 'g > b "no" : x ? 1 : 2']
    expect((await read(bpmn(nodes('exclusiveGateway:g task:a task:b'), hard))).told).toContain('now() > 1')
  })

  test('a way straight to the meeting is an empty case; an end in one way leaves the rest in the other', async () => {
    const skip = ['g > a "do" : x', 'g > m "skip" : y', 'a > m', 'm > z']
    expect((await read(bpmn(nodes('exclusiveGateway:g exclusiveGateway:m task:a task:z'), skip))).drawn).toBe(
      'g[do: a | skip:  | default: ] z',
    )
    const stop = ['g > e "no" : x', 'g > a "yes" : y', 'a > z']
    expect((await read(bpmn(nodes('exclusiveGateway:g endEvent:e task:a task:z'), stop))).drawn).toBe(
      'g[no:  | yes: a z | default: ]',
    )
  })

  test('parallel: a fork whose JOIN waits for every branch, also where one ends in a switch', async () => {
    const xml = bpmn(
      nodes('parallelGateway:g parallelGateway:m task:a task:b task:c task:z exclusiveGateway:x exclusiveGateway:y'),
      ['g > a', 'g > x', 'x > b : p', 'x > c : q', 'b > y', 'c > y', 'a > m', 'y > m', 'm > z'],
    )
    const { drawn, workflow } = await read(xml)
    expect(drawn).toBe('fork(a | x[b: b | c: c | default: ] x_done) join z')
    expect(workflow.tasks?.[1]?.joinOn).toEqual(['a_ref', 'x_done_ref'])
  })

  test('inclusive: each way behind a condition of its own; several flows of a task are a fork', async () => {
    const xml = bpmn(nodes('inclusiveGateway:g inclusiveGateway:m task:a task:b'), [
      'g > a "one" : p',
      'g > b "two"',
      'a > m',
      'b > m',
    ])
    expect((await read(xml)).drawn).toBe('fork(g_one[one: a | default: ] g_one_done | b) join')
    expect((await read(bpmn(nodes('task:t task:a task:b'), ['t > a', 't > b']))).drawn).toBe('t fork(a | b) join')
  })

  test('event-based: a switch, and the word that it is not the same', async () => {
    const { told, drawn } = await read(
      bpmn(nodes('eventBasedGateway:g receiveTask:a receiveTask:b'), ['g > a', 'g > b']),
    )
    expect(drawn).toBe('g[a: a | b: b | default: ]')
    expect(told).toContain('g · g: A EventBasedGateway became a switch')
  })
})

describe('circles', () => {
  test('asked at the end: a loop that goes on while the way back is open', async () => {
    const xml = bpmn(nodes('startEvent:s exclusiveGateway:m task:a exclusiveGateway:g task:z'), [
      's > m',
      'm > a',
      'a > g',
      'g > m : tries < 3',
      'g > z',
    ])
    const { drawn, workflow } = await read(xml)
    expect(drawn).toBe('loop(a) z')
    expect(workflow.tasks?.[0]).toMatchObject({
      loopCondition: '$.tries < 3',
      inputParameters: { tries: '${workflow.input.tries}' },
    })
  })

  test('asked first: what is repeated stands behind the question', async () => {
    const xml = bpmn(nodes('startEvent:s task:look exclusiveGateway:g task:work task:z'), [
      's > look',
      'look > g',
      'g > work : more',
      'work > look',
      'g > z',
    ])
    expect((await read(xml)).drawn).toBe('loop(look g_loop_check[again: work | default: ]) z')
  })

  test('one in another, and within a way of a gateway', async () => {
    const inner = ['s > a', 'a > b', 'b > g', 'g > b : x', 'g > h', 'h > a : y', 'h > z']
    expect(
      (await read(bpmn(nodes('startEvent:s task:a task:b exclusiveGateway:g exclusiveGateway:h task:z'), inner))).drawn,
    ).toBe('loop(a loop(b)) z')
    const within = ['s > x', 'x > a "yes" : p', 'x > m "no" : q', 'a > g', 'g > a : r', 'g > m', 'm > z']
    const xml = bpmn(
      nodes('startEvent:s exclusiveGateway:x task:a exclusiveGateway:g exclusiveGateway:m task:z'),
      within,
    )
    expect((await read(xml)).drawn).toBe('x[yes: loop(a) | no:  | default: ] z')
  })

  test('with two ways out it is no loop: the way back is named and left out', async () => {
    const flows = ['s > a', 'a > g', 'g > b : x', 'g > e1', 'b > h', 'h > a : y', 'h > e2']
    const { drawn, told } = await read(
      bpmn(nodes('startEvent:s task:a exclusiveGateway:g task:b exclusiveGateway:h endEvent:e1 endEvent:e2'), flows),
    )
    expect(drawn).toContain('a g[')
    expect(told).toContain('The way back f5 belongs to a circle with several ways out')
  })

  test('the loop mark of an activity; the mark for many is named', async () => {
    const marked = `<task id="t" name="t"><standardLoopCharacteristics><loopCondition>n &lt; 3</loopCondition></standardLoopCharacteristics></task>`
    expect((await read(bpmn(marked))).drawn).toBe('loop(t)')
    const many = await read(bpmn('<task id="t" name="t"><multiInstanceLoopCharacteristics/></task>'))
    expect(many.told).toContain('t · t: It runs once for each of a list')
  })
})
