/*
 * Two short notes, made and not loaded: nothing to fetch, nothing a policy could block. Browsers stay silent until the page was touched
 * once; until then a banner says so, and any touch is enough.
 */

export type Sound = { ring(kind: 'request' | 'message'): void; canRing(): boolean }

/** Hertz, after how many seconds. A request rises and comes twice; a message is one soft pair. */
const tunes = {
  request: [
    [784, 0],
    [1047, 0.14],
    [784, 0.42],
    [1047, 0.56]
  ],
  message: [
    [880, 0],
    [659, 0.12]
  ]
} as const
const length = 0.22
const loudness = 0.12
const hintAfter = 1_500
/** The press that wakes the sound is a click on something: the page does not move under it before it has ended, ms. */
const afterPress = 400

export function openSound(isWanted: () => boolean): Sound {
  let context: AudioContext | null = null

  const wake = () => {
    context ??= new AudioContext()
    void context.resume().then(() => setTimeout(show, afterPress))
  }
  const canRing = () => context?.state === 'running'
  const show = () => {
    const banner = document.getElementById('sound-blocked')
    if (banner) banner.hidden = canRing() || !isWanted()
  }
  for (const touch of ['pointerdown', 'keydown'] as const) document.addEventListener(touch, () => canRing() || wake(), { capture: true, passive: true })
  // Made before it may sound, it would only write a complaint into the browser's log.
  if (navigator.userActivation?.hasBeenActive) wake()
  setTimeout(show, hintAfter)

  return {
    canRing,
    ring(kind) {
      if (!context || !canRing()) {
        show()
        return
      }
      for (const [pitch, delay] of tunes[kind]) note(context, pitch, context.currentTime + delay)
    }
  }
}

function note(context: AudioContext, pitch: number, at: number): void {
  const tone = context.createOscillator()
  const volume = context.createGain()
  tone.type = 'sine'
  tone.frequency.value = pitch
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(loudness, at + 0.012)
  volume.gain.exponentialRampToValueAtTime(0.0001, at + length)
  tone.connect(volume).connect(context.destination)
  tone.start(at)
  tone.stop(at + length)
}
