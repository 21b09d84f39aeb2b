// Prints what a run costs, as ratios within this run: only those carry over to another machine.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateFleet } from './generate.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folder = mkdtempSync(join(tmpdir(), 'agent-lint-bench-'))
const small = join(folder, 'small', '.claude', 'agents')
const large = join(folder, 'large', '.claude', 'agents')
generateFleet(small, 10)
generateFleet(large, 1000)

const lint = join(root, 'bin', 'agent-lint.js')
const commands = {
  'node -e 0': ['-e', '0'],
  'read 1,000 files': [join(root, 'bench', 'read-loop.cjs'), large],
  'lint 10 files': [lint, small],
  'lint 1,000 files': [lint, large],
}

// Reading certificates adds 30 ms to every start where this is set, which has nothing to do with us.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env
const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
for (let round = 0; round < 21; round++) {
  for (const [name, args] of Object.entries(commands)) {
    const start = process.hrtime.bigint()
    const { status } = spawnSync(process.execPath, args, { env })
    if (status !== 0) throw new Error(`${name} ended with ${status}`)
    times[name].push(Number(process.hrtime.bigint() - start) / 1e6)
  }
}
rmSync(folder, { recursive: true })

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]
const medians = Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]))
for (const [name, value] of Object.entries(medians))
  console.log(`${name.padEnd(18)} ${value.toFixed(1).padStart(7)} ms`)
const ratio = (name, base, goal) =>
  console.log(`${name} : ${base} = ${(medians[name] / medians[base]).toFixed(2)} (goal: at most ${goal})`)
ratio('lint 10 files', 'node -e 0', 1.8)
ratio('lint 1,000 files', 'read 1,000 files', 5)
