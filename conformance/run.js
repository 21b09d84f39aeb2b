// Asks the hosts' released programs what they do with files, and compares that with what `inspect` says.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { askAll } from './ask.js'
import { difference, inspectAll } from './compare.js'
import { corpusCases } from './corpus.js'
import { install, newestOf } from './install.js'
import { accidentsFor, probesFor, randomFor } from './probes/index.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const { values: flags } = parseArgs({
  options: {
    host: { type: 'string' },
    corpus: { type: 'string', default: process.env.AGENT_LINT_CORPUS },
    programs: { type: 'string' },
    only: { type: 'string' },
    'probes-only': { type: 'boolean', default: false },
    random: { type: 'string', default: '0' },
    accidents: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    newest: { type: 'boolean', default: false },
    misses: { type: 'string', default: '20' },
    goal: { type: 'string', default: '0.99' },
  },
})

const folder = mkdtempSync(join(tmpdir(), 'agent-lint-conformance-'))
const programs = flags.programs ?? join(folder, 'programs')
mkdirSync(programs, { recursive: true })
const wanted = flags.host?.split(',')
const hosts = []
for (const file of readdirSync(join(root, 'conformance/hosts')).toSorted()) {
  const { default: host } = await import(`./hosts/${file}`)
  if (wanted === undefined || wanted.includes(host.id)) hosts.push(host)
}

let isEverythingFine = hosts.length > 0
for (const host of hosts) {
  if (flags.newest) host.version = newestOf(host)
  const installed = install(programs, host)
  if (!installed.ok) {
    console.log(`${host.id}: not asked, because ${host.package}@${host.version} cannot be installed: ${installed.why}`)
    isEverythingFine = false
    continue
  }
  for (const [kind, cases] of Object.entries(casesFor(host))) {
    isEverythingFine = (await compareAll(host, installed.program, kind, cases)) && isEverythingFine
  }
}
rmSync(folder, { recursive: true, force: true })
process.exitCode = isEverythingFine ? 0 : 1

/** Everything that a host is asked, by where it comes from. */
function casesFor(host) {
  const seed = Number(flags.seed)
  const isWanted = ({ what }) => flags.only === undefined || what.includes(flags.only)
  const real = flags.corpus === undefined ? [] : corpusCases(join(flags.corpus, 'corpus'))
  return {
    probes: probesFor(root, host.id).filter(isWanted),
    'random files': randomFor(root, host.id, seed, Number(flags.random)).filter(isWanted),
    accidents: accidentsFor(root, host.id, seed, Number(flags.accidents), real).filter(isWanted),
    'real files': flags['probes-only'] || host.probesOnly ? [] : real,
  }
}

/** Prints how far the two agree, and every difference up to `--misses`. */
async function compareAll(host, program, kind, cases) {
  if (cases.length === 0) return true
  const ours = inspectAll(root, join(folder, `${host.id}-${kind.replace(' ', '-')}`), host, cases)
  for (const one of cases) one.expected = ours.get(one.id)?.name
  const actual = await askAll(host, program, folder, cases, {
    ours,
    isDoubtful: (one, verdict) => difference(host, verdict, ours.get(one.id)) !== undefined,
  })
  const differences = cases.flatMap((one) => {
    const what = difference(host, actual.get(one.id), ours.get(one.id))
    return what === undefined ? [] : [`  ${one.what}: ${what}`]
  })
  const agreed = cases.length - differences.length
  const share = cases.length === 0 ? 0 : agreed / cases.length
  console.log(`${host.id} ${host.version}, ${kind}: ${agreed} of ${cases.length} (${(share * 100).toFixed(2)} %)`)
  const shown = Number(flags.misses)
  for (const line of differences.slice(0, shown)) console.log(line)
  if (differences.length > shown) console.log(`  … and ${differences.length - shown} more (--misses)`)
  return share >= Number(flags.goal)
}
