/** Counters, gauges and histograms in Prometheus' text format; the process owns one registry. */
export interface Metrics {
  counter(name: string, help: string): Counter
  /** Read when scraped. */
  gauge(name: string, help: string, read: () => number): void
  histogram(name: string, help: string, bounds: readonly number[]): Histogram
  render(): string
}

export type Labels = Readonly<Record<string, string>>

export interface Counter {
  add(amount?: number, labels?: Labels): void
}

export interface Histogram {
  observe(value: number): void
}

export function createMetrics(): Metrics {
  const families: (() => string)[] = []
  const family = (kind: string, name: string, help: string) => (samples: () => readonly string[]) => {
    families.push(() => [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...samples()].join('\n'))
  }
  return {
    counter(name, help) {
      const values = new Map<string, number>()
      family('counter', name, help)(() => [...values].map(([labels, value]) => `${name}${labels} ${value}`))
      return {
        add(amount = 1, labels = {}) {
          const key = labelText(labels)
          values.set(key, (values.get(key) ?? 0) + amount)
        },
      }
    },
    gauge(name, help, read) {
      family('gauge', name, help)(() => [`${name} ${read()}`])
    },
    histogram(name, help, bounds) {
      const counts = bounds.map(() => 0)
      let count = 0
      let sum = 0
      family(
        'histogram',
        name,
        help,
      )(() => [
        ...bounds.map((bound, i) => `${name}_bucket{le="${bound}"} ${counts[i]}`),
        `${name}_bucket{le="+Inf"} ${count}`,
        `${name}_sum ${sum}`,
        `${name}_count ${count}`,
      ])
      return {
        observe(value) {
          count += 1
          sum += value
          bounds.forEach((bound, i) => {
            if (value <= bound) counts[i] = (counts[i] ?? 0) + 1
          })
        },
      }
    },
    render: () => `${families.map((render) => render()).join('\n')}\n`,
  }
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${JSON.stringify(value)}`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}
