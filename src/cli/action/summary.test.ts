import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { runAction } from '../../testing/fake-runner.ts'
import { agentFile, folderWith } from '../../testing/run-built.ts'

const folder = '.claude/agents'
const sorts = (what: string): string => `description: Use this agent to sort the ${what} that came in.`
const owns = (...paths: readonly string[]): string =>
  `\n## What you own\n\n${paths.map((path) => `- \`${path}\`\n`).join('')}`
const hands = (topic: string, to: string): string => `\n## Escalation\n\n- ${topic} → \`${to}\` agent\n`

/** Two that own a file, three in a circle, one that hands work to nobody, and one that has nothing to do with any of it. */
const fleet = {
  [`${folder}/backend.md`]: `${agentFile('name: backend', sorts('requests'))}${owns('src/db/**')}${hands('Flaky tests', 'quality')}`,
  [`${folder}/database.md`]: `${agentFile('name: database', sorts('tables'))}${owns('src/db/**')}${hands('Rollouts', 'release')}`,
  [`${folder}/quality.md`]: `${agentFile('name: quality', sorts('tests'))}${hands('Flaky tests', 'triage')}`,
  [`${folder}/triage.md`]: `${agentFile('name: triage', sorts('tickets'))}${hands('Flaky tests', 'backend')}`,
  [`${folder}/docs.md`]: agentFile('name: docs', sorts('letters'), 'model: sonnet[2m]'),
  'src/db/tables.sql': '',
}

function tracked(files: Readonly<Record<string, string>>): string {
  const workspace = folderWith(files)
  execFileSync('git', ['init', '-q'], { cwd: workspace })
  execFileSync('git', ['add', '-A'], { cwd: workspace })
  return workspace
}

describe('the summary', () => {
  it('draws who is in trouble, says what the signs mean and who is not drawn', () => {
    const { summary, outputs } = runAction({ workspace: tracked(fleet) })
    expect(outputs).toMatchObject({ overlaps: '1', cycles: '1', agents: '5' })
    expect(summary).toContain('x-.-x|"both own src/db/tables.sql"|')
    expect(summary).not.toContain('["docs')
    expect(summary.slice(summary.lastIndexOf('```') + 3)).toBe(
      '\n\nRed: goes round in a circle. Dotted, with crosses: both own it. Dashed: there is no such agent. ' +
        'Not drawn: 1 agent without handoffs or conflicts.\n',
    )
  })

  it('explains no sign that is not there', () => {
    const { [`${folder}/quality.md`]: _, [`${folder}/docs.md`]: __, ...rest } = fleet
    const { summary } = runAction({ workspace: tracked(rest) })
    expect(summary.slice(summary.lastIndexOf('```') + 3)).toBe(
      '\n\nDotted, with crosses: both own it. Dashed: there is no such agent.\n',
    )
  })

  it('says how much of a large fleet is drawn', () => {
    const agents = Array.from({ length: 120 }, (_, i): [string, string] => [
      `${folder}/a${i}.md`,
      `${agentFile(`name: a${i}`, sorts(`tickets of team ${i}`))}${hands('More', `nobody-${i}`)}`,
    ])
    const { summary } = runAction({ files: Object.fromEntries(agents) })
    expect(summary).toMatch(
      /120 agents and 120 edges are too much for one drawing: only what is in trouble is drawn, 100 edges\.\n$/,
    )
  })

  it('has what was found in its title, and what else there is to say below', () => {
    const { summary } = runAction({
      files: { [`${folder}/a.md`]: agentFile('name: a', sorts('tickets'), 'tools: [Read, bash]') },
    })
    expect(summary).toMatch(
      /^## agent-lint: 1 warning in 1 agent \(claude-code\)\n\n1 fixable with .*--fix.*\n\n\| errors /,
    )
  })

  it('leads to files whatever they are called', () => {
    const name = '##[x] ~%2F_ü.md'
    const { summary } = runAction({
      files: { [`${folder}/${name}`]: agentFile('name: a', sorts('tickets'), 'tools: bash') },
    })
    const [, link = ''] = /<a href="([^"]*)"/.exec(summary) ?? []
    const at = new URL(link)
    expect(decodeURIComponent(at.pathname)).toBe(`/some-team/some-project/blob/${'a'.repeat(40)}/${folder}/${name}`)
    expect(at.hash).toBe('#L4')
  })
})
