// Kafka's own server for the tests against brokers: its jars from Maven Central, into a cache folder outside the tree.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { must } from './lib/run.mjs'

const VERSION = '4.1.0'
const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
const target = process.env.PLAYGROUND_KAFKA ?? join(cache, 'conductor-playground', `kafka-${VERSION}`)

const dependency = (group, artifact, version) =>
  `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`
const project = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>conductor-playground</groupId><artifactId>kafka-server</artifactId><version>1</version>
  <dependencies>
    ${dependency('org.apache.kafka', 'kafka_2.13', VERSION)}
    ${dependency('org.slf4j', 'slf4j-nop', '1.7.36')}
  </dependencies>
</project>
`

const folder = mkdtempSync(join(tmpdir(), 'playground-kafka-'))
try {
  writeFileSync(join(folder, 'pom.xml'), project)
  mkdirSync(target, { recursive: true })
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${target}`]
  must('Fetching Kafka with Maven', ['mvn', '-q', '-B', '-f', join(folder, 'pom.xml'), ...goal])
  console.log(`Kafka ${VERSION} is in ${target}; npm test uses it where Java 17 or newer is installed.`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
