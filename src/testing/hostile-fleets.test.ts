import { describe, expect, it } from 'vitest'
import { agentFile, folderWith, runBuilt } from './run-built.ts'

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

function fleetOf(count: number, file: (i: number) => string): string {
  return folderWith(Object.fromEntries(numbers(count).map((i) => [`.claude/agents/agent-n${i}.md`, file(i)])))
}

const agent = (i: number, fields: readonly string[], body: readonly string[]): string =>
  `${agentFile(`name: agent-n${i}`, `description: Works on part ${i} of the project.`, ...fields)}\n${body.join('\n')}\n`

const list = (patterns: readonly string[]): string[] => patterns.map((pattern) => `    - '${pattern}'`)
const manyStars = (letter: string): string[] => numbers(60).map((j) => `**/${`*${letter}*/`.repeat(30)}${j}`)
const manyBraces = (i: number): string[] =>
  numbers(60).map((j) => `src/${'{a,b}'.repeat(7)}${'x'.repeat(900)}${i}z${j}`)

/** Each took minutes, or gigabytes, before what is compared was bounded. */
describe('fleets made to take long', () => {
  it.each([
    [
      'exclusions of one agent that are hard to tell from what it owns',
      () =>
        fleetOf(20, (i) =>
          agent(i, ['scope:', '  owns:', ...list(manyStars('a')), '  excludes:', ...list(manyStars('b'))], []),
        ),
    ],
    [
      'names that nobody has, each another',
      () =>
        fleetOf(800, (i) =>
          agent(i, [], ['## Escalation', '', ...numbers(60).map((j) => `- topic → \`agnt-${i}q${j}\` agent`)]),
        ),
    ],
    [
      'braces that multiply long patterns',
      () => fleetOf(300, (i) => agent(i, ['scope:', '  owns:', ...list(manyBraces(i))], [])),
    ],
    [
      'paths in all handoffs',
      () =>
        fleetOf(100, (i) =>
          agent(
            i,
            [],
            [
              '## Escalation',
              '',
              ...numbers(60).map(
                (j) => `- changes to \`${'**/*a*/'.repeat(8)}x${i}${j}/*b*\` → \`agent-n${(i + j + 1) % 100}\``,
              ),
            ],
          ),
        ),
    ],
  ])('%s', { timeout: 120_000 }, (_, make) => {
    const cwd = make()
    expect([0, 1]).toContain(runBuilt(['--format', 'compact', '--quiet'], { cwd, timeout: 45_000 }).exitCode)
  })
})
