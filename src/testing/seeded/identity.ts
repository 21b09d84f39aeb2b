import { nameOf, project, withKey } from './put.ts'
import { of, type Seed } from './seed.ts'

const second = '.claude/agents/seeded/second.md'

/** Letters of another script that look the same. */
const lookAlikes: Readonly<Record<string, string>> = { a: '\u0430', e: '\u0435', o: '\u043e', i: '\u0456', c: '\u0441' }

export const identitySeeds: readonly Seed[] = [
  {
    rule: 'invalid-name',
    put: ({ path, text }, i) =>
      project(path, withKey(text, `name: «${of(['docs:writer', '404', '-writer', '"docs: writer"', 'true'], i)}»`)),
  },
  {
    rule: 'duplicate-name',
    put: ({ path, text }, _, other) => {
      const name = nameOf(text)
      if (name === undefined) return undefined
      return {
        [path]: text.replace(`name: ${name}`, `name: «${name}»`),
        [second]: withKey(other.text, `name: «${name}»`),
      }
    },
  },
  {
    rule: 'name-file-mismatch',
    host: 'copilot',
    put: ({ path, text }, i) => project(path, withKey(text, `name: «${of(['Seeded Keeper', 'seeded-notes'], i)}»`)),
  },
  {
    rule: 'shadowed-built-in',
    put: ({ path, text }, i) =>
      project(path, withKey(text, `name: «${of(['Plan', 'Explore', 'general-purpose'], i)}»`)),
  },
  {
    rule: 'confusable-names',
    put: ({ path, text }, _, other) => {
      const name = nameOf(text)
      const alike = name?.replace(/[aeoic]/, (letter) => lookAlikes[letter] ?? letter)
      if (name === undefined || alike === name) return undefined
      return {
        [path]: text.replace(`name: ${name}`, `name: «${name}»`),
        [second]: withKey(other.text, `name: «${alike}»`),
      }
    },
  },
]
