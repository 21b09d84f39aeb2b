import { describe, expect, it } from 'vitest'
import { slice } from '../core/span.ts'
import { documentAs, sourceOf } from '../testing/read-as.ts'
import { findFenceTrouble, languageTag } from './fence-trouble.ts'

/** Kind, the characters it points at, and the keys that are lost. */
function trouble(id: string, text: string): readonly [string, string, string[]] | undefined {
  const found = findFenceTrouble(documentAs(id, sourceOf(text)))
  return found === undefined ? undefined : [found.kind, slice(text, found.span), [...found.lostKeys]]
}

describe('where dashes end the block wherever they stand', () => {
  it.each([
    ['nothing is wrong', '---\nname: a\n---\nx\n', undefined],
    ['blanks behind the dashes', '--- \nname: a\n--- \nx\n', undefined],
    ['a thematic break below', '---\nname: a\n---\nx\n\n---\n', undefined],
    ['dashes in a value', '---\nname: a\ndescription: b --- c\nmodel: x\n---\n', ['closed-early', '---', ['model']]],
    [
      'dashes in a block',
      '---\nname: a\ndescription: |\n  ---\n  b\nmodel: x\n---\n',
      ['closed-early', '---', ['model']],
    ],
    ['dashes in a value, the block ends anyway', '---\nname: a --- b\n# Heading\n\n---\n', ['closed-early', '---', []]],
    ['a long closing line', '---\nname: a\n-----\nx\n', ['decorated-close', '-----', []]],
    ['text behind the closing line', '---\nname: a\n--- end\nx\n', ['decorated-close', '--- end', []]],
    ['a rule inside the block', '---\nname: a\n----------\nmodel: x\n---\n', ['closed-early', '---', ['model']]],
  ])('%s', (_, text, expected) => {
    expect(trouble('claude-code', text)).toEqual(expected)
  })
})

describe('where there is no block', () => {
  it.each([
    ['a page', '# Title\n\nText.\n', undefined],
    ['an empty file', '', undefined],
    ['a thematic break first', '---\n\n# Title\n', undefined],
    ['keys of something else', '---\ntitle: a\n', undefined],
    ['a blank line first', '\n---\nname: a\n---\n', ['not-first', '---', ['name']]],
    [
      'a comment first',
      '<!-- c -->\n---\nname: a\ndescription: b\n---\n',
      ['not-first', '---', ['name', 'description']],
    ],
    ['a blank before the dashes', ' ---\nname: a\n---\n', ['not-first', '---', ['name']]],
    ['too far below', `${'x\n'.repeat(10)}---\nname: a\n---\n`, undefined],
    ['four dashes', '----\nname: a\n----\n', ['decorated-open', '----', ['name']]],
    ['four dashes behind a byte order mark', '\uFEFF----\nname: a\n', ['decorated-open', '----', ['name']]],
    ['no closing line', '---\nname: a\nmodel: b\n\nText.\n', ['unclosed', '---', ['name', 'model']]],
    ['a language', '---js\nname: a\n---\n', ['language-tag', 'js', []]],
    ['a language apart', '---  JavaScript \n{}\n---\n', ['language-tag', 'JavaScript', []]],
  ])('%s', (_, text, expected) => {
    expect(trouble('claude-code', text)).toEqual(expected)
  })
})

describe('where only a line of dashes ends the block', () => {
  it.each([
    ['dashes in a value', '---\nname: b --- c\n---\n', undefined],
    ['a long closing line', '---\nname: a\n-----\nx\n', ['unclosed', '---', ['name']]],
    ['no closing line', '---\ndescription: a\n', ['unclosed', '---', ['description']]],
  ])('%s', (_, text, expected) => {
    expect(trouble('copilot', text)).toEqual(expected)
  })

  it('or the end of the file, that is told', () => {
    expect(trouble('vscode', '---\nname: a\n')).toEqual(['unclosed', '---', []])
    expect(trouble('vscode', '---\r\nname: a\r\n')).toEqual(['unclosed', '---', []])
    expect(trouble('vscode', '---\nname: a\n---')).toBeUndefined()
  })
})

it.each([
  ['---js\n', 'js'],
  ['\uFEFF---json\n', 'json'],
  ['--- coffee \r\n', 'coffee'],
  ['---', undefined],
  ['----\n', undefined],
  ['--- \n', undefined],
  ['x---js\n', undefined],
])('the language of %j is %s', (text, language) => {
  const at = languageTag(text)
  expect(at && slice(text, at)).toBe(language)
})
