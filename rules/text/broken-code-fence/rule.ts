import { type AgentFacts, documentRule, type Fix, replaceAt, unsafeFix } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'broken-code-fence',
    category: 'text',
    summary: 'A code fence ends early or not at all, so code and instructions change places.',
    severity: 'warning',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'unsafe',
    messages: {
      nested: {
        says: 'another code fence with as many marks starts inside this one and ends it: from there on code and instructions change places',
        help: 'give the outer fence one mark more than any inside it, at both ends; or close this one, or remove it, where it was not meant to hold the other',
      },
      unclosed: {
        says: 'nothing closes this code fence: all that follows is code',
        help: 'close it with a line of as many marks; or remove it, where it was meant to close one that is closed',
      },
    },
  },
  check({ facts, document }, report) {
    const broken = facts.brokenFence
    if (broken === undefined) return
    const { path } = document.source
    const { kind, span, inner, close } = broken
    const related = [
      ...(inner === undefined ? [] : [{ path, span: inner, message: 'starts inside' }]),
      ...(close === undefined ? [] : [{ path, span: close, message: 'ends the first' }]),
    ]
    report(kind, { at: span, related, fixes: fixesOf(facts) })
  },
})

const titles = {
  lengthen: 'give the outer fence more marks, at both ends',
  close: 'close it at the end of the text',
  remove: 'remove it: nothing follows',
} as const

function fixesOf({ path, fenceMend }: AgentFacts): Fix[] {
  if (fenceMend === undefined) return []
  const edits = fenceMend.edits.map(({ span, text }) => replaceAt(path, span, text))
  return [unsafeFix(titles[fenceMend.kind], edits)]
}
