import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What `inspect` says of each case: a file in the host's folder of a project of its own. */
export function inspectAll(root, folder, host, cases) {
  for (const { id, file, text } of cases) write(join(folder, id, host.folder, file), text)
  const args = [join(root, 'bin/agent-lint.js'), 'inspect', '.', '--host', host.id, '--no-config', '--format', 'json']
  const run = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 30 })
  if (run.status !== 0) throw new Error(`inspect ended with ${run.status}: ${run.stderr.slice(0, 500)}`)
  const { agents } = JSON.parse(run.stdout)
  return new Map(agents.map(({ path, hosts }) => [path.split('/')[0], hosts[host.id]]))
}

export function write(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** In what the program and `inspect` differ, in a sentence; undefined where they agree. */
export function difference(host, actual, ours) {
  if (actual === undefined) return 'the program gave no answer'
  if (ours === undefined) return 'inspect did not list the file'
  if (actual.loads !== ours.loads) {
    const why = (actual.loads ? ours.why?.join('; ') : actual.why) ?? ''
    return `the program ${actual.loads ? 'loads' : 'refuses'} it, inspect says that it ${ours.loads ? 'loads' : 'is refused'}: ${why}`
  }
  if (!actual.loads) return undefined
  for (const key of host.compares) {
    if (!(key in actual) && !(key === 'tools' && 'denies' in actual)) continue
    if (key === 'tools') {
      const wrong = toolDifference(actual.denies, ours.tools)
      if (wrong !== undefined) return wrong
    } else if ((actual[key] ?? '') !== (ours[key] ?? '')) {
      return `${key} is ${shown(actual[key])}, inspect says ${shown(ours[key])}`
    }
  }
  return undefined
}

const shown = (value) => JSON.stringify(value ?? '').slice(0, 120)

function toolDifference(denies, tools) {
  for (const tool of ['bash', 'read', 'edit', 'grep', 'webfetch', 'task']) {
    const has = tools === 'all' || (tools !== 'none' && tools.includes(tool))
    if (denies(tool) === has) return `${tool} is ${has ? 'denied' : 'granted'}, inspect says the opposite`
  }
  return undefined
}
