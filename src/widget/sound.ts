let audio: AudioContext | null = null

/** Tells whether the visitor has touched or typed on this page since; sound is only allowed after that. */
export function wasTouched(): () => boolean {
  let touched = false
  const note = () => {
    touched = true
    window.removeEventListener('pointerdown', note, true)
    window.removeEventListener('keydown', note, true)
  }
  window.addEventListener('pointerdown', note, true)
  window.addEventListener('keydown', note, true)
  return () => touched
}

/** Two soft notes, made on the spot: no file, no request, nothing for a strict policy to refuse. Silence where sound is not allowed. */
export function chime(): void {
  try {
    const context = audio || new AudioContext()
    audio = context
    if (context.state === 'suspended') context.resume().catch(() => {})
    note(context, 784, 0)
    note(context, 1047, 0.13)
  } catch {
    // Old Safari has no AudioContext under this name; a sound is never worth an error.
  }
}

function note(context: AudioContext, pitch: number, after: number): void {
  const at = context.currentTime + after
  const tone = context.createOscillator()
  const volume = context.createGain()
  tone.type = 'sine'
  tone.frequency.value = pitch
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(0.12, at + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.5)
  tone.connect(volume)
  volume.connect(context.destination)
  tone.start(at)
  tone.stop(at + 0.55)
}
