import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cleanEnvironment, closedPort } from '../run-program.js'

const request = { jsonrpc: '2.0', id: 0, method: 'initialize', params: { clientInfo: { name: 'probe', version: '1' } } }
const hello = JSON.stringify(request)

/** Its server warns at the start of each role file that it passes over: by its path, or by the role's name. */
export default {
  id: 'codex',
  package: '@openai/codex',
  version: '0.169.0',
  // The programs of all platforms are releases of one package.
  platform: '-linux-x64',
  folder: '.codex/agents',
  isRecursive: true,
  batch: 100,
  probesOnly: true,
  compares: [],
  async ask({ program, workspace, home, cases }) {
    const own = join(home, '.codex')
    mkdirSync(own, { recursive: true })
    writeFileSync(join(own, 'config.toml'), `[projects."${workspace}"]\ntrust_level = "trusted"\n`)
    mkdirSync(join(workspace, '.git'), { recursive: true })
    const env = cleanEnvironment(home, { CODEX_HOME: own, OPENAI_API_KEY: 'none', OPENAI_BASE_URL: `${closedPort}/v1` })
    const warnings = await warningsOf(join(program, 'vendor/x86_64-unknown-linux-musl/bin/codex'), workspace, env)
    if (warnings === undefined) return {}
    const verdicts = cases.map(({ id }) => {
      const why = warnings.find(
        (warning) => cases.length === 1 || warning.includes(`${id}.toml`) || warning.includes(`\`${id}\``),
      )
      return [id, why === undefined ? { loads: true } : { loads: false, why }]
    })
    return { verdicts: new Map(verdicts) }
  },
}

/** Every warning about roles until nothing has come for a while; undefined where it does not start. */
function warningsOf(command, cwd, env) {
  return new Promise((resolve) => {
    const child = spawn(command, ['app-server'], { cwd, env, stdio: ['pipe', 'pipe', 'ignore'] })
    let printed = ''
    let timer = setTimeout(() => child.kill('SIGKILL'), 20_000)
    child.stdout.on('data', (data) => {
      printed += data
      if (!printed.includes('"id":0')) return
      clearTimeout(timer)
      timer = setTimeout(() => child.kill('SIGKILL'), 1_200)
    })
    child.on('close', () => {
      clearTimeout(timer)
      const messages = printed.split('\n').filter((line) => line.includes('"configWarning"'))
      const summaries = messages.map((line) => JSON.parse(line).params.summary)
      resolve(printed.includes('"id":0') ? summaries.filter((text) => text.includes('agent role')) : undefined)
    })
    child.stdin.on('error', () => {})
    child.stdin.write(`${hello}\n`)
    setTimeout(() => child.stdin.write('{"jsonrpc":"2.0","method":"initialized"}\n'), 500)
  })
}
