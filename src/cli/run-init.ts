import { createNodeFileSystem, hostById, hostIds, lint } from '../composition.ts'
import type { FileSystem } from '../io/file-system.ts'
import { absolutePath, relativePath } from '../io/paths.ts'
import { repositoryTop } from '../io/repository.ts'
import { writeOwnFile } from '../io/write-own-file.ts'
import { count } from '../reporters/count.ts'
import { safeText } from '../reporters/safe-text.ts'
import { listCounts } from '../reporters/summary.ts'
import { newBaseline, writeBaseline } from './baseline-on-disk.ts'
import { type Environment, exitCodes, UsageError } from './environment.ts'
import { type Choice, configText, hookEntry, hookText, workflowText } from './init-files.ts'
import { type InitPlan, type ProposedFile, planInit } from './init-plan.ts'
import { loadSettings } from './load-settings.ts'

export interface InitFlags {
  readonly yes?: boolean
}

/** What the user agreed to. */
interface Agreed extends Choice {
  readonly kinds: ReadonlySet<ProposedFile['kind']>
}

/** `agent-lint init`: proposes a configuration, a baseline, a hook and a workflow, and writes what is agreed to. */
export async function runInit(environment: Environment, paths: readonly string[], flags: InitFlags): Promise<number> {
  // Hooks and workflows go to the top of the repository.
  const here = createNodeFileSystem(environment.cwd)
  const fs = createNodeFileSystem(repositoryTop(here, here.cwd) ?? here.cwd)
  const seen = paths.map((path) => relativePath(fs.cwd, absolutePath(environment.cwd, path)))
  const settings = await loadSettings({ ...environment, cwd: fs.cwd }, {}, seen)
  if (settings === undefined) return exitCodes.failure
  const plan = await planInit(fs, { paths: seen, ...settings })
  if (plan === undefined) throw new UsageError('no agents here', 'name their folder: agent-lint init <folder>')
  describe(environment, plan)
  const agreed = flags.yes === true ? allOf(plan) : await ask(environment, plan)
  if (agreed === undefined) return exitCodes.clean
  await writeAll(environment, fs, plan, agreed)
  return exitCodes.clean
}

function describe({ stdout }: Environment, { fleets, files, found, fixable, passedOver }: InitPlan): void {
  for (const { root, hostName, hostFrom, agents } of fleets) {
    const guess = hostFrom === 'inferred' ? ', as it seems' : ''
    stdout.write(`${safeText(root)}: ${count(agents, 'agent')} for ${hostName}${guess}\n`)
  }
  if (passedOver > 0) stdout.write(`${count(passedOver, 'file')} passed over; agent-lint --list-files says why\n`)
  stdout.write(`${listCounts(found) || 'no errors, no warnings'}\n`)
  // What is in the baseline is not mended any more.
  const best = files.some(({ kind, left }) => kind === 'baseline' && left === undefined)
    ? '; best before they are set aside'
    : ''
  if (fixable > 0) stdout.write(`${fixable} of them would be mended by agent-lint --fix${best}\n`)
  stdout.write('\n')
  for (const { path, left } of files) {
    if (left !== undefined) stdout.write(`${path} is not proposed: ${safeText(left)}\n`)
  }
}

const proposed = ({ files }: InitPlan): ProposedFile[] => files.filter(({ left }) => left === undefined)

const allOf = (plan: InitPlan): Agreed => ({
  presets: ['recommended'],
  hosts: new Map(plan.guessed.map(({ root, host }) => [root, host])),
  kinds: new Set(proposed(plan).map(({ kind }) => kind)),
})

/** Undefined where the user breaks off. Throws a usage error where nobody can be asked. */
async function ask({ variables, stdout }: Environment, plan: InitPlan): Promise<Agreed | undefined> {
  const { askOne, askYes, begin, Cancelled, canAsk } = await import('./prompts.ts')
  if ((variables.CI ?? '') !== '' || !canAsk()) {
    for (const { path } of proposed(plan)) stdout.write(`${path} is proposed\n`)
    throw new UsageError('init asks what to write, and this is no terminal', '--yes takes all proposals')
  }
  begin('agent-lint init')
  try {
    const kinds = new Set<ProposedFile['kind']>()
    const hosts = new Map<string, string>()
    let presets = ['recommended']
    for (const { kind, path } of proposed(plan)) {
      if (!(await askYes(questions[kind](path, plan)))) continue
      kinds.add(kind)
      if (kind !== 'config') continue
      for (const { root, host } of plan.guessed) {
        hosts.set(root, await askOne(`Which program loads ${safeText(root)}?`, hostChoices(host)))
      }
      presets = (await askOne('Which rules?', presetChoices)).split(' + ')
    }
    return { presets, hosts, kinds }
  } catch (error) {
    if (error instanceof Cancelled) return undefined
    throw error
  }
}

const presetChoices = [
  { value: 'recommended', hint: 'what is wrong' },
  { value: 'strict', hint: 'and what only some teams mind' },
  { value: 'recommended + security', hint: 'and what a stranger may have put there' },
]

/** The likely one first. */
const hostChoices = (likely: string) =>
  [likely, ...hostIds.filter((id) => id !== likely)].map((value) => ({ value, hint: hostById(value)?.name ?? '' }))

const questions: Readonly<Record<ProposedFile['kind'], (path: string, plan: InitPlan) => string>> = {
  config: (path) => `Write a configuration (${path})?`,
  baseline: (path, { found }) =>
    `Set aside what is found now (${listCounts(found)}), so that only what is new counts (${path})?`,
  hook: (path) => `Lint before each commit, with pre-commit (${path})?`,
  workflow: (path) => `Lint pull requests, with a workflow that may only read (${path})?`,
}

async function writeAll(
  environment: Environment,
  fs: FileSystem,
  plan: InitPlan,
  { kinds, ...choice }: Agreed,
): Promise<void> {
  // The baseline is about what the configuration makes of the fleet.
  if (kinds.has('config')) write(environment, fs, plan, 'config', configText(choice))
  if (kinds.has('baseline')) await writeFirstBaseline(environment, fs, plan)
  const isStrict = kinds.has('baseline') || isThere(plan, 'baseline') || listCounts(plan.found) === ''
  if (kinds.has('hook')) write(environment, fs, plan, 'hook', hookText(plan.paths, isStrict))
  else if (isThere(plan, 'hook')) {
    environment.stdout.write(
      `for the hook, add this to ${pathOf(plan, 'hook')}, if it is not there:\n${hookEntry(plan.paths, isStrict)}`,
    )
  }
  if (kinds.has('workflow')) write(environment, fs, plan, 'workflow', workflowText(plan.paths, isStrict))
  const again = ['agent-lint', ...plan.paths.map(safeText)].join(' ')
  environment.stdout.write(`\nnext: ${again}${kinds.has('hook') ? '; pre-commit install' : ''}\n`)
}

const isThere = ({ files }: InitPlan, kind: ProposedFile['kind']): boolean =>
  files.some((file) => file.kind === kind && file.left === 'it is there')

const pathOf = ({ files }: InitPlan, kind: ProposedFile['kind']): string =>
  files.find((file) => file.kind === kind)?.path ?? ''

function write(
  { stdout }: Environment,
  fs: FileSystem,
  plan: InitPlan,
  kind: ProposedFile['kind'],
  text: string,
): void {
  const path = pathOf(plan, kind)
  const failure = writeOwnFile(absolutePath(fs.cwd, path), text)
  if (failure !== undefined) throw new UsageError(`${path} could not be written: ${failure.why}`)
  stdout.write(`wrote ${path}\n`)
}

async function writeFirstBaseline(environment: Environment, fs: FileSystem, plan: InitPlan): Promise<void> {
  const settings = await loadSettings({ ...environment, cwd: fs.cwd }, {}, plan.paths)
  if (settings === undefined) throw new UsageError('the configuration could not be read again')
  const baseline = newBaseline(fs, absolutePath(fs.cwd, pathOf(plan, 'baseline')))
  const { nextBaseline } = await lint(fs, { paths: plan.paths, ...settings, baseline })
  writeBaseline(environment, fs, baseline, nextBaseline('warning'))
}
