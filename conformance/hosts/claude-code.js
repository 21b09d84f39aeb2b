import { join } from 'node:path'
import { cleanEnvironment, closedPort, runProgram } from '../run-program.js'

const request = { type: 'control_request', request_id: 'r', request: { subtype: 'initialize' } }

/** Asked in print mode, before any prompt, which agents there are. It tells nothing of files that it does not take. */
export default {
  id: 'claude-code',
  package: '@anthropic-ai/claude-code-linux-x64',
  version: '2.1.329',
  folder: '.claude/agents',
  isRecursive: true,
  batch: 60,
  compares: ['name', 'description', 'model'],
  async ask({ program, workspace, home }) {
    const env = cleanEnvironment(home, {
      ANTHROPIC_API_KEY: 'none',
      ANTHROPIC_BASE_URL: closedPort,
      CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
      DISABLE_AUTOUPDATER: '1',
    })
    const flags = ['-p', '--input-format', 'stream-json', '--output-format', 'stream-json', '--verbose']
    const input = `${JSON.stringify(request)}\n`
    const { stdout } = await runProgram(join(program, 'claude'), flags, { cwd: workspace, env, input })
    const lines = stdout.split('\n').filter((line) => line.startsWith('{'))
    const answer = lines.map((line) => JSON.parse(line)).find(({ type }) => type === 'control_response')
    return { listed: answer?.response?.response?.agents }
  },
}
