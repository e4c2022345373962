/** What the process ends with when it cannot run; the numbers stand in the handbook and do not change (sysexits.h where it has one). */
export const exits = {
  secondProcess: 11,
  portTaken: 69,
  folder: 73,
  damaged: 74,
  newerFile: 76,
  configuration: 78
} as const

/** Kefu cannot start, or go on, for a reason that its owner can mend: one sentence, and the code to exit with. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun'

  constructor(
    readonly exit: (typeof exits)[keyof typeof exits],
    sentence: string
  ) {
    super(sentence)
  }
}

export const badConfiguration = (sentence: string): CannotRun => new CannotRun(exits.configuration, sentence)
