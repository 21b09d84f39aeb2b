// Writes N agent files of about 6 kB, always the same for the same N; every tenth needs its YAML mended.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const words =
  'agent review test build change report module service handler release branch check reads writes finds keeps small clear before after every into from with their path file error limit order'.split(
    ' ',
  )

/** A small generator of pseudo-random numbers (mulberry32): seeded, so that runs can be compared. */
function random(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function agent(index, next) {
  const phrase = (length) => Array.from({ length }, () => words[Math.floor(next() * words.length)]).join(' ')
  const description = index % 10 === 0 ? `Use when: ${phrase(60)}` : phrase(60)
  let text = `---\nname: agent-${index}\ndescription: ${description}\ntools: Read, Grep, Glob, Bash\nmodel: sonnet\n---\n\n`
  while (text.length < 6000) {
    text += `## ${phrase(3)}\n\n${phrase(45)}.\n\n- \`src/${phrase(1)}/\`: ${phrase(8)}\n- **${phrase(2)}**: ${phrase(9)}\n\n`
    text += '```bash\nnpm test\n```\n\n'
  }
  return text
}

export function generateFleet(folder, count) {
  mkdirSync(folder, { recursive: true })
  const next = random(count)
  for (let index = 0; index < count; index++) writeFileSync(join(folder, `agent-${index}.md`), agent(index, next))
}
