import { isCharacterDevice, writeAll } from './node-fs.ts'

export interface DescriptorOutput {
  write(data: string | Uint8Array): unknown
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

/**
 * Where output goes: for a terminal Node's own stream, for a file or a pipe the descriptor itself. Creating a stream
 * costs a tenth of a small run (measured), and what is written to a descriptor is out when the process ends.
 */
export function descriptorOutput(descriptor: 1 | 2, stream: () => DescriptorOutput): DescriptorOutput {
  if (isCharacterDevice(descriptor)) return stream()
  let rest: DescriptorOutput | undefined
  return {
    write: (data) => {
      // A pipe that is full and does not block takes the rest through the stream, which waits for it.
      const left = rest === undefined ? writeAll(descriptor, Buffer.from(data)) : data
      if (left.length === 0) return
      rest ??= stream()
      rest.write(left)
    },
  }
}
