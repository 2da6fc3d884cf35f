import { expect, it } from 'vitest'
import { createMetrics } from './metrics'

it('renders every kind in Prometheus’ text format', () => {
  const metrics = createMetrics()
  const requests = metrics.counter('requests_total', 'Requests answered.')
  requests.add(1, { status: '200' })
  requests.add(2, { status: '200' })
  metrics.gauge('pollers', 'Waiting pollers.', () => 7)
  const seconds = metrics.histogram('batch_seconds', 'Batches.', [0.1, 1])
  seconds.observe(0.05)
  seconds.observe(0.5)
  expect(metrics.render()).toBe(`# HELP requests_total Requests answered.
# TYPE requests_total counter
requests_total{status="200"} 3
# HELP pollers Waiting pollers.
# TYPE pollers gauge
pollers 7
# HELP batch_seconds Batches.
# TYPE batch_seconds histogram
batch_seconds_bucket{le="0.1"} 1
batch_seconds_bucket{le="1"} 2
batch_seconds_bucket{le="+Inf"} 2
batch_seconds_sum 0.55
batch_seconds_count 2
`)
})
