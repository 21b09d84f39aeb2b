import { inBody, nameOf, withKey } from './put.ts'
import type { RealFile } from './real-files.ts'
import { of, type Seed, type SeededFiles } from './seed.ts'

const topics = ['Refund disputes', 'Broken migrations', 'Lost parcels', 'Late invoices'] as const

/** Two agents of one folder, each with lines of ours that may name the other one. */
function pair(
  one: RealFile,
  two: RealFile,
  lines: (other: string) => readonly string[],
  back: (other: string) => readonly string[],
): SeededFiles | undefined {
  const names = [nameOf(one.text), nameOf(two.text)] as const
  if (names[0] === undefined || names[1] === undefined || names[0] === names[1]) return undefined
  const first = inBody(one.text, ...lines(names[1]))
  const second = inBody(two.text, ...back(names[0]))
  return first === undefined || second === undefined ? undefined : { [one.path]: first, [`${two.path}.md`]: second }
}

const alone = (file: RealFile, text: string | undefined): SeededFiles | undefined =>
  text === undefined ? undefined : { [file.path]: text }

export const escalationSeeds: readonly Seed[] = [
  {
    rule: 'escalation-cycle',
    put: (file, i, other) => {
      const hop = (to: string) => ['## Escalation', '', `- **${of(topics, i)}** → «${to}»`]
      return pair(file, other, hop, hop)
    },
  },
  {
    rule: 'unknown-agent',
    put: (file, i) => {
      const rows = ['| Condition | Escalate to |', '| --- | --- |', '| Kernel panics | `«kernel-seeder»` |']
      if (i % 3 === 0) return alone(file, inBody(file.text, ...rows))
      if (i % 3 === 1)
        return alone(file, inBody(file.text, `Escalate ${of(topics, i)} to the \`«seeded-expert»\` agent.`))
      return alone(file, withKey(file.text, 'escalation:', '  - to: «seeded-lead»', '    when: nobody is on call'))
    },
  },
  {
    rule: 'self-handoff',
    put: (file) => {
      const name = nameOf(file.text)
      return name === undefined
        ? undefined
        : alone(file, withKey(file.text, 'escalation:', `  - to: «${name}»`, '    when: nobody is on call'))
    },
  },
  {
    rule: 'refused-handoff',
    put: (file, _, other) =>
      pair(
        file,
        other,
        (to) => ['## Escalation', '', `- Changes in \`seeded/infra/\` → «${to}»`],
        () => ['## You must not touch', '', '- `seeded/infra/`'],
      ),
  },
  {
    rule: 'impossible-handoff',
    put: (file, _, other) =>
      pair(
        { ...file, text: withKey(file.text, 'tools: Read, Grep') },
        other,
        (to) => ['## Delegation', '', `- \`«${to}»\`: all pictures`],
        () => [],
      ),
  },
  {
    rule: 'runaway-delegation',
    put: (file, _, other) => {
      const names = [nameOf(file.text), nameOf(other.text)] as const
      if (names[0] === undefined || names[1] === undefined || names[0] === names[1]) return undefined
      return {
        [file.path]: withKey(file.text, `tools: Read, Agent(«${names[1]}»)`),
        [`${other.path}.md`]: withKey(other.text, `tools: Read, Agent(«${names[0]}»)`),
      }
    },
  },
  {
    rule: 'unreachable-agent',
    host: 'copilot',
    put: (file) => alone(file, withKey(withKey(file.text, 'name: «Seeded Hermit»'), 'disable-model-invocation: true')),
  },
]
