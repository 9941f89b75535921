import { defineSignal, defineUpdate } from '@temporalio/workflow';

/** The names of the peer's workflows. */
export const PEER_SALE = 'peerSale';
export const PEER_REDEMPTION = 'peerRedemption';

export const changed = defineSignal<[{ eventId: string; kind: string }]>('changed');
export const redeem = defineUpdate<void, []>('redeem');
