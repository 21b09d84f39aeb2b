import { inBody, parts, withoutKey } from './put.ts'
import type { RealFile } from './real-files.ts'
import { of, type Seed, type SeededFiles } from './seed.ts'

const headings = ['## What you own', '## Ownership', '**You own:**', '## Files you own'] as const
const folders = ['seeded/orders/', 'seeded/api/v2/**', 'seeded/ui/', 'seeded/**/*.proto'] as const

/** Does it have lines of its own that speak of what it owns? Then it is no plain ground for ours. */
const isSilent = ({ text }: RealFile): boolean =>
  !/\bown(?:s|er|ership)?\b|territory|responsib/i.test(parts(text).body.join('\n'))

/** Without a list of tools: who cannot write owns nothing. */
const section = (file: RealFile, heading: string, line: string): string | undefined =>
  isSilent(file) ? inBody(withoutKey(file.text, 'tools'), heading, '', line) : undefined

function both(
  one: RealFile,
  two: RealFile,
  first: string | undefined,
  second: string | undefined,
): SeededFiles | undefined {
  return first === undefined || second === undefined ? undefined : { [one.path]: first, [`${two.path}.md`]: second }
}

export const ownershipSeeds: readonly Seed[] = [
  {
    rule: 'overlapping-ownership',
    put: (file, i, other) => {
      const line = `- \`«${of(folders, i)}»\`: all of it`
      return both(file, other, section(file, of(headings, i), line), section(other, of(headings, i + 1), line))
    },
  },
  {
    rule: 'contradictory-ownership',
    put: (file, i) => {
      const folder = of(folders, i)
      const owned = section(file, of(headings, i), `- \`${folder}\``)
      if (owned === undefined) return undefined
      const text = inBody(owned, '## You must not touch', '', `- \`«${folder}»\``)
      return text === undefined ? undefined : { [file.path]: text }
    },
  },
  {
    rule: 'dead-claim',
    isRepository: true,
    put: (file, i) => {
      const text = section(file, of(headings, i), `- \`«${of(folders, i)}»\`: all of it`)
      return text === undefined ? undefined : { [file.path]: text, 'src/index.ts': 'export {}\n' }
    },
  },
  {
    rule: 'ambiguous-path',
    put: (file, i) => {
      const path = of(['*.seeded.ts', '../seeded/lib/', 'seeded\\old\\'], i)
      const text = section(file, of(headings, i), `- \`«${path}»\``)
      return text === undefined ? undefined : { [file.path]: text }
    },
  },
  {
    rule: 'unowned-files',
    isRepository: true,
    put: (file, i) => {
      const text = section(file, of(headings, i), '- `src/**`')
      const files = { 'src/index.ts': 'export {}\n', 'tools/run.ts': 'export {}\n' }
      return text === undefined ? undefined : { [file.path]: `«---»${text.slice(3)}`, ...files }
    },
  },
]
