import { describe, expect, it } from 'vitest'
import { scanBlocks } from '../document/scan-blocks.ts'
import { readHandoffs } from './handoffs.ts'
import { readClaims } from './ownership.ts'
import { readLines } from './read-lines.ts'

function read(text: string) {
  const body = { start: 0, end: text.length }
  const { lines, tables } = readLines(text, body, scanBlocks(text, body))
  return { claims: readClaims(lines, tables), handoffs: readHandoffs(lines, tables) }
}

const isLoud = ({ confidence }: { confidence: string }): boolean => confidence !== 'low'

const claims = (text: string): string[] =>
  read(text)
    .claims.filter(isLoud)
    .map(({ stance, pattern }) => `${stance} ${pattern}`)

const handoffs = (text: string): string[] => read(text).handoffs.map(({ to, relation }) => `${relation} ${to}`)

/** Forms of sentences that teams use for the same few things, beside those that look like them. */
describe('forms of claims', () => {
  it.each([
    ['not your domain', '## NOT your domain\n\n- `ui/`\n\n## Your domain\n\n- `api/`', ['excludes ui/', 'owns api/']],
    ['not part of your scope', '## Not in your scope\n\n- `ui/`', ['excludes ui/']],
    [
      'a subject that is reviewed',
      '## You own\n\n### Engine (you also review the work of others)\n\n- `a/`',
      ['owns a/'],
    ],
    [
      'a list of what is read',
      '## Rules (read before starting)\n\n- `a.md`\n\n## You own\n\n- `b/`',
      ['reads a.md', 'owns b/'],
    ],
    ['read-only below what is owned', '## You own\n\n### Mirror (read-only)\n\n- `a/`', ['reads a/']],
    ['a block of paths', '## You own\n\n```\na/b/**\nc/d.ts # rows\n```', ['owns a/b/**', 'owns c/d.ts']],
    ['a block with code', '## You own\n\n```\na/b/**\nnpm run x\n```', []],
    ['a drawn tree', '## You own\n\n```\na/\n├── b.ts\n```', []],
    ["a block of paths that are nobody's", '## Layout\n\n```\na/b/**\n```', []],
    ['domain alone', '## Domain\n\n- `a/`', ['owns a/']],
    ['domain rules', '## Domain rules\n\n- States follow `docs/states.md`', []],
    ['rules of the domain', '## Rules of the domain (docs/)\n\n- A sum is never changed (docs/sums.md)', []],
    ['the domain of somebody', '## Backend domain\n\n- `a/`', ['owns a/']],
    ['shared alone', '**Shared:** `a/`, `b/`', ['shares a/', 'shares b/']],
    ['shared parts', '**Shared parts**: `a/base.ts`, `b/pool.ts`', []],
    ['shared state', '## Shared state\n\n- `PLAN.md`: what is to be done', []],
    ['focus areas', '## Focus areas\n\n- apps/api/**\n- routes/**', ['owns apps/api/**', 'owns routes/**']],
    ['what is never touched beside what is owned', 'You own `ui/`. Never touch `api/`.', ['owns ui/', 'excludes api/']],
    ['a rule of the house', 'Never edit `dist/`, it is built.', ['reads dist/']],
    ['a heading of a path', '## Delegate: all of `ui/`', []],
    ['a limit', '- ONLY create, modify, or delete files under a/**.', ['shares a/**']],
    ['a limit the other way round', 'You create and edit files ONLY in `a/`.', ['shares a/']],
    ['only what is told', 'Only update `package.json` when asked.', []],
    ['working only there', 'You operate exclusively within the `a/` folder.', ['owns a/']],
    ['what is not done without it', '## You must never\n\n- ❌ Close a round without writing REPORT.md', []],
    ['a rule about code in a table', '| Forbidden | Correct |\n|--|--|\n| Logic in `cli/` | Move it to `core/` |', []],
    ['a path in a table', '| Forbidden | Whose |\n|--|--|\n| `cli/` | ops |', ['excludes cli/']],
    ['a Spanish exception', '## Ownership exclusivo\n\n- `a/**` (menos `a/b/`)', ['owns a/**', 'excludes a/b/']],
    ['a part in tags', '<ownership>\nOwned paths:\n- a/**\n</ownership>', ['owns a/**']],
    ['an example in tags', '<example>\nYou own `a/`.\n</example>', []],
    ['HTML', '<details>\nYou own `a/`.\n</details>', []],
    ['a place to stay in', '**Boundaries**: stay inside `a/`.', ['owns a/']],
    [
      'what a role covers',
      'This role covers `a/` and `b/`, excluding `a/c/`.',
      ['owns a/', 'owns b/', 'excludes a/c/'],
    ],
    ['a limit in Spanish', '## Límites\n\n- Solo editar dentro de `a/`', ['owns a/']],
    ['words with an acronym', '## Not your responsibility\n\n- schema/migrations/ORM', []],
    ['Portuguese', '## Escopo\n\n- `app/`\n\n## Fora do escopo\n\n- `infra/`', ['owns app/', 'excludes infra/']],
    ['French', '## Fichiers en scope\n`app/**` et `tests/**`', ['owns app/**', 'owns tests/**']],
    ['rules that all share, in Russian', '## Общие правила\n\n- читай `docs/rules.md`', []],
    ['Russian, what it does not make', '**Ты НЕ создаёшь:** маршруты (`routes/`).', ['excludes routes/']],
    ['subjects side by side', '## Focus areas\n\n- fast, unit/contract/load-based tests', []],
  ])('%s', (_, text, expected) => {
    expect(claims(text)).toEqual(expected)
  })
})

describe('forms of handoffs', () => {
  it.each([
    ['what you are not', '**You are NOT:**\n- Somebody who draws (painter-agent)', ['escalates painter-agent']],
    ['who does that', '**You are NOT:**\n- A painter (canvas-painter does that)', ['escalates canvas-painter']],
    ['whose job it is', "You do not sign off your own work: that is the qa-tester's job.", ['escalates qa-tester']],
    ['whose words they are', "Keep to the qa-tester's words.", []],
    ['who defines it', '## NOT your domain\n\n- Expected values (assessment defines these)', ['escalates assessment']],
    ['a name behind a dash', '## You do NOT own\n\n- Pipelines, runners — `ops`', ['escalates ops']],
    ['a file behind a dash', '## You do NOT own\n\n- Pipelines — see `ops.yml`', []],
    ['a subject behind a dash', '## You do NOT own\n\n- Pipelines — all of them', []],
    ['not for that, but', 'Do NOT use for the proxy (use `ops-engineer`).', ['delegates ops-engineer']],
    ['not to be used', 'Do not use `ops-engineer` for that.', ['mentions ops-engineer']],
    ['a hyphenless name behind a strong verb', '- Write the test first, then hand to painter', ['escalates painter']],
    ['handed back', 'If a column is missing, hands back to schema-architect.', ['escalates schema-architect']],
    ['a heading that says more', '## After work: hand off to @reviewer with notes', ['escalates reviewer']],
    ['a heading that is a title', '## Delegating to painter-agent', []],
    [
      'two who own those',
      '## You do not own\n\n- Bugs: a-expert and b-expert own those',
      ['escalates a-expert', 'escalates b-expert'],
    ],
    [
      'what a bold title is called',
      'Launch these agents:\n\n1. **Paint/Print Agent** (`@painter`)',
      ['delegates painter'],
    ],
    [
      'what a bold title needs',
      'Launch these agents:\n\n1. **Painting** (once `canvas` is there)',
      ['delegates Painting'],
    ],
    ['a result given back', 'Return specs to the architect.', []],
    ['reassigned, in Spanish', '- Reasigna al `painter` o `printer`.', ['delegates painter', 'delegates printer']],
    ['one or more', 'Spawn one or more `researcher` agents.', ['delegates researcher']],
    [
      'arrows with commas',
      'Route each (`a` -> `painter` agent, `b` -> `printer` agent).',
      ['escalates painter', 'escalates printer'],
    ],
    ['steps', 'First `a` agent -> `b` agent -> `c` agent.', []],
    ['a linked name', '- Deep audits: hand off to [[Security Reviewer]].', ['escalates Security Reviewer']],
    ['Spanish', '- Editar tests, es del `qa-engineer`.', ['escalates qa-engineer']],
    ['Korean', '스타일 작업은 `ui-painter`에게 위임한다.', ['delegates ui-painter']],
    ['Japanese', '配色は `painter` に委任する。', ['delegates painter']],
    [
      'to whom',
      '## Hand-offs\n\n- To printer: what is printed\n- **@qa:** what is tested',
      ['escalates printer', 'escalates qa'],
    ],
    ['who is told by "by"', 'The API is owned by painter.', ['escalates painter']],
    // A word that names no agent of the fleet is dropped there.
    [
      'whose domain it is, in Spanish',
      '- No tocar `ui/**` (dominio de @painter)',
      ['escalates dominio', 'escalates painter'],
    ],
    ['a result given back to somebody', 'Return to Build Lead:\n\n- the branch', []],
    ['Portuguese', 'Se o esquema mudar, encaminhe para `schema-painter`.', ['escalates schema-painter']],
    ['Turkish', "6. Çıkmaza girersen `troubleshooter`'a yönlendir.", ['escalates troubleshooter']],
    ['Russian', 'Эти файлы создаёт Mobile Painter.', ['escalates Mobile Painter']],
  ])('%s', (_, text, expected) => {
    expect(handoffs(text)).toEqual(expected)
  })
})
