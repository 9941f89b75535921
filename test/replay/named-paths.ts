const EVERY = [
  'connection',
  'contactImport',
  'customer',
  'customerMerge',
  'dailySweep',
  'fileImport',
  'ledgerProof',
  'ledgerSealing',
  'lostRuns',
  'parkedSales',
  'reconciliation',
  'redemption',
  'sale',
  'simulation',
];

/** What can become of the runs of each workflow. */
export const ENDINGS: readonly string[] = [
  ...EVERY.map((workflow) => `${workflow}: completes`),
  ...[
    'contactImport',
    'customer',
    'fileImport',
    'ledgerProof',
    'ledgerSealing',
    'reconciliation',
    'sale',
    'simulation',
  ].map((workflow) => `${workflow}: fails`),
  ...[
    'connection',
    'contactImport',
    'customer',
    'dailySweep',
    'fileImport',
    'ledgerProof',
    'reconciliation',
    'redemption',
    'sale',
    'simulation',
  ].map((workflow) => `${workflow}: ends as cancelled`),
];

/** Ways that are one only by their order, beside those that the source declares by itself. */
export const SEQUENCES: readonly { what: string; workflow: string; steps: readonly string[] }[] = [
  {
    what: 'a sale that heard news while it settled looks again',
    workflow: 'sale',
    steps: ['step settleBenefit', 'signal saleChanged', 'step readSale', 'step settleBenefit'],
  },
  {
    what: 'a customer of whom something has changed is looked at before anything is written',
    workflow: 'customer',
    steps: ['timer "Hora de escrever ao cliente"', 'signal customerChanged', 'step lookAtCustomer'],
  },
  {
    what: 'news wait for an attempt to send, and for no more',
    workflow: 'sale',
    steps: [
      'step sendMessage',
      'signal saleChanged',
      'timer "Esperar o envio em curso"',
      'step readSale',
      'step settleBenefit',
      'step sendMessage',
    ],
  },
  {
    what: 'an update wakes other sales',
    workflow: 'sale',
    steps: ['update voucherRedeem', 'update voucherRedeem is answered', 'step wakeSales'],
  },
  {
    what: 'two updates take turns',
    workflow: 'sale',
    steps: ['update voucherReserve', 'update voucherRedeem', 'step redeemVoucher'],
  },
  {
    what: 'an update that the step refuses',
    workflow: 'sale',
    steps: ['update returnGoods', 'step returnGoods fails', 'update returnGoods is refused'],
  },
  {
    what: 'an update while the source is read',
    workflow: 'sale',
    steps: ['step readSale', 'update claimSale', 'step claimSale', 'step settleBenefit'],
  },
  {
    what: 'a source that was away is asked again',
    workflow: 'sale',
    steps: [
      'step readSale fails',
      'attributes',
      'step readSale',
      'step identifyCustomer fails',
      'step identifyCustomer',
    ],
  },
  {
    what: 'a sale that rests is woken when its source answers',
    workflow: 'sale',
    steps: [
      'step readSale fails',
      'timer "Esperar o limite de chamadas da origem"',
      'signal sourceAnswers',
      'step readSale',
      'completes',
    ],
  },
  {
    what: 'a sale that fails before it has read its news is found as unreadable',
    workflow: 'sale',
    steps: ['step settleBenefit', 'signal saleChanged', 'step readSale fails', 'attributes', 'fails'],
  },
  {
    what: 'a source that is away holds up nothing else, and is heard when it is back',
    workflow: 'sale',
    steps: [
      'step readSale fails',
      'patch life-beside-reading',
      'step settleBenefit',
      'step activateBenefit',
      'step settleBenefit',
      'completes',
    ],
  },
  {
    what: 'a sale goes on as a new run while its source is away',
    workflow: 'sale',
    steps: ['step readSale fails', 'step sendMessage', 'continues as new'],
  },
  {
    what: 'a sale that goes on from a former run wakes whom that had still to wake',
    workflow: 'sale',
    steps: ['goes on from a former run', 'step wakeSales'],
  },
  {
    what: 'staff use a sale that somebody cancels: the use is finished, and others are woken',
    workflow: 'sale',
    steps: [
      'update voucherRedeem',
      'somebody cancels',
      'update voucherRedeem is answered',
      'step wakeSales',
      'ends as cancelled',
    ],
  },
  {
    what: 'a sale that somebody cancels while it wakes others wakes them once more',
    workflow: 'sale',
    steps: ['step wakeSales', 'step wakeSales is cancelled', 'step wakeSales', 'ends as cancelled'],
  },
  {
    what: 'a redemption that was lost is let go by a new run',
    workflow: 'redemption',
    steps: ['starts', 'signal timeIsUp', 'step timeOutRedemption', 'completes'],
  },
  {
    what: 'an import of contacts that is paused goes on when it is told to',
    workflow: 'contactImport',
    steps: ['step readContacts', 'signal contactImportChanged', 'step readContacts', 'completes'],
  },
  {
    what: 'an import of contacts waits for its turn and reads on',
    workflow: 'contactImport',
    steps: [
      'step readContacts',
      'timer "Esperar para continuar a leitura do Bling"',
      'timer "Esperar para continuar a leitura do Bling" fires',
      'step readContacts',
    ],
  },
  {
    what: 'an import of contacts that is told something while it waits reads on at once',
    workflow: 'contactImport',
    steps: [
      'timer "Esperar para continuar a leitura do Bling"',
      'signal contactImportChanged',
      'timer "Esperar para continuar a leitura do Bling" is cancelled',
      'step readContacts',
    ],
  },
  {
    what: 'an import of contacts that fails says so',
    workflow: 'contactImport',
    steps: ['step readContacts fails', 'step endContactImport', 'fails'],
  },
  {
    what: 'an import of contacts whose run somebody cancels says so',
    workflow: 'contactImport',
    steps: ['somebody cancels', 'step endContactImport', 'ends as cancelled'],
  },
  {
    what: 'an import works on after its first rows',
    workflow: 'fileImport',
    steps: ['step importRows', 'step importRows', 'completes'],
  },
  {
    what: 'an import gives way to the sales of the day between its rows',
    workflow: 'fileImport',
    steps: [
      'step importRows',
      'timer "Dar a vez às vendas do dia"',
      'timer "Dar a vez às vendas do dia" fires',
      'step importRows',
      'completes',
    ],
  },
  {
    what: 'an import that fails says so',
    workflow: 'fileImport',
    steps: ['step importRows fails', 'step endImport', 'fails'],
  },
  {
    what: 'an import that somebody cancels says so',
    workflow: 'fileImport',
    steps: ['somebody cancels', 'step endImport', 'ends as cancelled'],
  },
  {
    what: 'a simulation that somebody cancels says so',
    workflow: 'simulation',
    steps: ['somebody cancels', 'step failSimulation', 'ends as cancelled'],
  },
  {
    what: 'a reconciliation waits for a Bling that does not answer, and goes on where it was',
    workflow: 'reconciliation',
    steps: [
      'step reconcilePage fails',
      'timer "Esperar o Bling responder"',
      'signal sourceAnswers',
      'step reconcilePage',
      'step endReconciliation',
      'completes',
    ],
  },
  {
    what: 'a reconciliation that is refused says so',
    workflow: 'reconciliation',
    steps: ['step reconcilePage fails', 'step endReconciliation', 'fails'],
  },
  {
    what: 'a reconciliation sees that what it found is right by now',
    workflow: 'reconciliation',
    steps: [
      'step reconcilePage',
      'timer "Dar tempo às vendas encontradas"',
      'step confirmRepairs',
      'completes',
    ],
  },
  {
    what: 'a connection refreshes its tokens, compares its orders, and looks again',
    workflow: 'connection',
    steps: [
      'step lookAtConnection',
      'step keepTokens',
      'step reconcilePage',
      'step endReconciliation',
      'step lookAtConnection',
      'completes',
    ],
  },
  {
    what: 'a connection that was disconnected is told of, given back, and over',
    workflow: 'connection',
    steps: [
      'step noteConnectionState',
      'step mailConnectionState',
      'step revokeAccess',
      'step lookAtConnection',
      'completes',
    ],
  },
  {
    what: 'a connection goes on after what failed',
    workflow: 'connection',
    steps: [
      'step keepTokens fails',
      'step reconcilePage fails',
      'step endReconciliation',
      'step lookAtConnection',
      'completes',
    ],
  },
  {
    what: 'a connection looks again as soon as something was changed',
    workflow: 'connection',
    steps: ['timer "Até o próximo passo da conexão"', 'signal connectionChanged', 'step lookAtConnection'],
  },
  {
    what: 'a merge that is undone only wakes',
    workflow: 'customerMerge',
    steps: ['starts', 'step wakeMovedSales', 'completes'],
  },
  {
    what: 'a ledger that was verified before there were parts',
    workflow: 'ledgerProof',
    steps: ['step sealLedger', 'step verifyLedger', 'step reportProof'],
  },
];
