import { nameOf, project, withKey } from './put.ts'
import { of, type Seed } from './seed.ts'

const subjects = [
  'releases and their notes',
  'slow queries in the database',
  'pages that nobody can read aloud',
  'tickets that nobody has answered',
] as const

const about = (i: number): string => of(subjects, i)

export const descriptionSeeds: readonly Seed[] = [
  {
    rule: 'vague-description',
    put: ({ path, text }, i) => {
      const name = nameOf(text)
      if (name === undefined) return undefined
      const description = of(['Reviews code', '"  "', name.replaceAll('-', ' '), 'Helps.'], i)
      return project(path, withKey(text, `description: «${description}»`))
    },
  },
  {
    rule: 'oversized-description',
    host: 'portable',
    put: ({ path, text }, i) =>
      project(path, withKey(text, `description: «Looks at ${`${about(i)}, `.repeat(60)}and more»`)),
  },
  {
    rule: 'description-budget',
    put: ({ path, text }, i, other) => ({
      [path]: withKey(text, `description: «Looks at ${`${about(i)}, `.repeat(4_000)}and more»`),
      [`${other.path}.md`]: withKey(other.text, 'description: Answers what is asked about the rest of it.'),
    }),
  },
  {
    rule: 'generated-description',
    host: 'copilot',
    put: ({ path, text }, i) =>
      project(
        path,
        withKey(text, `description: 'Looks at ${about(i)}. Use it when:«\\n»- somebody asks\\n- nobody does'`),
      ),
  },
  {
    rule: 'identical-descriptions',
    put: ({ path, text }, i, other) => ({
      [path]: withKey(text, `description: «Looks at ${about(i)} when somebody asks.»`),
      [`${other.path}.md`]: withKey(other.text, `description: «Looks at ${about(i)} when somebody asks.»`),
    }),
  },
  {
    rule: 'ambiguous-routing',
    put: ({ path, text }, i, other) => ({
      [path]: withKey(text, `description: Reviews ${about(i)}, security, performance, accessibility and style.`),
      [`${other.path}.md`]: withKey(other.text, `description: «Reviews performance, security and ${about(i)}.»`),
    }),
  },
]
