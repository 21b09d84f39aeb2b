import { join } from 'node:path'
import { cleanEnvironment, runProgram } from '../run-program.js'

const script = `
import { createInterface } from 'node:readline'
const { loadAgentsFromDirectory } = await import(process.argv[1])
for await (const folder of createInterface({ input: process.stdin })) {
  const { agents, errors } = await loadAgentsFromDirectory(folder)
  const found = agents.map(({ name, description, toolConfig }) => ({ name, description, tools: toolConfig?.tools }))
  console.log(JSON.stringify({ folder, agents: found, errors: errors.map(({ message }) => message) }))
}
process.exit(0)
`

/** Its own function that loads a folder of agents, each file in a folder of its own. */
export default {
  id: 'gemini-cli',
  package: '@google/gemini-cli-core',
  version: '0.61.0',
  folder: '.gemini/agents',
  ownWorkspace: true,
  batch: 500,
  compares: ['name', 'description'],
  async ask({ program, folders, home }) {
    const module = join(program, 'dist/src/agents/agentLoader.js')
    const args = ['--input-type=module', '-e', script, module]
    const input = [...folders.values()].map((folder) => `${folder}\n`).join('')
    const { stdout } = await runProgram(process.execPath, args, { cwd: home, env: cleanEnvironment(home), input })
    const answers = new Map(
      stdout
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line))
        .map((answer) => [answer.folder, answer]),
    )
    const verdicts = new Map()
    for (const [id, folder] of folders) {
      const answer = answers.get(folder)
      if (answer === undefined) continue
      const [first] = answer.agents
      verdicts.set(id, first === undefined ? { loads: false, why: answer.errors[0] } : { loads: true, ...first })
    }
    return { verdicts }
  },
}
