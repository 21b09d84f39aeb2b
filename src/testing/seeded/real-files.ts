import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { corpusFolder, projectRoot } from '../run-built.ts'
import { isPlain } from './put.ts'

/** A file that others have written, and where it lies in the project that is made around it. */
export interface RealFile {
  readonly source: string
  readonly path: string
  readonly text: string
}

const homes: Readonly<Record<string, string>> = {
  'claude-code': '.claude/agents',
  copilot: '.github/agents',
  portable: 'agents',
}

/** Files for that host that have frontmatter of a plain form, sorted by where they lie. */
export function realFiles(host: string): RealFile[] {
  const folder = corpusFolder === undefined ? join(projectRoot, 'fixtures', 'hosts') : join(corpusFolder, 'corpus')
  return pathsBelow(folder)
    .filter((path) => (corpusFolder === undefined ? isFixtureOf(path, host) : isWrittenFor(path, host)))
    .map((path) => ({
      source: path,
      path: `${homes[host]}/${lastOf(path)}`,
      text: readFileSync(join(folder, path), 'utf8'),
    }))
    .filter(({ text }) => isPlain(text))
}

function pathsBelow(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'))
  return paths.filter((path) => path.endsWith('.md')).toSorted()
}

/** The portable form is what most files for terminals have anyway. */
const isWrittenFor = (path: string, host: string): boolean => path.endsWith('.agent.md') === (host === 'copilot')

const isFixtureOf = (path: string, host: string): boolean =>
  path.startsWith(host === 'copilot' ? 'copilot/valid/' : 'portable/valid/')

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** All of them, in an order that takes one of every `count`th part first, so that the first few are of all kinds. */
export function spread(files: readonly RealFile[], count: number, shift: number): RealFile[] {
  const step = Math.max(1, Math.floor(files.length / count))
  const rounds = Array.from({ length: step }, (_, round) => (round + shift) % step)
  return rounds.flatMap((first) => files.filter((_, i) => i % step === first))
}
