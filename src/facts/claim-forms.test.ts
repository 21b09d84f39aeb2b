import { describe, expect, it } from 'vitest'
import { scanBlocks } from '../document/scan-blocks.ts'
import { readClaims } from './ownership.ts'
import { readLines } from './read-lines.ts'

function read(text: string) {
  const body = { start: 0, end: text.length }
  const { lines, tables } = readLines(text, body, scanBlocks(text, body))
  return readClaims(lines, tables)
}

const isLoud = ({ confidence }: { confidence: string }): boolean => confidence !== 'low'

const claims = (text: string): string[] =>
  read(text)
    .filter(isLoud)
    .map(({ stance, pattern }) => `${stance} ${pattern}`)

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
    [
      'bare paths below each other',
      '## You own\n\ncanvas/first.ts\ncanvas/second.ts\ncanvas/third.ts\ncanvas/fourth.ts',
      ['owns canvas/first.ts', 'owns canvas/second.ts', 'owns canvas/third.ts', 'owns canvas/fourth.ts'],
    ],
    [
      'labels in a block of paths',
      '## Files you own\n\n```\nONLY modify these files:\n  a/Dockerfile   — the image\n  a/.env.example — a template\n\nNEVER modify:\n  b/**  — others\n```',
      ['owns a/Dockerfile', 'owns a/.env.example', 'excludes b/**'],
    ],
    [
      'several paths a line in a block',
      '## Paths you own\n\n```\na/b/  c/d/  ← all yours\ne/f/  ← yours too\n```',
      ['owns a/b/', 'owns c/d/', 'owns e/f/'],
    ],
    ['a command in a block', '## Paths you own\n\n```\ncp a/b c/d\nls e/f\n```', []],
    [
      'remarks in a block of paths',
      '## You own\n\n```\n# the canvas\na/b.ts\nc/d.ts\n```',
      ['owns a/b.ts', 'owns c/d.ts'],
    ],
    [
      'an exception that ends',
      '## Scope\n\n`a/**` (except `a/b/**`), `c/**`',
      ['owns a/**', 'excludes a/b/**', 'owns c/**'],
    ],
    [
      'an exception within a path',
      '## You own\n\n- `a/**` except `a/b/**`, `c/**`',
      ['owns a/**', 'excludes a/b/**', 'owns c/**'],
    ],
    [
      'several exceptions',
      '## You own\n\n- `a/**` except `a/b/**`, `a/c/**`',
      ['owns a/**', 'excludes a/b/**', 'excludes a/c/**'],
    ],
    [
      'files of a folder in parentheses',
      '## You own\n\n- `a/**` (first.ts, second.ts), `b/`',
      ['owns a/**', 'owns b/'],
    ],
    ['files of a folder behind a colon', '## You own\n\n- `a/`: `first.ts`, `second.ts`', ['owns a/']],
    ['addresses behind a dash', '## You own\n\n- `a/first.ts` — `GET /x`, `/rows/{id}`', ['owns a/first.ts']],
    [
      'what is only edited',
      'Boundaries:\n- Edit only `a/**`. Stay out of `b/**` and `c/**`.',
      ['shares a/**', 'excludes b/**', 'excludes c/**'],
    ],
    ['one file that is only edited', 'Edit only `a/b.ts` when asked.', []],
    ['what stands in a place', '## Never\n\n- Put logic in `a/`', []],
    ['what is added to a place', '## Forbidden\n\n- Do NOT add workarounds in `a/` to make a test pass', []],
    ['files in a place', '## Forbidden\n\n- Never create files in `a/`', ['excludes a/']],
    ['a path behind code', '## Forbidden\n\n- Moving pages (ask `painter`/Printer)', []],
    ['words side by side', 'You own `a/`. Never touch one_thing/other/third/fourth.', ['owns a/']],
    ['what it does NOT do', '**Do NOT:**\n- Edit `a/`\n- Skip `b/`', ['excludes a/']],
    ['what is allowed in a list of bans', "## What you do / don't do\n\n✅ Write down what is new into `a.md`", []],
    [
      'parts of a list',
      '## Never edit\n\n- `a/` (hers; she likes it); `b/` (his); and keep `c/` tidy',
      ['excludes a/', 'excludes b/'],
    ],
    [
      'a tag that heads a part',
      '<ownership>\n- `a/`\n- Never write: `b/`\n</ownership>\n\nSee `c/`.',
      ['owns a/', 'excludes b/'],
    ],
    ['shared with somebody', '## You own\n\n- Shared with the painter: `a/b.md`', ['shares a/b.md']],
    [
      'Spanish, what may be changed',
      '## Archivos que PUEDES modificar\n\n- `a/b.md`\n\n## Archivos que NO PUEDES modificar\n\n- `c/d.md`',
      ['shares a/b.md', 'excludes c/d.md'],
    ],
    ['Russian, whose zone', 'Ты рисуешь. Твоя зона: /a/b.', ['owns /a/b']],
    [
      'where they are, below what they are',
      '## Files you may create\n\nJust these, in `a/b/`:\n\n- `first.ts`\n- `second.ts`\n\n`third.md` is there already.',
      ['shares a/b/first.ts', 'shares a/b/second.ts', 'shares third.md'],
    ],
    [
      'where an arrow points',
      '## Out of scope\n\n- Reviews → `/look-at-it`\n- Prices → listed in `prices.md`\n- `a/` → painter',
      ['excludes a/'],
    ],
    ['a path in a bold lead', '- **You own `a/**`** — the routes, and what is around them', ['owns a/**']],
    ['a base in a bold lead', '- **You own (`a/`):** `b.ts`', ['owns a/b.ts']],
    [
      'what is only read',
      '## Your lane\n\n- You read from `a/` (`b/*.json`), which is always fine\n- `c/`',
      ['reads a/', 'reads b/*.json', 'owns c/'],
    ],
  ])('%s', (_, text, expected) => {
    expect(claims(text)).toEqual(expected)
  })
})

describe('whose it is', () => {
  it.each([
    ['the one who owns it', '## Paths\n\n**Owned:**\n- Painter owns `a/`', 'Painter'],
    ['nobody else', '## You own\n\n- The wheel, which he owns, in `a/`', undefined],
  ])('%s', (_, text, owner) => {
    expect(read(text).map((claim) => claim.owner)).toEqual([owner])
  })
})
