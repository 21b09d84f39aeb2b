/**
 * The lowest and highest second byte that may follow a lead byte; the other bytes of a sequence are 80 to BF. Outside
 * these, a sequence is too long for its character, a surrogate, or past the last character (Unicode 16, table 3-7).
 */
function secondByteRange(lead: number): readonly [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf]
  if (lead === 0xed) return [0x80, 0x9f]
  if (lead === 0xf0) return [0x90, 0xbf]
  if (lead === 0xf4) return [0x80, 0x8f]
  return [0x80, 0xbf]
}

/** How many bytes a sequence has that starts with `lead`; 0 where none may start so. */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
}

/** The offset of the first byte that belongs to no UTF-8 sequence, or undefined where all do. */
export function firstInvalidByte(bytes: Uint8Array): number | undefined {
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes[at] ?? 0)
    if (length === 0 || !isSequence(bytes, at, length)) return at
    at += length
  }
  return undefined
}

function isSequence(bytes: Uint8Array, start: number, length: number): boolean {
  if (start + length > bytes.length) return false
  const [low, high] = secondByteRange(bytes[start] ?? 0)
  for (let i = 1; i < length; i++) {
    const byte = bytes[start + i] ?? 0
    if (byte < (i === 1 ? low : 0x80) || byte > (i === 1 ? high : 0xbf)) return false
  }
  return true
}
