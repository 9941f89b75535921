import { Button, Stack, Text } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { counter } from '../words/pt';
import styles from './counter.module.css';

/** What browsers that read codes have, of which their types know nothing yet. */
interface Detector {
  detect(from: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
declare const BarcodeDetector: new (options: { formats: string[] }) => Detector;

const EVERY_MS = 200;
const words = counter.camera;

interface Props {
  disabled: boolean;
  /** A code was read; the camera is off again. */
  onRead: (text: string) => void;
}

/** Reads a code by the camera of the device. */
export function CameraPart({ disabled, onRead }: Props): ReactNode {
  const [open, setOpen] = useState(false);
  if (open && !disabled)
    return (
      <Viewer
        onRead={(text) => {
          setOpen(false);
          onRead(text);
        }}
        onClose={() => setOpen(false)}
      />
    );
  return (
    <div>
      <Button
        variant="default"
        className={styles['target']}
        disabled={disabled}
        onClick={() => setOpen(true)}
      >
        {words.open}
      </Button>
    </div>
  );
}

interface ViewerProps {
  onRead: (text: string) => void;
  onClose: () => void;
}

function Viewer({ onRead, onClose }: ViewerProps): ReactNode {
  const video = useRef<HTMLVideoElement>(null);
  const [failed, setFailed] = useState(false);
  const read = useEffectEvent(onRead);
  useEffect(() => {
    const at = video.current;
    if (!at) return;
    const watched = watch(at, read, () => setFailed(true));
    return () => watched.stop();
  }, []);
  return (
    <Stack gap="xs" align="flex-start">
      {/* Nothing is heard in it, and nothing said. */}
      <video ref={video} muted playsInline width={320} hidden={failed} style={{ maxWidth: '100%' }} />
      <Text role="status">{failed ? words.failed : words.hint}</Text>
      <Button variant="default" className={styles['target']} autoFocus onClick={onClose}>
        {words.close}
      </Button>
    </Stack>
  );
}

/** Looks through the camera until a code is read or it is stopped. */
function watch(
  video: HTMLVideoElement,
  onRead: (text: string) => void,
  onFailed: () => void,
): { stop: () => void } {
  let stopped = false;
  let stream: MediaStream | null = null;
  const stop = (): void => {
    stopped = true;
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
  const look = async (detector: Detector): Promise<void> => {
    while (!stopped) {
      const [found] = await detector.detect(video);
      if (stopped) return;
      if (found) {
        stop();
        return onRead(found.rawValue);
      }
      await new Promise((resolve) => window.setTimeout(resolve, EVERY_MS));
    }
  };
  const begin = async (): Promise<void> => {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    // It was closed before the camera was there.
    if (stopped) return stop();
    video.srcObject = stream;
    await video.play();
    await look(new BarcodeDetector({ formats: ['qr_code'] }));
  };
  begin().catch(() => {
    if (stopped) return;
    stop();
    onFailed();
  });
  return { stop };
}
