import { readFleets } from '../composition.ts'
import type { ReadFleet } from '../engine/read-fleets.ts'
import type { Claim } from '../facts/agent-facts.ts'
import { type Stand, standsOn } from '../fleet/owners.ts'
import type { FileSystem } from '../io/file-system.ts'
import { absolutePath, joinPath, relativePath } from '../io/paths.ts'
import { indexLines, positionAt } from '../reporters/position.ts'
import { safeText } from '../reporters/safe-text.ts'
import { type Environment, exitCodes } from './environment.ts'
import { type CommonFlags, checkHost, loadSettings } from './load-settings.ts'
import { sayMissing } from './say-unmatched.ts'
import { printTable } from './table.ts'

export interface OwnersFlags extends CommonFlags {
  readonly format: 'table' | 'json'
  readonly agents?: readonly string[]
}

interface Answer {
  readonly path: string
  readonly root: string
  readonly owner: 'one' | 'several' | 'none'
  readonly stands: readonly {
    readonly agent: string
    readonly stance: string
    readonly pattern: string
    readonly path: string
    readonly line: number
    readonly confidence: string
  }[]
}

/** `agent-lint owners <path…>`: who owns each file, by which claim, at which line. */
export async function runOwners(
  environment: Environment,
  paths: readonly string[],
  flags: OwnersFlags,
): Promise<number> {
  const given = flags.agents ?? []
  const settings = await loadSettings(environment, flags, given)
  if (settings === undefined) return exitCodes.failure
  const { fs } = settings
  const host = flags.host === undefined ? [] : [checkHost(flags.host)]
  const { fleets, unmatched } = await readFleets(fs, { ...settings, paths: given, host })
  sayMissing(environment, given, unmatched, fleets.length === 0)
  if (fleets.length === 0) return exitCodes.failure
  const answers = paths.flatMap((path) => fleets.flatMap((fleet) => answer(fleet, fs, path)))
  for (const path of paths) {
    if (answers.some((one) => one.path === path)) continue
    environment.stderr.write(`agent-lint: ${safeText(path)} lies outside of every project with agents\n`)
  }
  environment.stdout.write(
    flags.format === 'json' ? `${JSON.stringify({ paths: answers }, null, 2)}\n` : toText(answers),
  )
  return answers.length === 0 ? exitCodes.failure : exitCodes.clean
}

/** None where the path lies outside of the fleet's project. */
function answer({ fleet, project, texts }: ReadFleet, fs: FileSystem, path: string): Answer[] {
  const absolute = absolutePath(fs.cwd, path)
  const inside = relativePath(project, absolute)
  if (inside.startsWith('..')) return []
  const isFolder = path.endsWith('/') || fs.kindOf(absolute) === 'directory'
  const stands = standsOn(fleet, isFolder ? fileIn(inside) : inside)
  const owners = stands.filter(({ claims }) => claims[0]?.stance === 'owns').length
  return [
    {
      path,
      root: fleet.root,
      owner: owners === 0 ? 'none' : owners === 1 ? 'one' : 'several',
      stands: stands.flatMap((stand) => stand.claims.map((claim) => toStand(stand, claim, texts))),
    },
  ]
}

/** Whoever owns a folder owns a file in it that nothing else is known of. */
const fileIn = (folder: string): string => joinPath(folder, 'x')

function toStand({ agent }: Stand, claim: Claim, texts: ReadonlyMap<string, string>): Answer['stands'][number] {
  const { line } = positionAt(indexLines(texts.get(agent.path) ?? ''), claim.span.start)
  const { stance, pattern, confidence } = claim
  return { agent: agent.name.value, stance, pattern, path: agent.path, line, confidence }
}

const verdicts: Readonly<Record<Answer['owner'], string>> = {
  none: 'nobody owns it',
  one: 'one owner',
  several: 'several own it',
}

function toText(answers: readonly Answer[]): string {
  return answers
    .map(({ path, root, owner, stands }) => {
      const head = `${safeText(path)}: ${verdicts[owner]} (${safeText(root)})\n`
      const rows = stands.map((stand) => [
        `  ${stand.stance}`,
        stand.agent,
        stand.pattern,
        `${stand.path}:${stand.line}`,
      ])
      return rows.length === 0 ? head : head + printTable(['  stance', 'agent', 'claim', 'at'], rows)
    })
    .join('\n')
}
