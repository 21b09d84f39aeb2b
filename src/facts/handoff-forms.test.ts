import { describe, expect, it } from 'vitest'
import { scanBlocks } from '../document/scan-blocks.ts'
import { readHandoffs } from './handoffs.ts'
import { readLines } from './read-lines.ts'

/** Forms of sentences by which teams say who gets work, beside those that look like them. */
function handoffs(text: string): string[] {
  const body = { start: 0, end: text.length }
  const { lines, tables } = readLines(text, body, scanBlocks(text, body))
  return readHandoffs(lines, tables).map(({ to, relation }) => `${relation} ${to}`)
}

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
    ['a numbered agent', '## Never touch\n\n`a/**` (ask Agent B)', ['escalates Agent B']],
    ['numbered agents', 'Escalate to the Agent 3 or agent 5.', ['escalates Agent 3', 'escalates agent 5']],
    ['an owner in a heading', '### Files you must NOT touch (owned by Agent 4)\n\n- `a/b.ts`', ['escalates Agent 4']],
    [
      'a heading that hands over',
      '### Escalate to Canvas Painter\n\nWhen colours clash.',
      ['escalates Canvas Painter'],
    ],
    ['a name and what it is', '## You do NOT own\n\n- `a/` — canvas-painter desk', ['escalates canvas-painter']],
    ['a plain name in a list of others', "## NOT yours\n\n- Colours (that's Vera)", ['escalates Vera']],
    ['somebody in a list of others', "## NOT yours\n\n- Colours (that's the owner)", []],
    [
      'a name with a remark',
      '## NOT yours\n\n- Colours (canvas-painter; tell it the shade)',
      ['escalates canvas-painter'],
    ],
    ['who owns it', '## NOT yours\n\n- Canvas-painter owns the colours', ['escalates Canvas-painter']],
    [
      'who explains it',
      '## NOT yours\n\n- Colours → canvas-painter (mix them; paper-printer handles paper)',
      ['escalates canvas-painter'],
    ],
    ['who owns what elsewhere', 'Canvas-painter owns the colours.', []],
    ['what it does NOT hand over', '**Do NOT:**\n- Hand off to canvas-painter before noon', []],
    ['who does what it does NOT', '**This agent does NOT:**\n- Paint — delegates to `painter`', ['delegates painter']],
    ['where it comes from', '**Escalate from:**\n- `painter` - When colours clash', []],
    [
      'what is handed back',
      'Hand back: a new colour (canvas-painter); new paper (paper-printer)',
      ['escalates canvas-painter', 'escalates paper-printer'],
    ],
    [
      'names that share a verb, in Korean',
      '색은 canvas-painter를, 종이는 `printer`를 사용한다.',
      ['escalates canvas-painter', 'escalates printer'],
    ],
    [
      'asked for, in Korean',
      '## 금지사항\n\n- 색을 바꾸지 마라 (필요 시 `painter`/Printer에 요청)',
      ['escalates painter', 'escalates Printer'],
    ],
    [
      'whose work it is',
      "## Out of scope\n\n- Colours beyond the call to `mix` - `painter`'s work.",
      ['escalates painter'],
    ],
    // Which of two readings is an agent the fleet knows.
    [
      'a few words in parentheses',
      '## NOT yours\n\n- Colours (canvas-painting lead); hues (colour mixer)',
      ['escalates canvas-painting', 'escalates canvas-painting lead', 'escalates colour mixer'],
    ],
    ['somebody in parentheses', '## NOT yours\n\n- Prices (product owner)', []],
    ['names with dots between', 'Escalate to `painter` · `printer`.', ['escalates painter', 'escalates printer']],
  ])('%s', (_, text, expected) => {
    expect(handoffs(text)).toEqual(expected)
  })
})
