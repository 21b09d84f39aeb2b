import { describe, expect, it } from 'vitest'
import { scanBlocks } from '../document/scan-blocks.ts'
import { readHandoffs } from './handoffs.ts'
import { readClaims } from './ownership.ts'
import { isPath, pathsIn } from './paths.ts'
import { readLines } from './read-lines.ts'
import { readStatement } from './statement.ts'

function read(text: string) {
  const body = { start: 0, end: text.length }
  const { lines, tables } = readLines(text, body, scanBlocks(text, body))
  return { claims: readClaims(lines, tables), handoffs: readHandoffs(lines, tables) }
}

const claims = (text: string): string[] =>
  read(text).claims.map(
    ({ stance, pattern, confidence }) => `${stance} ${pattern}${confidence === 'low' ? ' (low)' : ''}`,
  )

const handoffs = (text: string): string[] =>
  read(text).handoffs.map(
    ({ to, relation, topic, isSurelyAgent }) => `${relation} ${to}: ${topic ?? ''}${isSurelyAgent ? '!' : ''}`,
  )

describe('claims', () => {
  it.each([
    ['a heading', '## What you own\n\n- `src/a/**`: all of it', ['owns src/a/**']],
    ['a bold lead', '**YOU OWN** (Backend):\n- **Server** (`server/`): routes', ['owns server/']],
    ['a key', 'OWNS: `src/a/`, `src/b.ts`', ['owns src/a/', 'owns src/b.ts']],
    ['a sentence', 'You own `src/a/` and nothing else.', ['owns src/a/']],
    ['a base', '**Files you own** (`src/x/`):\n- `v1/a.py`\n- `src/x/b.py`', ['owns src/x/v1/a.py', 'owns src/x/b.py']],
    ['a base alone', '## Territory: `src/x/`\n\n- everything in it', []],
    ['what is only mentioned', '## You own\n\n- Images for `apps/api`', ['owns apps/api (low)']],
    ['an exception', '## You own\n\n- `src/**` except `src/gen/`', ['owns src/**', 'excludes src/gen/']],
    [
      'a limit among bans',
      '## Boundaries\n\n- Write only within `src/a/`.\n- Never edit `src/b/`.',
      ['shares src/a/', 'excludes src/b/'],
    ],
    ['a cross', '## Boundaries\n\n- ❌ `*Tests.cs` (TestEngineer territory)', ['excludes *Tests.cs']],
    [
      'a change',
      '## You must NOT\n\n- Modify code in `apps/` or `packages/`',
      ['excludes apps/', 'excludes packages/'],
    ],
    ['a spoken-of file', '## You must NOT\n\n- Merge silently. Log it in `LOG.md`.', []],
    ['may edit', '## What you may edit\n\n- `docs/adr/`', ['shares docs/adr/']],
    ['may read', '## What you may read\n\n- `docs/adr/`\n\n## You own\n\n- `a/`', ['reads docs/adr/', 'owns a/']],
    ['may read, and nothing else', '## What you may read\n\n- `docs/adr/`', []],
    ['a qualifier', '## Scope\n\n- `lib/shared/` (primary owner)', ['shares lib/shared/']],
    ['read-only', '## You own\n\n- `gen/` (READ-ONLY)', ['reads gen/']],
    ['never edit', 'NEVER modify generated files in `src/gen/`.', ['reads src/gen/']],
    ['outside', 'Do not modify files outside `apps/web/`.', ['owns apps/web/']],
    ['outside, in a list', '## You must not\n\n- Touch anything outside of `apps/web/`', ['owns apps/web/']],
    ['except', 'Never edit anything except `docs/`.', ['owns docs/']],
    ['may edit, as a key', '**May edit (shared)**: `docs/x.md`', ['shares docs/x.md']],
    ['a perimeter', '## Owned perimeter\n\n- `src/a/`', ['owns src/a/']],
    ['marks', '✅ Own: `src/a/`\n🚫 Off-limits: `infra/`', ['owns src/a/', 'excludes infra/']],
    ['bare paths', '**Scope**: src/a/, src/b/ and tests/x/y.', ['owns src/a/', 'owns src/b/', 'owns tests/x/y']],
    ['bare globs', 'OWNS: src/a/**, src/**/b/*.ts, **/c.ts', ['owns src/a/**', 'owns src/**/b/*.ts', 'owns **/c.ts']],
    [
      'a bold folder',
      '**Files in src/a/**\n\n**Scope**: **src/b/** and __src/c/__',
      ['owns src/a/ (low)', 'owns src/b/', 'owns src/c/'],
    ],
    [
      'folders with lines below',
      '**You own** src/__tests__/x/ and src/__mocks__/',
      ['owns src/__tests__/x/', 'owns src/__mocks__/'],
    ],
    [
      'a table with a column of access',
      '## You own\n\n| Path | Access |\n|--|--|\n| `a/` | Own |\n| `b/` | Read |\n| `c/` | Shared |\n| `d/` | do not touch |',
      ['owns a/', 'reads b/', 'shares c/', 'excludes d/'],
    ],
    [
      'a table with a word that makes it one of several',
      '## You own\n\n| Path | Why |\n|--|--|\n| `a/` | styles |\n| `b/` | together with painter |',
      ['owns a/', 'shares b/'],
    ],
    ['a title of a column', '| Files you own | Why |\n|--|--|\n| `a/**` | all |', ['owns a/**']],
    ['a table of who owns what', '| Team | Owns |\n|--|--|\n| painters | `a/**` |', []],
    [
      'what it may edit as well',
      '## Territory\n\n- `e/`\n\nYou may also edit `a/ids.ts`.',
      ['owns e/', 'shares a/ids.ts'],
    ],
    ['a German sentence', 'Du bist zuständig für `a/**` und `b/`.', ['owns a/**', 'owns b/']],
    ['a Spanish sentence', 'Tu territorio es `a/`.', ['owns a/']],
    ['a sentence that limits', 'You may only edit files in `src/a/`.', ['owns src/a/']],
    ["somebody's territory", 'Never touch `ui/` (frontend-dev territory).', ['excludes ui/']],
    ['key files', '## Key files\n\n- `src/a.ts`\n\n## You own\n\n- `a/`', ['owns src/a.ts (low)', 'owns a/']],
    ['another section', '## You own\n\n- `src/a/`\n\n## Style\n\n- `src/b/`', ['owns src/a/']],
    ['a code block', '## You own\n\n```\nsrc/a/\n```', []],
    ['Korean', '## 담당 영역\n\n- `web/**`\n\n## 금지사항\n\n- `api/**` 수정 금지', ['owns web/**', 'excludes api/**']],
    [
      'Russian',
      '## Зона ответственности\n\n- `client/`\n\n## Запреты\n\n- `server/`',
      ['owns client/', 'excludes server/'],
    ],
    ['Spanish', '## Ownership exclusivo\n\n- `db/`\n\n## Prohibido\n\n- `ui/`', ['owns db/', 'excludes ui/']],
    ['French', '## Périmètre\n\n- `src/fr/`\n\n## Interdits\n\n- `src/en/`', ['owns src/fr/', 'excludes src/en/']],
    ['German', '## Zuständigkeit\n\n- `modul/`\n\n## Verboten\n\n- `kern/`', ['owns modul/', 'excludes kern/']],
    ['Japanese', '## 担当範囲\n\n- `web/`\n\n## 禁止事項\n\n- `api/`', ['owns web/', 'excludes api/']],
    ['Chinese', '## 负责范围\n\n- `web/`\n\n## 禁止\n\n- `api/`', ['owns web/', 'excludes api/']],
    ['a table', '## What you own\n\n| Path | Note |\n| --- | --- |\n| `src/a/` | ours |', ['owns src/a/']],
  ])('%s', (_, text, expected) => {
    expect(claims(text)).toEqual(expected)
  })
})

describe('handoffs', () => {
  it.each([
    ['an arrow', '## Escalation\n\n- **Schema changes** → db-expert', ['escalates db-expert: Schema changes']],
    [
      'a key with names and topics',
      'ESCALATES TO: db-expert (schema changes), Ops, `painter` (colours).',
      ['escalates db-expert: schema changes', 'escalates Ops: ', 'escalates painter: colours'],
    ],
    ['a key with names', '**Delegates to**: painter and printer; ops', ['delegates painter: ', 'delegates printer: ']],
    ['a key with a sentence', 'ESCALATION: security matters go first to those who know', []],
    ['a key of what is left', 'OUT OF SCOPE: billing, ops', []],
    [
      'a table of what is not its own',
      '| Not your job | Agent |\n|--|--|\n| Paint | `painter` |',
      ['escalates painter: Paint'],
    ],
    ['an arrow to code', '## Escalation\n\n- Outages → `ops` agent', ['escalates ops: Outages!']],
    ['an arrow to a path', '## Routing\n\n- **APIs** → docs/reference/http/', []],
    ['a table', '| Condition | Escalate To |\n| --- | --- |\n| Data loss | `ops` |', ['escalates ops: Data loss!']],
    ['a verb', 'If it is slow, delegate to `profiler`.', ['delegates profiler: If it is slow,!']],
    ['a verb and its object', 'Escalate driver faults to the `kernel` agent.', ['escalates kernel: driver faults!']],
    [
      'a parenthesis',
      '## You must NOT\n\n- Write shaders (delegate to technical-artist)',
      ['delegates technical-artist: Write shaders'],
    ],
    ['a zone', '## Out of scope\n\n- `web/` (frontend zone)', ['escalates frontend: ']],
    [
      'two names',
      '## Escalation\n\n- Proofs: consult `verifier` and `architect`.',
      ['escalates verifier: Proofs', 'escalates architect: Proofs'],
    ],
    [
      'not responsible',
      'You are not responsible for styling (ui-designer), tests (qa-engineer).',
      [
        'escalates ui-designer: You are not responsible for styling',
        'escalates qa-engineer: You are not responsible for styling (ui-designer), tests',
      ],
    ],
    [
      'a list of mentions',
      'Delegate to other agents:\n\n- @tester: tests\n- @writer: words',
      ['delegates tester: tests', 'delegates writer: words'],
    ],
    [
      "somebody's territory",
      "- Never touch `ui/` (frontend-dev's territory).",
      ['escalates frontend-dev: Never touch'],
    ],
    ['Title Case', '- Layout → Use Frontend Agent', ['escalates Frontend: Layout']],
    ['a roster', '## Subagents\n\n- `painter`: all pictures', ['delegates painter: all pictures']],
    ['incoming', '## Receives work from\n\n- `planner`: plans', []],
    ['reports to', '## Reports to\n\n- `lead`', []],
    ['a skill', 'Use the `style-guide` skill.', []],
    ['steps', 'Parser → Dispatcher → Runner', []],
    ['code', '```\ndelegate to `x`\n```', []],
  ])('%s', (_, text, expected) => {
    expect(handoffs(text)).toEqual(expected)
  })
})

describe('paths', () => {
  it.each([
    'src/',
    'src/a.ts',
    '*.ts',
    './a',
    '/a/b',
    'a/b/c.md',
    'Dockerfile',
    '.env',
    'docs/<id>/x.md',
    'src/{a,b}/**',
  ])('%s is one', (text) => {
    expect(isPath(text, true)).toBe(true)
  })

  it.each([
    'CI/CD',
    'Node.js',
    'and/or',
    '@scope/pkg',
    'https://a.b/c',
    'npm test',
    'a=b',
    'application/json',
    '1/2',
    'v1.2',
    'f()',
    '[x.y]',
    'example.com/a',
  ])('%s is none', (text) => {
    expect(isPath(text, true)).toBe(false)
  })

  it('bare are only those that can be nothing else', () => {
    const text = 'Work on Backend/Frontend, RTL/LTR, src/api/ and lib/x.ts, also packages/a/b, not Asia/Kolkata.'
    expect(pathsIn(readStatement(text, { start: 0, end: text.length })).map(({ pattern }) => pattern)).toEqual([
      'src/api/',
      'lib/x.ts',
      'packages/a/b',
    ])
  })
})

describe('what is made to take long', () => {
  it.each([
    ['abbreviations', 'delegate to `x` e.g. '.repeat(20_000)],
    ['bold and code', '**a** `b/c` → '.repeat(40_000)],
    ['verbs', '- delegate to `a`, `b` and `c`. Escalate it to `d`.\n'.repeat(5_000)],
    ['claims', `## You own\n\n${'- `src/a/**` except `src/b/`\n'.repeat(20_000)}`],
    ['labels', '**You own** (`a/`):\n- `b`\n\n'.repeat(20_000)],
    ['one long label', `${'**own** '.repeat(60_000)}:`],
    ['arrows', `## Escalation\n\n- ${'→ a '.repeat(100_000)}`],
    ['parentheses', `## Escalation\n\n- ${'('.repeat(200_000)}a`],
    ['blanks', `## Escalation\n\n- you own${' '.repeat(500_000)}a/`],
  ])('%s is read in time', (_, text) => {
    const start = performance.now()
    read(text)
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})
