/** Whether this browser reads codes by its camera by itself; where it does not, nothing of that is shown. */
export function canScan(): boolean {
  return 'BarcodeDetector' in window && 'mediaDevices' in navigator;
}
