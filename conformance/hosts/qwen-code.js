import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cleanEnvironment, runProgram } from '../run-program.js'

const script = `
import { createInterface } from 'node:readline'
const { SubagentManager } = await import(process.argv[1])
const manager = new SubagentManager({ isSafeMode: () => false })
for await (const path of createInterface({ input: process.stdin })) {
  let answer
  try {
    const { name, description, model, tools } = await manager.parseSubagentFile(path, 'project')
    answer = { loads: true, name, description, model, tools }
  } catch (error) {
    answer = { loads: false, why: error.message }
  }
  console.log(JSON.stringify({ path, answer }))
}
process.exit(0)
`

/** Its own reader of one file, which the list of a folder leaves out where it throws. */
export default {
  id: 'qwen-code',
  package: '@qwen-code/qwen-code',
  version: '0.24.4',
  folder: '.qwen/agents',
  ownWorkspace: true,
  batch: 500,
  compares: ['name', 'description', 'model'],
  async ask({ program, folders, cases, home }) {
    const paths = new Map(cases.map(({ id, file }) => [join(folders.get(id), file), id]))
    const args = ['--input-type=module', '-e', script, moduleOf(program)]
    const input = [...paths.keys()].map((path) => `${path}\n`).join('')
    const { stdout } = await runProgram(process.execPath, args, { cwd: home, env: cleanEnvironment(home), input })
    const lines = stdout.split('\n').filter((line) => line.startsWith('{"path"'))
    const answers = lines.map((line) => JSON.parse(line))
    return { verdicts: new Map(answers.map(({ path, answer }) => [paths.get(path), answer])) }
  },
}

/** The file of the bundle that defines what is asked for; its name is a hash. */
function moduleOf(program) {
  const chunks = join(program, 'chunks')
  const isIt = (file) =>
    readFileSync(join(chunks, file), 'utf8').includes('parseSubagentContent(content, filePath, level, this.validator)')
  return join(chunks, readdirSync(chunks).find((file) => file.endsWith('.js') && isIt(file)) ?? 'none')
}
