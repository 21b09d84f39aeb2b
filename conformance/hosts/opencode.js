import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { cleanEnvironment, runProgram } from '../run-program.js'

/** Its server, asked for the agents of one folder after the other; what an empty folder has too does not count. */
export default {
  id: 'opencode',
  package: 'opencode-linux-x64',
  version: '1.18.33',
  folder: '.opencode/agent',
  ownWorkspace: true,
  batch: 120,
  compares: ['name', 'description', 'tools'],
  async ask({ program, folders, home, empty }) {
    const env = cleanEnvironment(home, { OPENCODE_DISABLE_AUTOUPDATE: '1', OPENCODE_DISABLE_MODELS_FETCH: '1' })
    const server = spawn(join(program, 'bin/opencode'), ['serve', '--port', '0'], { cwd: home, env, stdio: 'pipe' })
    try {
      const address = await listening(server)
      const own = new Set((await agentsOf(address, empty)).agents.map(({ name }) => name))
      const verdicts = new Map()
      for (const [id, folder] of folders) {
        const project = folder.replace(/\/\.opencode\/agent$/, '')
        const { agents, why } = await agentsOf(address, project)
        // A name that is no text breaks the server's answer, though not the program's own list.
        if (why?.includes('BadRequest')) {
          verdicts.set(id, await listedAlone(program, project, env, own))
          continue
        }
        const added = agents?.find(({ name }) => !own.has(name))
        verdicts.set(id, added === undefined ? { loads: false, why: why ?? 'it is not listed' } : verdictOf(added))
      }
      return { verdicts }
    } finally {
      server.kill('SIGKILL')
    }
  },
}

function listening(server) {
  return new Promise((resolve, reject) => {
    let printed = ''
    const timer = setTimeout(() => reject(new Error(`the server did not start: ${printed}`)), 60_000)
    const read = (data) => {
      printed += data
      const address = /listening on (http:\/\/\S+)/.exec(printed)?.[1]
      if (address === undefined) return
      clearTimeout(timer)
      resolve(address)
    }
    server.stdout.on('data', read)
    server.stderr.on('data', read)
  })
}

async function agentsOf(address, folder) {
  const response = await fetch(`${address}/agent?directory=${encodeURIComponent(folder)}`)
  const body = await response.text()
  return response.ok ? { agents: JSON.parse(body) } : { why: body }
}

async function listedAlone(program, project, env, own) {
  const { stdout } = await runProgram(join(program, 'bin/opencode'), ['agent', 'list'], { cwd: project, env })
  const names = [...stdout.matchAll(/^(\S.*|) \((?:all|primary|subagent)\)$/gm)].map(([, name]) => name)
  const name = names.find((one) => !own.has(one))
  return name === undefined ? { loads: false, why: 'it is not listed' } : { loads: true, name }
}

/** A tool is gone where the last rule for it is one that denies everything. */
function verdictOf({ name, description, permission }) {
  const denies = (tool) => {
    const last = permission.findLast((rule) => rule.permission === tool || rule.permission === '*')
    return last !== undefined && last.pattern === '*' && last.action === 'deny'
  }
  return { loads: true, name, description, denies }
}
