import { describe, expect, test } from 'vitest'
import { readBpmn } from './read-bpmn'
import { bpmn, nodes, ROOT, read } from './testing'

describe('activities', () => {
  test('each kind has its task type', async () => {
    const kinds =
      'userTask:u manualTask:m serviceTask:s task:t sendTask:e receiveTask:r callActivity:c scriptTask:j businessRuleTask:b'
    const ids = kinds.split(' ').map((one) => one.split(':')[1])
    const flows = ids.slice(1).map((id, i) => `${ids[i]} > ${id}`)
    const { workflow, told } = await read(bpmn(nodes(kinds), flows))
    expect(workflow).toMatchObject({ name: 'order_to_cash', description: 'Order to cash' })
    expect((workflow.tasks ?? []).map(({ name, type }) => `${name} ${type}`)).toEqual([
      'u HUMAN',
      'm HUMAN',
      's SIMPLE',
      't SIMPLE',
      'e EVENT',
      'r WAIT',
      'c SUB_WORKFLOW',
      'j SIMPLE',
      'b SIMPLE',
    ])
    for (const id of ['r', 'c', 'j', 'b']) expect(told).toContain(`${id} · ${id}`)
  })

  test('the type of a job and its inputs come from Camunda’s extensions', async () => {
    const job = `<serviceTask id="s" name="Charge card"><extensionElements><zeebe:taskDefinition type="charge"/>
      <zeebe:ioMapping><zeebe:input source="=order.id" target="orderId"/><zeebe:input source="EUR" target="currency"/>
      <zeebe:input source="=a + b" target="sum"/><zeebe:output source="=x" target="y"/></zeebe:ioMapping></extensionElements></serviceTask>
      <serviceTask id="t" name="Ship" camunda:topic="shipping"/>`
    const { workflow, told } = await read(bpmn(job, ['s > t']))
    expect(workflow.tasks).toMatchObject([
      {
        name: 'charge',
        taskReferenceName: 'charge_card_ref',
        inputParameters: { orderId: '${workflow.input.order.id}', currency: 'EUR', sum: '=a + b' },
      },
      { name: 'shipping', taskReferenceName: 'ship_ref' },
    ])
    expect(workflow.inputParameters).toEqual(['order'])
    expect(told).toMatch(/=a \+ b is an expression of another language[\s\S]*output mapping y/)
  })

  test('a script in JavaScript stays one', async () => {
    const { workflow } = await read(
      bpmn('<scriptTask id="j" scriptFormat="javascript"><script>1 + 1</script></scriptTask>'),
    )
    expect(workflow.tasks?.[0]).toMatchObject({ type: 'INLINE', inputParameters: { expression: '1 + 1' } })
  })

  test('documentation and annotations become descriptions', async () => {
    const rest = `<textAnnotation id="n"><text>ask Ann</text></textAnnotation><association id="a" sourceRef="t" targetRef="n"/>
      <textAnnotation id="n2"><text>for all</text></textAnnotation>`
    const { workflow } = await read(bpmn('<task id="t"><documentation>Do it.</documentation></task>', [], rest))
    expect(workflow.tasks?.[0]?.description).toBe('Do it.\nask Ann')
    expect(workflow.description).toBe('Order to cash\nfor all')
  })

  test('a sub-process becomes its tasks, in place', async () => {
    const sub = `<subProcess id="sub"><startEvent id="s"/><task id="b" name="b"/><sequenceFlow id="x" sourceRef="s" targetRef="b"/></subProcess>`
    expect((await read(bpmn(nodes('task:a task:c') + sub, ['a > sub', 'sub > c']))).drawn).toBe('a b c')
  })
})

describe('events', () => {
  const event = (kind: string, inner: string) => `<${kind} id="e" name="e">${inner}</${kind}>`
  const timer = (inner: string) =>
    event('intermediateCatchEvent', `<timerEventDefinition>${inner}</timerEventDefinition>`)
  const first = async (xml: string) => {
    const { workflow, told } = await read(bpmn(xml))
    return { task: workflow.tasks?.[0], told }
  }

  test.each([
    ['PT5M', '5 minutes'],
    ['P1DT2H', '1 days 2 hours'],
    ['P2W', '14 days'],
    ['PT90.5S', '90 seconds'],
  ])('a timer of %s waits %s', async (iso, duration) => {
    const { task, told } = await first(timer(`<timeDuration>${iso}</timeDuration>`))
    expect(task).toMatchObject({ type: 'WAIT', inputParameters: { duration } })
    expect(told).toBe('')
  })

  test('a duration that cannot be read, and a date', async () => {
    expect((await first(timer('<timeDuration>P1M</timeDuration>'))).told).toContain('P1M could not be read')
    const { task } = await first(timer('<timeDate>2030-01-02T03:04:05Z</timeDate>'))
    expect(task?.inputParameters).toEqual({ until: '2030-01-02 03:04' })
  })

  test('messages in and out, ends that terminate or fail', async () => {
    expect((await first(event('intermediateCatchEvent', '<messageEventDefinition/>'))).task?.type).toBe('WAIT')
    expect((await first(event('intermediateThrowEvent', '<signalEventDefinition/>'))).task?.type).toBe('EVENT')
    expect((await first(event('endEvent', '<terminateEventDefinition/>'))).task).toMatchObject({ type: 'TERMINATE' })
    expect((await first(event('endEvent', '<errorEventDefinition/>'))).task?.inputParameters).toMatchObject({
      terminationStatus: 'FAILED',
    })
    expect((await first(event('intermediateThrowEvent', ''))).task).toBeUndefined()
  })

  test('what Conductor has not is named with its id, and stands there empty where something must stand', async () => {
    const { task, told } = await first(event('endEvent', '<escalationEventDefinition/>'))
    expect(task?.type).toBe('NOOP')
    expect(told).toContain('e · e: It throws the escalation')
    const boundary = `<task id="t"/><boundaryEvent id="late" attachedToRef="t"><timerEventDefinition/></boundaryEvent><task id="after" name="after"/>`
    const found = await read(bpmn(boundary, ['late > after']))
    expect(found.told).toMatch(/late: A boundary event on t[\s\S]*after · after: Nothing leads here/)
  })
})

describe('the file', () => {
  test('several processes, pools and message flows', async () => {
    const xml = `<definitions ${ROOT}><collaboration id="c"><participant id="x" name="The shop" processRef="p1"/>
      <messageFlow id="m" sourceRef="a" targetRef="b"/></collaboration>
      <process id="p1"><laneSet><lane id="l" name="Sales"/></laneSet><task id="a"/></process><process id="p2"><task id="b"/></process></definitions>`
    const { workflows, notes } = await readBpmn(xml)
    expect(workflows.map((one) => one.name)).toEqual(['the_shop', 'p2'])
    expect(notes.map(({ where }) => where)).toEqual(['m', 'Sales'])
  })

  test('with a prefix and a diagram', async () => {
    const xml = bpmn('<task id="t" name="t"/>')
      .replaceAll(/<(\/?)(?=[a-zA-Z])/g, '<$1bpmn:')
      .replace('xmlns=', 'xmlns:bpmn=')
    expect((await read(xml)).drawn).toBe('t')
  })

  test('ways that never meet are copied once, said so, and bounded', async () => {
    const flows = ['g > a : x', 'g > b : y', 'g > e : z', 'a > m', 'b > m', 'm > t']
    const { drawn, told } = await read(
      bpmn(nodes('exclusiveGateway:g task:a task:b endEvent:e exclusiveGateway:m task:t'), flows),
    )
    expect(drawn).toBe('g[a: a t | b: b t | f2:  | default: ]')
    expect(told).toContain('t · t: Several ways lead here')
    const kinds = Array.from(
      { length: 20 },
      (_, i) => `parallelGateway:g${i} task:a${i} task:b${i} endEvent:e${i}`,
    ).join(' ')
    const many = Array.from({ length: 19 }, (_, i) => [
      `g${i} > a${i}`,
      `g${i} > b${i}`,
      `g${i} > e${i}`,
      `a${i} > g${i + 1}`,
      `b${i} > g${i + 1}`,
    ]).flat()
    await expect(readBpmn(bpmn(nodes(kinds), many))).rejects.toThrow('more than 2000 tasks')
  })

  test.each([
    ['<a><b></a>', 'This is no BPMN 2.0'],
    [`<definitions ${ROOT}></definitions>`, 'found none'],
  ])('%s is refused', async (xml, message) => {
    await expect(readBpmn(xml)).rejects.toThrow(message)
  })
})
