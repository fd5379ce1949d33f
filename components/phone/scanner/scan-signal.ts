/** How a scan is felt and heard; the sound can be turned off, per phone. */
const key = "scanSound";

export const scanSound = {
  isOn: (): boolean => {
    try {
      return localStorage.getItem(key) !== "off";
    } catch {
      return true;
    }
  },
  set: (on: boolean): void => {
    try {
      localStorage.setItem(key, on ? "on" : "off");
    } catch {
      // it stays as it is the next time
    }
  },
};

export function signalRead(): void {
  navigator.vibrate?.(30);
  if (scanSound.isOn()) tick();
}

export function signalRefused(): void {
  navigator.vibrate?.([30, 90, 30]);
}

/** A short high tick, made on the spot: no file, no permission. */
function tick(): void {
  try {
    const audio = new AudioContext();
    const volume = audio.createGain();
    volume.gain.setValueAtTime(0.15, audio.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.08);
    const tone = audio.createOscillator();
    tone.frequency.value = 1760;
    tone.connect(volume).connect(audio.destination);
    tone.onended = () => void audio.close();
    tone.start();
    tone.stop(audio.currentTime + 0.08);
  } catch {
    // some browsers have no sound before the first touch
  }
}
