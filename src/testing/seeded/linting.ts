import { parts, whole } from './put.ts'
import { of, type Seed } from './seed.ts'

/** The comment above a tool that the host does not know, so that there is something to silence. */
const comment = (rule: string, comments: readonly [string, ...string[]]): Seed => ({
  rule,
  put: ({ path, text }, i) => {
    const { head, body } = parts(text)
    const kept = head.filter((line) => !line.startsWith('tools:'))
    if (kept.some((line) => !/^[A-Za-z][\w-]*: /.test(line))) return undefined
    return { [path]: whole([...kept, of(comments, i), 'tools: [Read, house-search]'], body) }
  },
})

export const lintingSeeds: readonly Seed[] = [
  comment('unexplained-suppression', [
    '«# agent-lint-disable-next-line unknown-tool»',
    '«# agent-lint-disable unknown-tool»',
  ]),
  comment('unknown-suppression', [
    '# agent-lint-disable-next-line «unknwon-tool»',
    '«# agent-lint-disable-next-lines unknown-tool»',
    '«# agent-lint-disable -- all of it is known»',
    '# agent-lint-disable «because» the gateway adds it',
  ]),
  comment('unused-suppression', [
    '«# agent-lint-disable-next-line retired-model -- it is still there»',
    '«# agent-lint-disable left-over-text -- it is meant»',
  ]),
]
