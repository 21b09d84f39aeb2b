import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { checkoutAction } from '../cli/checkout-action.ts'
import { workflowText } from '../cli/init-files.ts'
import { projectRoot } from './run-built.ts'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Job {
  readonly steps: readonly Step[]
  readonly permissions?: Readonly<Record<string, string>>
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly unknown[]>> }
  readonly 'timeout-minutes'?: number
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, Job>>
}

const folder = join(projectRoot, '.github/workflows')
const texts = readdirSync(folder).map((name): [string, string] => [name, readFileSync(join(folder, name), 'utf8')])
const workflows = texts.map(([name, text]): [string, string, Workflow] => [name, text, parse(text)])
const declared = Object.keys(parse(readFileSync(join(projectRoot, 'action.yml'), 'utf8')).inputs)

describe.each(workflows)('the workflow %s', (_, text, { on, permissions, jobs }) => {
  const steps = Object.values(jobs).flatMap((job) => job.steps)

  it('may read the repository, and no more than it must', () => {
    expect(permissions).toEqual({ contents: 'read' })
    const more = Object.values(jobs).flatMap((job) => (job.permissions === undefined ? [] : [job.permissions]))
    for (const own of more) expect(own).toEqual({ contents: 'read', 'id-token': 'write' })
    expect(Object.keys(on)).not.toContain('pull_request_target')
    expect(text).not.toContain('secrets.')
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0)
  })

  it('pins every action by commit, with its version beside it', () => {
    const pins = [...text.matchAll(/uses: (.*)/g)].map((match) => match[1] ?? '')
    expect(pins.filter((pin) => pin !== './' && !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(pin))).toEqual(
      [],
    )
  })

  it('leaves no token in a checkout, and puts no value into a script', () => {
    for (const step of steps) {
      if (step.uses?.startsWith('actions/checkout@')) expect(step.with?.['persist-credentials']).toBe(false)
      expect(step.run ?? '').not.toContain('${{')
      if (step.uses === './')
        expect(Object.keys(step.with ?? {}).filter((name) => !declared.includes(name))).toEqual([])
    }
  })
})

it('one commit stands for an action everywhere: here, in what the README recommends, and in what `init` writes', () => {
  const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8')
  const all = [...texts.map(([, text]) => text), readme, workflowText([], false)]
  const pinsOf = (text: string): string[] =>
    [...text.matchAll(/uses: ((?!your-fork)[\w-]+\/[\w/-]+@[^,}\n]*)/g)].map(([, pin = '']) => pin.trim())
  expect(pinsOf(workflowText([], false))).toEqual([checkoutAction])
  expect(pinsOf(readme)).toContain(checkoutAction)
  const pins = [...new Set(all.flatMap(pinsOf))]
  expect(pins.filter((pin) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(pin))).toEqual([])
  const names = pins.map((pin) => pin.split('@')[0])
  expect(names).toEqual([...new Set(names)])
})

it('tests run on every system and Node that the package is for', () => {
  const matrix = workflows.find(([name]) => name === 'test.yml')?.[2].jobs.test?.strategy?.matrix
  expect(matrix?.os).toEqual(['ubuntu-latest', 'macos-latest', 'windows-latest'])
  expect(matrix?.node).toEqual([20, 22, 24])
})
