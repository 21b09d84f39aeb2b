import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cleanEnvironment, closedPort, runProgram } from '../run-program.js'

const models = `models:\n  - { name: none, provider: openai, model: none, apiKey: none, apiBase: ${closedPort}/v1 }\n`
const config = `name: none\nversion: 0.0.1\nschema: v1\n${models}`

/** Started with one agent after the other: it says why it cannot load that one, or that nobody answers. */
export default {
  id: 'continue',
  package: '@continuedev/cli',
  version: '1.5.47',
  folder: '.continue/agents',
  probesOnly: true,
  batch: 40,
  compares: [],
  async ask({ program, workspace, folders, cases, home }) {
    const env = cleanEnvironment(home, { CONTINUE_TELEMETRY_ENABLED: '0' })
    writeFileSync(join(workspace, 'config.yaml'), config)
    const verdicts = new Map()
    for (const { id, file } of cases) {
      // A path is told from the name of an agent elsewhere by how it starts.
      const path = `./${join(folders.get(id), id, file).slice(workspace.length + 1)}`
      const args = [join(program, 'dist/cn.js'), '--config', 'config.yaml', '--agent', path, '-p', 'hi']
      const { stdout, stderr } = await runProgram(process.execPath, args, { cwd: workspace, env })
      const why = /Failed to load agent from .*?: (.*?)"?\}?$/m.exec(stdout + stderr)?.[1]
      if (why !== undefined) verdicts.set(id, { loads: false, why })
      else if (/Connection error/.test(stdout + stderr)) verdicts.set(id, { loads: true })
    }
    return { verdicts }
  },
}
