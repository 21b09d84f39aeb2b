import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cleanEnvironment, closedPort, runProgram } from '../run-program.js'

/** Asked for an agent that there is none of: it names those that there are, and its log each file that it refuses. */
export default {
  id: 'copilot',
  package: '@github/copilot-linux-x64',
  version: '1.0.102',
  folder: '.github/agents',
  isRecursive: true,
  batch: 200,
  compares: [],
  async ask({ program, workspace, home }) {
    const logs = join(home, 'logs')
    mkdirSync(logs, { recursive: true })
    const env = cleanEnvironment(home, {
      COPILOT_OFFLINE: 'true',
      COPILOT_PROVIDER_BASE_URL: closedPort,
      COPILOT_PROVIDER_TYPE: 'openai',
      COPILOT_PROVIDER_API_KEY: 'none',
      COPILOT_MODEL: 'none',
    })
    const flags = ['--agent', 'no-such-agent', '--trust-folder', '-p', 'hi', '--log-level', 'all', '--log-dir', logs]
    const { stdout, stderr } = await runProgram(join(program, 'copilot'), flags, { cwd: workspace, env })
    const available = /No such agent: no-such-agent, available: (.*)/.exec(stdout + stderr)?.[1]
    const log = readdirSync(logs)
      .map((name) => readFileSync(join(logs, name), 'utf8'))
      .join('\n')
    const refused = new Map()
    for (const [, path, why] of log.matchAll(/\[ERROR\] \.github\/agents\/(.+?\.md): (.*)/g)) refused.set(path, why)
    const isAnswered = available !== undefined || /No such agent: no-such-agent/.test(stdout + stderr)
    return isAnswered
      ? { refused, available: new Set(available === undefined || available === '' ? [] : available.split(', ')) }
      : {}
  },
}
