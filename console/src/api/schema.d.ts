// Made from the OpenAPI document by `npm run console:client`. Not to be edited.

export interface paths {
    "/webhooks/bling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Events of Bling: "look at this order again", or at this NFC-e where the connection counts them */
        post: operations["postWebhooksBling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/whatsapp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Handshake of Meta when the webhook is registered */
        get: operations["getWebhooksWhatsapp"];
        put?: never;
        /**
         * Delivery statuses of WhatsApp messages, and what customers answer to them
         * @description Who answers SAIR, PARAR or CANCELAR, or has stopped the messages in the app, is not written to by WhatsApp any more. A failure that others would meet too holds up what goes the same way.
         */
        post: operations["postWebhooksWhatsapp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process is alive */
        get: operations["getHealthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** MongoDB and Temporal answer; if not, `down` names which */
        get: operations["getReadyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who has signed in, and what they are in which merchants
         * @description For whoever has signed in, about themselves.
         */
        get: operations["getSession"];
        put?: never;
        /**
         * Sign in by e-mail and password
         * @description The session is in the cookie `retorno_session`, whose name begins with `__Host-` under https, or with `__Secure-` where the address has a path: twelve hours unused end it, and thirty days in any case. Within a quarter of an hour ten wrong passwords for one e-mail from one network are looked at, fifty from one network, and two hundred for one e-mail. Of the second factor, ten wrong codes of one person are looked at within an hour.
         */
        post: operations["postSession"];
        /**
         * Sign out
         * @description For whoever has signed in, about themselves.
         */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The browsers one has signed in with, the latest used first
         * @description For whoever has signed in, about themselves.
         */
        get: operations["getSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out with another browser
         * @description For whoever has signed in, about themselves.
         */
        delete: operations["deleteSessionsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an invitation is to */
        post: operations["postInvitationsLook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation, and be signed in
         * @description Whoever is new chooses a password. Where somebody signs in with the e-mail already, the password is theirs, and the code of their second factor if they have one; the link alone gives nobody their access. Of several who accept at once one does.
         */
        post: operations["postInvitationsAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a link by which another password is chosen
         * @description The answer is the same whether anybody has the e-mail or not, and so is the work. The link serves once, within an hour, and goes out by e-mail beside the answer.
         */
        post: operations["postPasswordResets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/password-resets/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose another password by such a link
         * @description Every session of the person ends, and their other links of this kind; wrong passwords before count no more. Their second factor stays as it is, but for somebody invited who does this for the first time: another may have accepted in their place, as the link of an invitation is shown to whoever invites.
         */
        post: operations["postPasswordResetsComplete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose another password, with the one there is
         * @description Every other session of the person ends, and links to another password close; a notice goes to their e-mail.
         *
         *     For whoever has signed in, about themselves.
         */
        post: operations["postPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A secret for one’s authenticator app
         * @description It counts once a first code has confirmed it; asked for again before, it is another one.
         *
         *     For whoever has signed in, about themselves.
         */
        post: operations["postSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn the second factor on, with one’s password and a first code
         * @description Every other session of the person ends: it was begun without the second factor.
         *
         *     For whoever has signed in, about themselves.
         */
        post: operations["postSecondFactorConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/second-factor/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn the second factor off, with one’s password and a code
         * @description The code is of the app, or a recovery code.
         *
         *     For whoever has signed in, about themselves.
         */
        post: operations["postSecondFactorRemove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The merchant’s people, and open invitations
         * @description Permission `people`: owner; no keys.
         */
        get: operations["getPeople"];
        put?: never;
        /**
         * Invite somebody
         * @description A link that serves once, for 72 hours, goes out by e-mail, and is in this answer as well. It takes the place of an open invitation to the same address. A merchant invites sixty times an hour at most. Owners and managers are bound to no store.
         *
         *     Permission `people`: owner; no keys.
         */
        post: operations["postPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a person, or an open invitation, away from the merchant
         * @description It counts from the person’s next call on. A merchant always keeps an owner.
         *
         *     Permission `people`: owner; no keys.
         */
        delete: operations["deletePeopleId"];
        options?: never;
        head?: never;
        /**
         * Change what a person may
         * @description It counts from the person’s next call on. A merchant always keeps an owner.
         *
         *     Permission `people`: owner; no keys.
         */
        patch: operations["patchPeopleId"];
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys that speak for the merchant, newest first
         * @description Permission `key`: owner; no keys.
         */
        get: operations["getKeys"];
        put?: never;
        /**
         * Make a key
         * @description It is in this answer and nowhere else: only a digest of it is kept.
         *
         *     Permission `key`: owner; no keys.
         */
        post: operations["postKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a key
         * @description It is refused from the next call on.
         *
         *     Permission `key`: owner; no keys.
         */
        delete: operations["deleteKeysId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The merchant’s stores; to whoever is bound to some, those
         * @description Permission `store.look`: owner, manager, staff; keys `full`, `till`, `read`.
         */
        get: operations["getStores"];
        put?: never;
        /**
         * Add a store
         * @description No two stores of a merchant have one name, channel or document.
         *
         *     Permission `store`: owner; keys `full`.
         */
        post: operations["postStores"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a store
         * @description Permission `store`: owner; keys `full`.
         */
        patch: operations["patchStoresId"];
        trace?: never;
    };
    "/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the owners of the merchant have set
         * @description Permission `settings`: owner; keys `full`.
         */
        get: operations["getSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what holds for the people of the merchant, or how its customers are written to
         * @description Of `messages` only the parts that are named change; a message that waits already goes at its time or by what holds then. A second factor a key can ask for; only a person who is signed in can stop asking for it.
         *
         *     Permission `settings`: owner; keys `full`.
         */
        patch: operations["patchSettings"];
        trace?: never;
    };
    "/integrations/bling/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Begin to connect a Bling company
         * @description Redirects to a page that names the account and goes on to Bling; with `Accept: application/json` answers its address instead. It has to be opened, and the consent finished, in one browser; what a person began, in their session.
         *
         *     Permission `connection`: owner; keys `full`.
         */
        get: operations["authorizeBling"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/integrations/bling/connect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page that names the account which will receive the company’s data; its link goes on to Bling */
        get: operations["connectBling"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/integrations/bling/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where Bling sends the merchant back to; answers a page */
        get: operations["blingCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bling companies of the merchant, and their state
         * @description Permission `connection`: owner; keys `full`.
         */
        get: operations["getConnections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Disconnect a company of Bling
         * @description Its orders are not read any more, and the access to the company is given back to Bling, which uninstalls the app there. Sales, balances and vouchers stay. Connecting the same company again goes on with the same connection.
         *
         *     Permission `connection`: owner; keys `full`.
         */
        delete: operations["deleteConnectionsId"];
        options?: never;
        head?: never;
        /**
         * Set the situations that complete or cancel a sale, the store’s zone, how often its orders are compared, or whether its NFC-e are sales
         * @description Another choice of situations holds for open sales too: every order since the store was connected, of the last year at most, is compared with its sale in the background (`GET /v1/connections/{id}/reconciliations`, trigger `situations`). A situation is in one list only; a list that is left out stands as it was. `POST /v1/connections/{id}/preview` says before how many it touches. With `consumerInvoices`, an NFC-e (`consumer_invoice.*`) that no order names is a sale of its own, from those issued now on; one that an order names is that order’s purchase and never earns beside it. Turned off, what was earned stays, and later events are not heard; turned on again, those that counted before are compared with Bling, and what was cancelled meanwhile is given back.
         *
         *     Permission `connection`: owner; keys `full`.
         */
        patch: operations["patchConnectionsId"];
        trace?: never;
    };
    "/v1/connections/{id}/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The situations and sales channels of the company at Bling
         * @description Asked of Bling now. What the app may not read is answered as `refused`.
         *
         *     Permission `connection`: owner; keys `full`.
         */
        get: operations["getConnectionsIdAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What another choice of situations would touch
         * @description Nothing is changed: the orders in the situations that would mean something else are listed at Bling, and compared with their sales. `PATCH /v1/connections/{id}` makes the choice, and applies it.
         *
         *     Permission `connection`: owner; keys `full`.
         */
        post: operations["postConnectionsIdPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a connection: its orders are not read until it goes on
         * @description Events of Bling are taken and let go; balances, vouchers and expiry go on. Nothing is lost by it: whatever changed meanwhile is found and read when the connection goes on.
         *
         *     Permission `connection`: owner; keys `full`.
         */
        post: operations["postConnectionsIdPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with a connection that is paused, and make good what changed meanwhile
         * @description One that is not paused stays as it is.
         *
         *     Permission `connection`: owner; keys `full`.
         */
        post: operations["postConnectionsIdResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{id}/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Comparisons of a connection, newest first
         * @description Permission `connection`: owner; keys `full`.
         */
        get: operations["getConnectionsIdReconciliations"];
        put?: never;
        /**
         * Compare a period of Bling’s orders with the sales
         * @description Every order that was changed in the period, or sold on one of its days, is compared with its sale as it was read last. One that is missing or differs in situation, total or contact is read again, and so is a sale of these days that Bling no longer lists; of a period of 31 days at most, also one whose order was changed in it and says otherwise when it is read by itself. Orders of before the store was connected are no lost events: a period begins then at the earliest. One comparison at a time for each connection. This is for periods of one’s own choice: events that were lost of late are made good without being asked.
         *
         *     Permission `connection`: owner; keys `full`.
         */
        post: operations["postConnectionsIdReconciliations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a comparison is, and what it came to
         * @description Permission `connection`: owner; keys `full`.
         */
        get: operations["getReconciliationsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{id}/test-sale": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reference sale: what an order would come to, with the whole reasoning
         * @description The order and its contact are read from Bling now. The sale is not opened, nobody becomes a customer, nothing is granted and nothing is sent. With `program`, a draft is tried in place of the current version.
         *
         *     Permission `connection`: owner; keys `full`.
         */
        post: operations["postConnectionsIdTestSale"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far the merchant has come until its customers are written to
         * @description Permission `connection`: owner; keys `full`.
         */
        get: operations["getActivation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activation/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask Bling in earnest for orders, contacts and situations
         * @description Permission `connection`: owner; keys `full`.
         */
        post: operations["postActivationChecks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activation/reference-sale": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve what a past order would earn by the program in force
         * @description The order is reasoned to the end once more, as `POST /v1/connections/{id}/test-sale` shows it; nothing is written of the sale.
         *
         *     Permission `connection`: owner; keys `full`.
         */
        post: operations["postActivationReferenceSale"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activation/test-message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message to oneself, to see that it arrives
         * @description By e-mail to the address that the person signs in with, by WhatsApp to a number of theirs. It says what customers are told of a benefit; nothing is earned by it. Ten an hour.
         *
         *     Permission `connection`: owner; keys `full`.
         */
        post: operations["postActivationTestMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activation/go-live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * From now on customers are written to
         * @description Messages of the last day that wait go out within the hour; older ones never. Again, where it is so already, nothing changes.
         *
         *     Permission `connection`: owner; keys `full`.
         */
        post: operations["postActivationGoLive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activation/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * From now on customers are not written to
         * @description Sales go on earning. Messages wait, for a day each, until the merchant goes live again.
         *
         *     Permission `connection`: owner; keys `full`.
         */
        post: operations["postActivationPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/program": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The current version of the program
         * @description Permission `program`: owner, manager; keys `full`.
         */
        get: operations["getProgram"];
        /**
         * Publish the next version
         * @description Sales already calculated keep the version that paid them. Publishing what is current already makes no new version. The answer says in sentences what changed, and warns of what is seldom meant. With `dryRun=true` it says what publishing would do, and publishes nothing. With `replaces` it is refused where somebody else has published meanwhile.
         *
         *     Permission `program`: owner, manager; keys `full`.
         */
        put: operations["putProgram"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/program/regulation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The regulation a customer reads
         * @description Made of the current version, in Brazilian Portuguese: it says what the rules do, and changes with them.
         *
         *     Permission `program`: owner, manager; keys `full`.
         */
        get: operations["getProgramRegulation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/program/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every version, newest first, with what each changed
         * @description Permission `program`: owner, manager; keys `full`.
         */
        get: operations["getProgramVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/program/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One version of the program, with its rules and its regulation in words
         * @description Permission `program`: owner, manager; keys `full`.
         */
        get: operations["getProgramVersionsVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/program/simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Play a draft program over past sales, beside the current one
         * @description The merchant’s sales, returns, cancellations and uses of benefit of the period are played through both programs, in memory: nothing is granted, stored with a sale, or sent. Read the simulation to see how far it is, and what it came to. It is kept for thirty days.
         *
         *     Permission `simulation`: owner, manager; keys `full`.
         */
        post: operations["postProgramSimulations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/program/simulations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a simulation is, and what it came to
         * @description Permission `simulation`: owner, manager; keys `full`.
         */
        get: operations["getProgramSimulationsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/program/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A draft in words: each rule with a worked example, what would change, the regulation
         * @description For somebody who is writing a program: nothing is written, and no sale or customer is looked at. What is wrong with the draft is said field by field, as in `PUT /v1/program`.
         *
         *     Permission `program`: owner, manager; keys `full`.
         */
        post: operations["postProgramPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/program/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a draft on one sale: what it would come to, why, and what is different from now
         * @description On a sale of the past, with its customer and returns, or on one that is typed. Nothing is written, granted or sent. Without `program` the current version is tried.
         *
         *     Permission `simulation`: owner, manager; keys `full`.
         */
        post: operations["postProgramTry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sales/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A sale, its benefit, the reasoning and the history
         * @description Permission `sale.read`: owner, manager, staff; keys `full`, `read`.
         */
        get: operations["getSalesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sales/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is being tried for a sale at this moment: attempts, the last error, the next try
         * @description Asked of Temporal, within two seconds: what the sale is and has is in `GET /v1/sales/{id}`, which needs no engine.
         *
         *     Permission `sale.read`: owner, manager, staff; keys `full`, `read`.
         */
        get: operations["getSalesIdRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sales, newest first; with channel and externalId that one sale in full
         * @description Permission `sale.read`: owner, manager, staff; keys `full`, `read`.
         */
        get: operations["getSales"];
        put?: never;
        /**
         * A sale from e-commerce, point of sale, import or manual entry
         * @description Identity is channel and externalId: told again it is the same sale, settled by what it now says. The benefit follows within seconds; read the sale to see it. `warnings` says which mark of the customer was not usable, and that a sale older than 90 days earns nothing without `earnLate`. `timeline` says why nobody was identified.
         *
         *     Permission `sale.write`: owner, manager; keys `full`.
         */
        post: operations["postSales"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/purchases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the customer has bought, newest first by when it was sold
         * @description Also what was bought by records that were merged into this one.
         *
         *     Permission `sale.read`: owner, manager, staff; keys `full`, `read`.
         */
        get: operations["getCustomersIdPurchases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sales/{id}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Goods of a sale came back: so much goods value, or these lines
         * @description What was earned shrinks in proportion, by the version that paid it, over all returns together. Once everything is back, what benefit had paid goes back too.
         *
         *     Permission `sale.return`: owner, manager, staff; keys `full`.
         */
        post: operations["postSalesIdReturns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sales/{id}/customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A customer takes over a sale without one
         * @description Within 90 days. By the customer’s id, or by CPF/CNPJ, phone or e-mail, which find a customer or make one. The benefit is available from the end of holding, at the earliest from now. Whoever may not read sales, a till key, is told only which sale it is, whose, and what it gave.
         *
         *     Permission `counter`: owner, manager, staff; keys `full`, `till`.
         */
        post: operations["postSalesIdCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Imports, newest first
         * @description Permission `import`: owner, manager; keys `full`.
         */
        get: operations["getImports"];
        put?: never;
        /**
         * Import customers or sales from a CSV file
         * @description Up to 10 MB and 50,000 rows; UTF-8 or Windows-1252; `;`, `,` or tab. The first row names the columns, in Portuguese or English. The rows are read at once, and what is wrong with them is in the answer; the others are written in the background. The same file again changes nothing. Columns are understood by the words of their titles, as shop platforms export them; those that are not are listed in `ignoredColumns`, and `column` says what a column holds; where one that is needed is missing, or two say the same, the answer is `columns_unclear` with the columns of the file. A column that seems to say how a sale stands (situação, status, pagamento, cancelamento …) with values that are not known, or any other with a value that as a whole is the status of a sale not done (`Recusado`, `Devolução`), stops the import with `status_unclear` and the question what they mean, which `status` answers; a sale is never taken for completed because nobody knew.
         *
         *     Permission `import`: owner, manager; keys `full`.
         */
        post: operations["postImports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far an import is, and what could not be taken
         * @description Permission `import`: owner, manager; keys `full`.
         */
        get: operations["getImportsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{id}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import the contacts of a Bling company, and past orders
         * @description Every contact becomes a customer, or is recognised as one, as by a sale. Nobody is asked for a consent, none is assumed, and nobody is written to. The calls are those that live sales leave over. One import of a connection is open at a time; each day what was changed in Bling since then follows by itself.
         *
         *     Permission `import`: owner, manager; keys `full`.
         */
        post: operations["postConnectionsIdImports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause an import of contacts: it goes on where it is, when it is resumed
         * @description Said again, it changes nothing.
         *
         *     Permission `import`: owner, manager; keys `full`.
         */
        post: operations["postImportsIdPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a paused import of contacts go on
         * @description Said again, it changes nothing.
         *
         *     Permission `import`: owner, manager; keys `full`.
         */
        post: operations["postImportsIdResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an import of contacts; what it has written stays
         * @description Said again, it changes nothing.
         *
         *     Permission `import`: owner, manager; keys `full`.
         */
        post: operations["postImportsIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/counter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What somebody at the counter has said, typed or scanned: a customer, or a voucher
         * @description Nobody is created by it. A text that is the code of a voucher counts as an attempt with it, and wrong codes lock as in `GET /v1/vouchers/{code}`. Documents are masked.
         *
         *     Permission `customer.look`: owner, manager, staff; keys `full`, `till`, `read`.
         */
        get: operations["getCounter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was tried at the counters on a day: done, refused and undone
         * @description Uses of balance and of vouchers, newest first: by whom and where, why it was refused, and until when it can be undone. A call that is repeated under its key stands there once.
         *
         *     Permission `attempt.read`: owner, manager, staff; keys `full`, `till`.
         */
        get: operations["getAttempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find customers by CPF/CNPJ, phone, e-mail or name
         * @description The surest first: whom a document or an id names, then a phone, an e-mail, the end of a phone, whole words of the name, the beginning of words; among these the newest data first. Whose data changes while somebody reads on stands at the beginning again, and is not on later pages; whoever has several records may be found by each. A page may hold fewer than `limit`. Without a `query` there is no list. Staff and keys `till` see the first page alone, and find whoever is not on it by saying more: nobody at a counter reads all customers off a search.
         *
         *     Permission `customer.look`: owner, manager, staff; keys `full`, `till`, `read`.
         */
        get: operations["getCustomers"];
        put?: never;
        /**
         * Register a customer, with what they agree to be told
         * @description Whoever is known already by CPF or CNPJ, phone or e-mail is answered and kept up to date, and never doubled. `warnings` says which mark was not usable; where none was, nobody is written down.
         *
         *     Permission `counter`: owner, manager, staff; keys `full`, `till`.
         */
        post: operations["postCustomers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A customer
         * @description Permission `customer.look`: owner, manager, staff; keys `full`, `till`, `read`.
         */
        get: operations["getCustomersId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Put a customer into segments
         * @description Rules that ask for a segment look at it when a sale is calculated first.
         *
         *     Permission `segment`: owner, manager; keys `full`.
         */
        patch: operations["patchCustomersId"];
        trace?: never;
    };
    "/v1/customers/{id}/wallet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the customer has, owes, and when it expires
         * @description Permission `customer.look`: owner, manager, staff; keys `full`, `till`, `read`.
         */
        get: operations["getCustomersIdWallet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The customer’s movements, newest first
         * @description Movements are as recorded: what the clock has decided since the last one is in the wallet already.
         *
         *     Permission `sale.read`: owner, manager, staff; keys `full`, `read`.
         */
        get: operations["getCustomersIdStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A customer with wallet, lots, statement, purchases, consents and merges, in one answer
         * @description What the calls of these names answer, each list from its beginning. Of one who was merged into another: the record as it was, and what the other has.
         *
         *     Permission `sale.read`: owner, manager, staff; keys `full`, `read`.
         */
        get: operations["getCustomersIdPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/lots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The grants that make up the customer’s balances, by their last day of use
         * @description Those of which something is left: their sums are the active, pending and reserved amounts of the wallet.
         *
         *     Permission `customer.look`: owner, manager, staff; keys `full`, `till`, `read`.
         */
        get: operations["getCustomersIdLots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The customer’s link, as messages have it
         * @description One who has never been written to has one from now on. That somebody has looked is written down, as what the page shows is the customer’s.
         *
         *     Permission `customer.link`: owner, manager; keys `full`.
         */
        get: operations["getCustomersIdLink"];
        put?: never;
        /**
         * Give the customer another link in place of the one they have
         * @description For a link that somebody else has come by. From now on messages have the new one, and the former opens the page no more; it goes on taking messages back, as it stands in those that were sent, and does nothing else. The same holds for the links of records that were merged into the customer.
         *
         *     Permission `customer.link`: owner, manager; keys `full`.
         */
        post: operations["postCustomersIdLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the customer has agreed to be told, and taken back, newest first
         * @description Each a fact, with its wording, who told it, when and where. What holds is the newest of a channel.
         *
         *     Permission `customer.look`: owner, manager, staff; keys `full`, `till`, `read`.
         */
        get: operations["getCustomersIdConsents"];
        put?: never;
        /**
         * Note what the customer agrees to be told, or no longer wants
         * @description Permission `counter`: owner, manager, staff; keys `full`, `till`.
         */
        post: operations["postCustomersIdConsents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every merge this customer was part of, newest first
         * @description Permission `merge`: owner, manager; keys `full`.
         */
        get: operations["getCustomersIdMerges"];
        put?: never;
        /**
         * Merge another record of the same person into this one
         * @description Balances, vouchers, sales and keys go over, told by entries in both ledgers. Calls about the other record are answered by this one from then on.
         *
         *     Permission `merge`: owner, manager; keys `full`.
         */
        post: operations["postCustomersIdMerges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merges/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell two customers apart again
         * @description What the merge brought goes back with whatever it holds now. Refused while a use since then draws on what both had: roll it back first.
         *
         *     Permission `merge`: owner, manager; keys `full`.
         */
        post: operations["postMergesIdUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/merges/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What merging another record into this one would come to
         * @description Balances, vouchers, phones and e-mails as they would be. Nothing is written, and nobody is merged.
         *
         *     Permission `merge`: owner, manager; keys `full`.
         */
        get: operations["getCustomersIdMergesPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings/stand-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Words, e-mails and phones that stand for nobody in this merchant’s sales
         * @description Permission `settings`: owner; keys `full`.
         */
        get: operations["getSettingsStandIns"];
        /**
         * Set the words, e-mails and phones that stand for nobody
         * @description Added to what stands for nobody everywhere, such as "Consumidor Final" and naotem@…. They count for whoever is recognised from now on; customers and sales that are known stay as they are.
         *
         *     Permission `settings`: owner; keys `full`.
         */
        put: operations["putSettingsStandIns"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/u/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page on which a customer takes messages back; opening it changes nothing */
        get: operations["askOptOut"];
        put?: never;
        /**
         * Take messages back, by the page’s form or by the button of a mail program (RFC 8058)
         * @description `canal` names the channel, or `tudo`; any other body, such as `List-Unsubscribe=One-Click`, is about e-mail, and answered by itself: mail programs follow no redirections. Repeated, it changes nothing more. The page that the form leads to tells what holds now: loaded again, it asks for nothing.
         */
        post: operations["optOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/c/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The customer’s own page: balance, vouchers, statement, preferences and regulation
         * @description HTML without scripts, for the customer alone. A link that was replaced opens nothing. The page’s own links carry the queries.
         */
        get: operations["openCustomersPage"];
        put?: never;
        /**
         * Take messages back or agree to them, by the page’s form
         * @description `parar` names a channel that is taken back, or `tudo`; `receber` one that is agreed to. Repeated, it changes nothing more. The page that is led to tells what holds now: loaded again, it asks for nothing.
         */
        post: operations["chooseMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Name phones, e-mails and documents that are never written to
         * @description They hold for whoever has them now or later, whatever they agree to. Sent again, nothing is added. They are kept as digests, so that nobody reads them out of the list; nothing is taken off it.
         *
         *     Permission `suppression`: owner, manager; keys `full`.
         */
        post: operations["postSuppressions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Credit or debit by hand, with a reason
         * @description A credit is usable at once, with the validity of the current program, and pays debt first. A debit never goes below zero.
         *
         *     Permission `adjustment`: owner, manager; keys `full`.
         */
        post: operations["postCustomersIdAdjustments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reserve balance for a sale; with confirm use it at once
         * @description The balance that expires soonest is used first. An unconfirmed reservation lets go by itself.
         *
         *     Permission `counter`: owner, manager, staff; keys `full`, `till`.
         */
        post: operations["postRedemptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/redemptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A redemption
         * @description Permission `customer.look`: owner, manager, staff; keys `full`, `till`, `read`.
         */
        get: operations["getRedemptionsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/redemptions/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Use what was reserved
         * @description Permission `counter`: owner, manager, staff; keys `full`, `till`.
         */
        post: operations["postRedemptionsIdConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/redemptions/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a reservation go
         * @description Permission `counter`: owner, manager, staff; keys `full`, `till`.
         */
        post: operations["postRedemptionsIdRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/redemptions/{id}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a use
         * @description Permission `counter`: owner, manager, staff; keys `full`, `till`.
         */
        post: operations["postRedemptionsIdRollback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pairs that wait for a decision, newest first
         * @description Permission `review`: owner, manager; keys `full`.
         */
        get: operations["getReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A review, with both sides as they are now
         * @description Permission `review`: owner, manager; keys `full`.
         */
        get: operations["getReviewsId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide: the same, or not
         * @description Two sales that are the same count once, where the earlier is; distinct ones both count. Two customers that are the same are merged. A pair is asked once.
         *
         *     Permission `review`: owner, manager; keys `full`.
         */
        post: operations["postReviewsIdResolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/vouchers/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether a voucher can be used, and for what
         * @description The code in any case, with or without hyphens and blanks. What an amount voucher would leave unused is said here. Ten wrong codes from one address within a quarter of an hour, or fifty with one API key, lock it for as long; a code brought with its customerId is accepted all the same.
         *
         *     Permission `customer.look`: owner, manager, staff; keys `full`, `till`, `read`.
         */
        get: operations["getVouchersCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/vouchers/{code}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who tried a voucher’s code, when, where, and what came of it
         * @description Every attempt, refused and repeated ones too, newest first; for staff bound to stores, those in these.
         *
         *     Permission `attempt.read`: owner, manager, staff; keys `full`, `till`.
         */
        get: operations["getVouchersCodeAttempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/voucher-attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every attempt with a voucher’s code, guesses among them
         * @description Newest first. Of the codes only the ending is shown.
         *
         *     Permission `attempt.read`: owner, manager, staff; keys `full`, `till`.
         */
        get: operations["getVoucherAttempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/vouchers/{code}/reserve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep one use for a sale
         * @description An unused reservation lets go by itself.
         *
         *     Permission `counter`: owner, manager, staff; keys `full`, `till`.
         */
        post: operations["postVouchersCodeReserve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/vouchers/{code}/redeem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Use it
         * @description At once, or what the same saleRef has reserved, also past the voucher’s last day.
         *
         *     Permission `counter`: owner, manager, staff; keys `full`, `till`.
         */
        post: operations["postVouchersCodeRedeem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/vouchers/{code}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let its reservation go
         * @description Permission `counter`: owner, manager, staff; keys `full`, `till`.
         */
        post: operations["postVouchersCodeRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/vouchers/{code}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo one of its uses: the latest, the latest for one sale, or one by its id
         * @description Permission `counter`: owner, manager, staff; keys `full`, `till`.
         */
        post: operations["postVouchersCodeRollback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Recompute every chain, balance and invariant from the entries alone
         * @description Each customer’s entries form a chain of hashes, and the ends of the chains are sealed on a schedule. Recomputed are the chains and the seals, and from the entries alone every lot, wallet, redemption and account; sales are compared with what the entries attest of them. `firstMisfit` is the first entry that does not fit. A long ledger is looked at in parts of some seconds: while `next` is not null, call again with `after` set to it. The seals themselves are looked at in the first part.
         *
         *     Permission `ledger`: owner, manager; keys `full`.
         */
        get: operations["getLedgerVerify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages to customers, newest first, each with what was decided about it and why
         * @description By customer also those under records that were merged into it. A message that waits says until when; one that was skipped says why, for good. What it said and where it went is not kept.
         *
         *     Permission `message.read`: owner, manager; keys `full`, `read`.
         */
        get: operations["getMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every message as a customer would read it, with made-up data
         * @description Permission `message.read`: owner, manager; keys `full`, `read`.
         */
        get: operations["getMessagesPreviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What e-mails to customers say in the merchant’s own words
         * @description Permission `settings`: owner; keys `full`.
         */
        get: operations["getMessagesTexts"];
        /**
         * Say something in e-mails of an occasion in one’s own words, or nothing any more
         * @description What the message has to say (amounts, dates, vouchers, the way out) stays as it is: the words stand before and after it. Without subject and paragraphs there are none any more. What is in braces is filled in for each customer; anything else in them is refused. Holds for what is sent from then on.
         *
         *     Permission `settings`: owner; keys `full`.
         */
        put: operations["putMessagesTexts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A message to a customer: what was decided about it, and what has become of it
         * @description Permission `message.read`: owner, manager; keys `full`, `read`.
         */
        get: operations["getMessagesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What has to be looked into, newest first
         * @description An alert is raised once, refreshed while what it tells of lasts, and resolved by itself when it is over. `ledger_misfit`: the scheduled proof found a ledger that does not hold. `step_defect`: a step met a defect of the program and stopped, with nothing done. `record_missing`: a step did not find what it is about, as after a restore of an older backup. `step_stuck`: a step has failed ten times or more and is still being tried. `clock_skew`: the clock of a server is wrong by more than a minute, and it moves no value until that is put right. `bling_silent`: the calls to a company of Bling have had no answer for a minute or more; its sales wait. `bling_refused`: Bling refuses to tell of the sales of a connection, which are parked until it is authorised again. `bling_app_refused`: Bling does not take the id and secret of the installation’s app; no company has to be authorised again. `webhooks_silent`: Bling’s list of orders shows changes of which no event has told, and there was none for three times the usual gap. `connection_stopped`: a connection was paused or disconnected by the merchant’s people, and its orders are not read. `connection_behind`: comparisons of a connection with Bling’s list of orders have not come to their end for long, or its run fails each time. `queue_unattended`: no worker has served one of the queues for two minutes, and what is asked of it waits. `sender_paused`: the provider refuses whatever is sent to customers by a channel until somebody acts; messages wait, and one tries from time to time. `template_paused`: the same of one WhatsApp template.
         *
         *     Permission `alert`: owner, manager; keys `full`.
         */
        get: operations["getAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every privileged act, newest first
         * @description A line is written before its act is done, and says afterwards how it ended; none is ever changed or removed. Acts that were refused because of who asked are there as `forbidden`, one line for each act of somebody within a quarter of an hour. A call repeated with its `Idempotency-Key`, a dry run, and what was malformed are no acts. Movements of value at the counter, and sales that a channel tells of, are in statements instead.
         *
         *     Permission `audit`: owner; keys `full`.
         */
        get: operations["getAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What needs a person, how today goes, and what ends soon
         * @description Days are those of the program’s zone. Counts go up to a thousand, and sums over one day and the next thirty: it takes as long for a large shop as for a small one. How alerts and connections stand is told to those alone who may look at alerts: to a `read` key both are null.
         *
         *     Permission `report`: owner, manager; keys `full`, `read`.
         */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/liability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is owed to customers, by the month in which it ends
         * @description Integer sums made of the ledger itself: they agree with it to the cent. `Accept: text/csv` gives the same as a table, with reais, percentages and dates as they are written in Brazil. With `by=source` also by store and channel of the sale that earned what they are of; a store’s sales are together, whichever of its names they call it by.
         *
         *     Permission `report`: owner, manager; keys `full`, `read`.
         */
        get: operations["getReportsLiability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was granted, used, expired and taken back, by month, store and channel
         * @description Integer sums made of the ledger itself: they agree with it to the cent. `Accept: text/csv` gives the same as a table, with reais, percentages and dates as they are written in Brazil. With `by=source` also by store and channel of the sale that earned what they are of; a store’s sales are together, whichever of its names they call it by. A movement is of the month in which it was due.
         *
         *     Permission `report`: owner, manager; keys `full`, `read`.
         */
        get: operations["getReportsActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/returning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether customers come back, and use what they have got
         * @description Integer sums made of the ledger itself: they agree with it to the cent. `Accept: text/csv` gives the same as a table, with reais, percentages and dates as they are written in Brazil. With `by=source` also by store and channel of the sale that earned what they are of; a store’s sales are together, whichever of its names they call it by.
         *
         *     Permission `report`: owner, manager; keys `full`, `read`.
         */
        get: operations["getReportsReturning"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of messages to customers, by occasion and channel, and what invitations did
         * @description A message is of the day on which it was written down first. `Accept: text/csv` gives the counts and reasons as a table, a line each.
         *
         *     Permission `report`: owner, manager; keys `full`, `read`.
         */
        get: operations["getReportsMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The movements behind a figure of the report of activity, newest first
         * @description Their amounts come to the figure of the same flow, benefit and days; with `storeId` and `channel` to that of a line by source.
         *
         *     Permission `report`: owner, manager; keys `full`, `read`.
         */
        get: operations["getReportsMovements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/lots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lots behind a figure of what is owed, the soonest end first
         * @description Their amounts come to the figure of the same month or day, benefit and state; with `storeId` and `channel` to that of a line by source.
         *
         *     Permission `report`: owner, manager; keys `full`, `read`.
         */
        get: operations["getReportsLots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["getOpenapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page to read and try the API */
        get: operations["getDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Acknowledged: {
            ok: boolean;
            /** @enum {string} */
            ignored?: "unknown_company" | "other_resource" | "connection_paused" | "connection_disconnected" | "consumer_invoices_off";
        };
        /** @description RFC 9457 problem document. Some codes add members, such as requiredCents. */
        Problem: {
            /** @description urn:retorno:problem: and the code */
            type: string;
            title: string;
            status: number;
            /** @description Stable; decide by this */
            code: string;
            /** @description pt-BR: what happened, why, what to do next */
            detail: string;
            errors?: {
                field: string;
                message: string;
            }[];
        } & {
            [key: string]: unknown;
        };
        Session: {
            person: {
                id: string;
                name: string;
                email: string;
                /** @description Whether the person has one */
                secondFactor: boolean;
            };
            merchants: {
                /** @description For the header `Retorno-Merchant` */
                id: string;
                name: string;
                zone: string;
                /** @enum {string} */
                role: "owner" | "manager" | "staff";
                /** @description Those in which the person may stand at a counter: one’s own, or all */
                stores: {
                    id: string;
                    name: string;
                    /** @description By whose clock the counter there shows days and times */
                    zone: string;
                }[];
                /** @description false: to none, and all are listed */
                boundToStores: boolean;
                suspended: boolean;
                /** @description true: the person is not served there before having a second factor */
                secondFactorRequired: boolean;
            }[];
            /**
             * Format: date-time
             * @description However much it is used; twelve hours unused end it before
             */
            expiresAt: string;
        };
        SessionListed: {
            id: string;
            userAgent: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            usedAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** @description The one that asks */
            current: boolean;
        };
        Offer: {
            merchantName: string;
            email: string;
            name: string | null;
            /** @enum {string} */
            role: "owner" | "manager" | "staff";
            /** @description Somebody signs in with this e-mail already: it is accepted with their own password, and their name stays */
            known: boolean;
            /** Format: date-time */
            expiresAt: string;
        };
        SecondFactorSecret: {
            /** @description Base32, to be typed into the app */
            secret: string;
            /** @description The same for a QR code */
            uri: string;
        };
        RecoveryCodes: {
            /** @description Each signs in once in place of a code; told only now */
            recoveryCodes: string[];
        };
        Person: {
            id: string;
            name: string;
            email: string;
            /** @enum {string} */
            role: "owner" | "manager" | "staff";
            /** @description The stores a staff member is bound to; null: all of them */
            storeIds: string[] | null;
            /** @description What these stores are called now, in the same order; null: all of them */
            storeNames: string[] | null;
            /** @description Whether they sign in with a code as well */
            secondFactor: boolean;
            /** Format: date-time */
            since: string;
        };
        Invitation: {
            id: string;
            name: string;
            email: string;
            /** @enum {string} */
            role: "owner" | "manager" | "staff";
            /** @description The stores a staff member is bound to; null: all of them */
            storeIds: string[] | null;
            /** Format: date-time */
            expiresAt: string;
        };
        Invited: {
            id: string;
            name: string;
            email: string;
            /** @enum {string} */
            role: "owner" | "manager" | "staff";
            /** @description The stores a staff member is bound to; null: all of them */
            storeIds: string[] | null;
            /** Format: date-time */
            expiresAt: string;
            /** @description Serves once, for 72 hours; told only now */
            link: string;
            /**
             * @description Whether the link went out by e-mail; if not, it has to be passed on by hand
             * @enum {string}
             */
            mail: "sent" | "failed" | "off";
        };
        Key: {
            id: string;
            label: string;
            /**
             * @description `full`: all but people and keys; `till`: what staff do at the counter; `read`: only to look
             * @enum {string}
             */
            scope: "full" | "till" | "read";
            /** @description How the key begins; null: it is of before this was kept */
            prefix: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description Who made it; null: a tool of the installation */
            createdBy: {
                id: string;
                name: string | null;
            } | null;
            /**
             * Format: date-time
             * @description Its last use, to the quarter of an hour; null: never
             */
            usedAt: string | null;
        };
        MadeKey: {
            id: string;
            label: string;
            /**
             * @description `full`: all but people and keys; `till`: what staff do at the counter; `read`: only to look
             * @enum {string}
             */
            scope: "full" | "till" | "read";
            /** @description How the key begins; null: it is of before this was kept */
            prefix: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description Who made it; null: a tool of the installation */
            createdBy: {
                id: string;
                name: string | null;
            } | null;
            /**
             * Format: date-time
             * @description Its last use, to the quarter of an hour; null: never
             */
            usedAt: string | null;
            /** @description The key itself; told only now */
            key: string;
        };
        Store: {
            id: string;
            name: string;
            /** @description IANA time zone */
            zone: string;
            /** @description Sales channels of Bling, `0` for orders without one (`0@` and a connection’s id: for those of its company alone), and what tills call themselves in `storeId`, that mean this store */
            channels: string[];
            /** @description CNPJs that mean this store, without punctuation */
            documents: string[];
        };
        Settings: {
            /** @description true: owners without a second factor are refused until they have one */
            requireSecondFactorForOwners: boolean;
            messages: components["schemas"]["MessageSettings"];
        };
        /** @description How the merchant writes to its customers */
        MessageSettings: {
            /**
             * @description `opt_in`: only customers who have agreed are written to; else all who have not objected
             * @enum {string}
             */
            basis: "opt_in" | "legitimate_interest";
            /** @description When nobody is written to, in the zone of the program; null: at any hour */
            quietHours: {
                from: string;
                /** @description Earlier than `from`: on the next day. The same: the days alone are quiet */
                to: string;
                /** @description Whole days, 1 = Monday … 7 = Sunday */
                days: number[];
            } | null;
            /** @description Notices to one customer at most, receipts not counted; null: any number */
            caps: {
                perDay: number | null;
                perThirtyDays: number | null;
            };
            /** @description Of a hundred customers, how many are not asked to come back */
            holdout: number;
        };
        SettingsChange: {
            /** @description true: owners without a second factor are refused until they have one */
            requireSecondFactorForOwners?: boolean;
            messages?: components["schemas"]["MessageSettingsChange"];
        };
        MessageSettingsChange: {
            /**
             * @description `opt_in`: only customers who have agreed are written to; else all who have not objected
             * @enum {string}
             */
            basis?: "opt_in" | "legitimate_interest";
            /** @description When nobody is written to, in the zone of the program; null: at any hour */
            quietHours?: {
                from: string;
                /** @description Earlier than `from`: on the next day. The same: the days alone are quiet */
                to: string;
                /** @description Whole days, 1 = Monday … 7 = Sunday */
                days: number[];
            } | null;
            /** @description Notices to one customer at most, receipts not counted; null: any number */
            caps?: {
                perDay: number | null;
                perThirtyDays: number | null;
            };
            /** @description Of a hundred customers, how many are not asked to come back */
            holdout?: number;
        };
        Connection: {
            id: string;
            companyId: string;
            companyName: string;
            /**
             * @description `needs_authorization`: Bling does not accept it any more; `paused`, `disconnected`: by the merchant’s people, its orders are not read
             * @enum {string}
             */
            state: "connected" | "needs_authorization" | "paused" | "disconnected";
            /** @description What Bling forbids the app to read, though it takes its tokens: the first of it; null: nothing, as far as is known. Where it is NFC-e alone, orders are read all the same */
            forbidden: ("order" | "contact" | "invoice") | null;
            /** @description IANA zone of the store; null: the program’s */
            timezone: string | null;
            /** @description Empty, like the other list: Bling’s own situations */
            completedSituations: number[];
            cancelledSituations: number[];
            /** @description Why Bling is not asked for this store just now, and sales wait; null: it is asked */
            callsStopped: {
                /**
                 * @description `bling`: every connection of the installation
                 * @enum {string}
                 */
                scope: "connection" | "bling";
                /** @enum {string} */
                reason: "no_answer" | "day_quota" | "address_blocked";
                /**
                 * Format: date-time
                 * @description First call without a usable answer, where there was one
                 */
                since: string | null;
                /**
                 * Format: date-time
                 * @description Nobody asks before; null: it is being tried, or is with the next sale
                 */
                until: string | null;
                /** @description Reads, of sales mostly, that have their turn after it; counted up to 10000 */
                waiting: number;
                /** @description pt-BR */
                text: string;
            } | null;
            /**
             * @description How often its orders are compared with the sales, so that lost events are made good
             * @enum {string}
             */
            reconcileEvery: "PT5M" | "PT15M" | "PT30M" | "PT1H" | "PT2H" | "PT6H" | "PT12H" | "P1D";
            /** @description Whether NFC-e that no order names are sales as well */
            consumerInvoices: boolean;
            /**
             * Format: date-time
             * @description Those issued from then on earn; null: none do
             */
            consumerInvoicesSince: string | null;
            /**
             * Format: date-time
             * @description When Bling last told of an order, to the minute; null: not since that is noted
             */
            lastEventAt: string | null;
            /**
             * Format: date-time
             * @description Up to when its orders were compared without being asked; null: not yet
             */
            reconciledUntil: string | null;
            /** @description Calls of this installation on Bling’s day; other apps of the company use the same */
            quota: {
                usedToday: number;
                of: number;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            authorizedAt: string;
        };
        BlingAccount: {
            situations: {
                /**
                 * @description `refused`: the app may not read this for the company; ids can be written by hand then
                 * @enum {string}
                 */
                answer: "ok" | "refused";
                options: {
                    id: number;
                    name: string | null;
                    /**
                     * @description What it means for a sale by the connection’s choice, or by Bling’s own where there is none
                     * @enum {string}
                     */
                    meaning: "completed" | "cancelled" | "open";
                }[];
            };
            channels: {
                /**
                 * @description `refused`: the app may not read this for the company; ids can be written by hand then
                 * @enum {string}
                 */
                answer: "ok" | "refused";
                options: {
                    /** @description `0`: orders without a channel, such as those typed by hand; where there are several companies, `0@` and the id of the connection: those of this one */
                    id: string;
                    name: string | null;
                    /** @description Bling’s name of the integration */
                    type: string | null;
                    enabled: boolean;
                    /** @description The store that it means; null: none */
                    storeId: string | null;
                }[];
            };
        };
        TouchedSales: {
            /** @description The situations that would mean something else */
            situations: {
                id: number;
                /**
                 * @description What it means for a sale by the connection’s choice, or by Bling’s own where there is none
                 * @enum {string}
                 */
                before: "completed" | "cancelled" | "open";
                /**
                 * @description What it means for a sale by the connection’s choice, or by Bling’s own where there is none
                 * @enum {string}
                 */
                after: "completed" | "cancelled" | "open";
            }[];
            /** @description Orders of Bling that are in one of them, as far as was looked */
            orders: number;
            sales: {
                becomeCompleted: number;
                becomeCancelled: number;
                becomeOpen: number;
            };
            /** @description There are more orders than were looked at: the counts are at least */
            more: boolean;
        };
        SituationChoice: {
            completedSituations: number[];
            cancelledSituations: number[];
        };
        Reconciliation: {
            id: string;
            connectionId: string;
            /**
             * @description `asked`: by somebody; `scheduled`: by the connection’s own run
             * @enum {string}
             */
            trigger: "asked" | "scheduled" | "situations";
            /**
             * @description `cancelled`: somebody has ended its run; `failed`: it could not go on, see `failure`
             * @enum {string}
             */
            state: "running" | "finished" | "cancelled" | "failed";
            /** @description Why it failed, in a stable word such as `Bling.forbidden`; null: it did not */
            failure: string | null;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            /** @description Orders of Bling, and NFC-e where they count, that were compared, each once */
            lookedAt: number;
            /** @description Of these, orders that were not known here */
            missing: number;
            /** @description And orders whose situation, total, contact or content was another */
            differing: number;
            /** @description Sales whose order turned out to be deleted */
            deleted: number;
            /** @description Of all these, those that were seen to be right since */
            repaired: number;
            /** Format: date-time */
            beganAt: string;
            /** Format: date-time */
            endedAt: string | null;
            /** @description What was not as it should be: the first 200, once it has ended */
            found: {
                /** @description Its id in Bling; an NFC-e’s is preceded by `nfce-` */
                orderId: string;
                saleId: string;
                /**
                 * @description `missing`: there was no such sale; `unread`: there was, and it was never read; `content`: items, freight, date, channel or NFC-e were others; `unlisted`: Bling’s list no longer has it; else what differed
                 * @enum {string}
                 */
                why: "missing" | "unread" | "situation" | "total" | "contact" | "content" | "unlisted";
                /** @description pt-BR */
                text: string;
                /** Format: date-time */
                foundAt: string;
                /**
                 * Format: date-time
                 * @description null: not seen to be right yet
                 */
                repairedAt: string | null;
            }[];
        };
        ReconciliationSummary: {
            id: string;
            connectionId: string;
            /**
             * @description `asked`: by somebody; `scheduled`: by the connection’s own run
             * @enum {string}
             */
            trigger: "asked" | "scheduled" | "situations";
            /**
             * @description `cancelled`: somebody has ended its run; `failed`: it could not go on, see `failure`
             * @enum {string}
             */
            state: "running" | "finished" | "cancelled" | "failed";
            /** @description Why it failed, in a stable word such as `Bling.forbidden`; null: it did not */
            failure: string | null;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            /** @description Orders of Bling, and NFC-e where they count, that were compared, each once */
            lookedAt: number;
            /** @description Of these, orders that were not known here */
            missing: number;
            /** @description And orders whose situation, total, contact or content was another */
            differing: number;
            /** @description Sales whose order turned out to be deleted */
            deleted: number;
            /** @description Of all these, those that were seen to be right since */
            repaired: number;
            /** Format: date-time */
            beganAt: string;
            /** Format: date-time */
            endedAt: string | null;
        };
        ReferenceSale: {
            /** Format: date-time */
            testedAt: string;
            program: {
                /** @enum {string} */
                source: "current" | "draft";
                version: number | null;
                name: string;
            };
            order: {
                orderId: string;
                number: string | null;
                storeId: string | null;
                timezone: string;
                /** Format: date-time */
                soldAt: string;
                totalCents: number;
                freightCents: number;
                otherExpensesCents: number;
                discountCents: number;
                goodsCents: number;
                items: {
                    sku: string;
                    totalCents: number;
                    quantity?: number;
                    name?: string;
                }[];
                situation: {
                    id: number;
                    value: number | null;
                } | null;
            };
            state: {
                /** @enum {string} */
                outcome: "completed" | "open" | "cancelled";
                /** @description Whether it would count as completed */
                counts: boolean;
                /** @description pt-BR */
                text: string;
            };
            customer: {
                /** @enum {string} */
                state: "recognised" | "new" | "unidentified";
                customerId: string | null;
                reachable: {
                    whatsapp: boolean;
                    email: boolean;
                };
                /** @description pt-BR */
                text: string;
            };
            /** @description What the order gives, or would give once completed */
            benefits: {
                ruleId: string;
                /** @enum {string} */
                type: "cashback" | "points" | "voucher";
                /** @description Cents, points, or uses of the voucher */
                amount: number;
                /** Format: date-time */
                activatesAt: string;
                /**
                 * Format: date-time
                 * @description Exclusive; null: never
                 */
                expiresAt: string | null;
                /**
                 * Format: date
                 * @description The last date of use
                 */
                validThrough: string | null;
                voucher: {
                    template: string;
                    discount: components["schemas"]["AmountDiscount"] | components["schemas"]["PercentDiscount"];
                    minSaleCents: number;
                    stores: string[] | null;
                } | null;
            }[];
            explanation: {
                ruleId: string | null;
                type: string | null;
                outcome: string;
                amount: number;
                /** @description pt-BR, one step of the reasoning each */
                lines: string[];
            }[];
            /** @description What the customer would be told, and when */
            messages: {
                /** @enum {string} */
                kind: "earned" | "expiring" | "expired" | "repurchase";
                /** Format: date-time */
                at: string;
                /** @description Those of the program by which this customer can be reached */
                channels: ("whatsapp" | "email")[];
            }[];
            /** @description The sale as it was really calculated; null: not known yet */
            known: {
                saleId: string;
                /**
                 * @description What became of its benefit
                 * @enum {string}
                 */
                status: "waiting" | "unidentified" | "no_benefit" | "pending" | "active" | "used" | "expired" | "cancelled" | "refused" | "in_review" | "duplicate";
                /**
                 * @description What its source says of it
                 * @enum {string}
                 */
                sourceStatus: "open" | "completed" | "cancelled" | "missing" | "refused";
                customerId: string | null;
                programVersion: number | null;
                /** Format: date-time */
                completedAt: string | null;
                returnedCents: number;
                /** @description What it has really given; `amount` before what was taken back */
                grants: {
                    ruleId: string;
                    /** @enum {string} */
                    type: "cashback" | "points" | "voucher";
                    /** @description Cents, points, or uses of the voucher */
                    amount: number;
                    takenBack: number;
                }[];
                explanation: {
                    ruleId: string | null;
                    type: string | null;
                    outcome: string;
                    amount: number;
                    /** @description pt-BR, one step of the reasoning each */
                    lines: string[];
                }[];
            } | null;
            /** @description pt-BR: what the answer takes for granted */
            assumptions: string[];
        };
        AmountDiscount: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "amount";
            cents: number;
        };
        PercentDiscount: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "percent";
            bps: number;
            maxCents?: number;
        };
        CashbackGrant: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "cashback";
            rateBps: number;
        };
        PointsGrant: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "points";
            points: number;
            perCents: number;
        };
        VoucherGrant: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "voucher";
            template: string;
        };
        AmountOff: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "amount";
            cents: number;
        };
        PercentOff: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "percent";
            bps: number;
            maxCents?: number;
        };
        Activation: {
            /** @description Whether customers are written to; else messages wait, for a day */
            live: boolean;
            /**
             * Format: date-time
             * @description Since when; null: they are not, or were before anybody was asked
             */
            liveAt: string | null;
            /** @description Whether the first four steps hold */
            mayGoLive: boolean;
            steps: {
                /** @enum {string} */
                step: "connect" | "authorize" | "program" | "reference_sale" | "messages";
                /** @enum {string} */
                state: "done" | "missing";
                /** @description What lacks, and in pt-BR what to do */
                missing: {
                    code: string;
                    text: string;
                }[];
                /** @description The call that does the step */
                call: string;
            }[];
            /** @description What Bling answered when it was asked in earnest */
            checks: {
                connectionId: string;
                companyName: string;
                /** @enum {string} */
                orders: "ok" | "refused" | "silent";
                /** @enum {string} */
                contacts: "ok" | "refused" | "silent";
                /**
                 * @description Without them Bling’s own situations count
                 * @enum {string}
                 */
                situations: "ok" | "refused" | "silent";
                /** Format: date-time */
                at: string;
            }[];
            approvedSale: {
                connectionId: string;
                orderId: string;
                number: string | null;
                programVersion: number;
                /** Format: date-time */
                at: string;
            } | null;
            /** @description By what customers are written to, as the installation is set up */
            channels: {
                /** @enum {string} */
                channel: "whatsapp" | "email";
                /**
                 * Format: date-time
                 * @description When a test message last went out by it
                 */
                testedAt: string | null;
                /**
                 * Format: date-time
                 * @description When it was reported to have arrived; null: not yet, or none come by the channel
                 */
                arrivedAt: string | null;
                /** @description Why it did not arrive, pt-BR; null: that was not reported */
                failure: string | null;
            }[];
        };
        TestByEmail: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            channel: "email";
        };
        TestByWhatsApp: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            channel: "whatsapp";
            /**
             * Format: mobile
             * @description Of whoever asks, in any spelling, with its area code
             */
            phone: string;
        };
        ProgramVersion: {
            version: number;
            program: components["schemas"]["Program"];
            /** Format: date-time */
            publishedAt: string;
        };
        /** @description The merchant’s rules; absent fields take their defaults */
        Program: {
            name: string;
            /**
             * Format: iana-zone
             * @default America/Sao_Paulo
             */
            timezone: string;
            earning: {
                base?: {
                    /** @default false */
                    includeFreight: boolean;
                    /** @default false */
                    includeOtherExpenses: boolean;
                    /** @default true */
                    excludeBenefitPaid: boolean;
                    /** @default true */
                    earnOnRedeemed: boolean;
                };
                /**
                 * @default best
                 * @enum {string}
                 */
                combine: "best" | "first" | "stack";
                rules: {
                    id: string;
                    name?: string;
                    grant: components["schemas"]["CashbackGrant"] | components["schemas"]["PointsGrant"] | components["schemas"]["VoucherGrant"];
                    when?: {
                        minSaleCents?: number;
                        maxSaleCents?: number;
                        channels?: ("bling" | "ecommerce" | "pos" | "import" | "manual")[];
                        stores?: string[];
                        weekdays?: number[];
                        /** Format: date */
                        from?: string;
                        /** Format: date */
                        until?: string;
                        skus?: string[];
                        firstPurchase?: boolean;
                        segment?: string;
                    };
                    multiplierMilli?: number;
                    bonusCents?: number;
                    bonusPoints?: number;
                    capPerSaleCents?: number;
                    capPerSalePoints?: number;
                    capPerCustomerPerMonthCents?: number;
                    capPerCustomerPerMonthPoints?: number;
                    budgetCents?: number;
                    budgetPoints?: number;
                    priority?: number;
                }[];
            };
            holding?: {
                /**
                 * Format: duration
                 * @default PT0S
                 */
                after: string;
            };
            expiry?: {
                /** Format: duration */
                after: string;
                /** @enum {string} */
                roundUpTo?: "day" | "month";
            };
            redemption?: {
                /** @default 0 */
                minSaleCents: number;
                /** @default 0 */
                minBalanceCents: number;
                /** @default 10000 */
                maxShareBps: number;
                /** @default 1 */
                pointValueCents: number;
                /**
                 * Format: duration
                 * @default PT15M
                 */
                reservation: string;
                /**
                 * Format: duration
                 * @default P90D
                 */
                rollbackWindow: string;
                /**
                 * Format: duration
                 * @default P7D
                 */
                graceAfterRollback: string;
            };
            returns?: {
                /**
                 * @default allow_debt
                 * @enum {string}
                 */
                clawback: "pending_only" | "to_zero" | "allow_debt";
                /** @default true */
                refundSpent: boolean;
            };
            vouchers?: {
                [key: string]: {
                    discount: components["schemas"]["AmountOff"] | components["schemas"]["PercentOff"];
                    /** @default 0 */
                    minSaleCents: number;
                    /** Format: duration */
                    validity?: string;
                    /** @default 1 */
                    uses: number;
                    stores?: string[];
                };
            };
            messages?: {
                earned?: {
                    channels?: ("whatsapp" | "email")[];
                };
                expiring?: {
                    before: string[];
                    channels?: ("whatsapp" | "email")[];
                    /**
                     * @description What nobody could be reminded of goes on, once
                     * @default true
                     */
                    fair: boolean;
                };
                expired?: {
                    channels?: ("whatsapp" | "email")[];
                };
                returned?: {
                    channels?: ("whatsapp" | "email")[];
                };
                repurchase?: {
                    /** Format: duration */
                    after: string;
                    channels?: ("whatsapp" | "email")[];
                };
                welcome?: {
                    /**
                     * Format: duration
                     * @default P1D
                     */
                    after: string;
                    channels?: ("whatsapp" | "email")[];
                };
                balance?: {
                    /** @default 5 */
                    day: number;
                    channels?: ("whatsapp" | "email")[];
                };
                winBack?: {
                    after: string[];
                    channels?: ("whatsapp" | "email")[];
                };
                birthday?: {
                    channels?: ("whatsapp" | "email")[];
                };
            };
        };
        PublishedProgram: {
            version: number;
            program: components["schemas"]["Program"];
            /**
             * Format: date-time
             * @description null for a dry run that would make a new version
             */
            publishedAt: string | null;
            /** @description Against the version before; empty when nothing changed */
            changes: {
                /** @description Where in the program, rules and vouchers by their name; empty for the program as a whole */
                path: string;
                /** @enum {string} */
                kind: "added" | "removed" | "changed";
                /** @description pt-BR, a sentence */
                text: string;
            }[];
            /** @description What is allowed and seldom meant; nothing of it keeps the program from being published */
            warnings: {
                /** @description Where in the program as sent */
                path: string;
                /** @description pt-BR, a sentence */
                text: string;
            }[];
            /** @description true: nothing was published */
            dryRun: boolean;
        };
        Regulation: {
            version: number;
            title: string;
            sections: {
                heading: string;
                paragraphs: string[];
            }[];
            /** @description The same as Markdown */
            markdown: string;
        };
        ProgramVersionSummary: {
            version: number;
            name: string | null;
            /** Format: date-time */
            publishedAt: string;
            /** @description false: somebody has changed it by hand, and nothing is calculated by it */
            asPublished: boolean;
            /** @description Against the version before; empty also where that cannot be said */
            changes: {
                /** @description Where in the program, rules and vouchers by their name; empty for the program as a whole */
                path: string;
                /** @enum {string} */
                kind: "added" | "removed" | "changed";
                /** @description pt-BR, a sentence */
                text: string;
            }[];
        };
        ProgramVersionInWords: {
            version: number;
            program: components["schemas"]["Program"];
            /** Format: date-time */
            publishedAt: string;
            rules: {
                ruleId: string;
                /** @description pt-BR */
                text: string;
            }[];
            regulation: {
                title: string;
                sections: {
                    heading: string;
                    paragraphs: string[];
                }[];
            };
        };
        Simulation: {
            id: string;
            /** @enum {string} */
            state: "running" | "finished" | "failed";
            /** @description The version compared with; null: none was published */
            against: number | null;
            /** Format: date-time */
            from: string;
            /**
             * Format: date-time
             * @description Exclusive
             */
            end: string;
            /** @description Events of the period, each played by both programs; 0 of 0 while they are read */
            progress: {
                done: number;
                total: number;
            };
            failure?: {
                code: string;
                /** @description pt-BR */
                text: string;
            };
            result?: components["schemas"]["SimulationResult"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt: string | null;
        };
        SimulationResult: {
            period: {
                /** Format: date */
                from: string;
                /** Format: date */
                until: string;
                timezone: string;
            };
            played: {
                sales: number;
                unidentified: number;
                customers: number;
            };
            current: components["schemas"]["ProgramCost"];
            draft: components["schemas"]["ProgramCost"];
            /** @description Draft less current */
            difference: {
                cashback: {
                    grantedCents: number;
                    /** @description For cancellations and returns, as debt where nothing was left */
                    takenBackCents: number;
                    netCents: number;
                    /** @description Credits less debits by hand */
                    adjustedCents: number;
                    spentCents: number;
                    expiredCents: number;
                    /** @description Pending, active and reserved */
                    outstandingCents: number;
                    debtCents: number;
                };
                points: {
                    granted: number;
                    takenBack: number;
                    net: number;
                    adjusted: number;
                    spent: number;
                    expired: number;
                    outstanding: number;
                    debt: number;
                    /** @description At the program’s value of a point */
                    netCents: number;
                    outstandingCents: number;
                };
                vouchers: {
                    /** @description Given and not cancelled */
                    issued: number;
                    /** @description What they can take off at most, all uses together */
                    faceCents: number;
                    spentUses: number;
                    discountCents: number;
                    expiredUses: number;
                    outstandingUses: number;
                };
                /** @description Cashback and points net of returns, and vouchers by face value */
                totalCents: number;
                /** @description Real uses that would not have been possible, or not in full */
                unpayable: {
                    uses: number;
                    cashbackCents: number;
                    points: number;
                    vouchers: number;
                };
            };
            /** @description Outstanding at the end of each month */
            liability: {
                month: string;
                current: {
                    cashbackCents: number;
                    points: number;
                    voucherUses: number;
                };
                draft: {
                    cashbackCents: number;
                    points: number;
                    voucherUses: number;
                };
            }[];
            rules: {
                current: {
                    ruleId: string;
                    /** @enum {string} */
                    type: "cashback" | "points" | "voucher";
                    matchedSales: number;
                    paidSales: number;
                    /** @description Net of returns: cents, points, face value in cents */
                    paid: number;
                    /** @description Before returns */
                    cutByCaps: number;
                    cutByBudget: number;
                }[];
                draft: {
                    ruleId: string;
                    /** @enum {string} */
                    type: "cashback" | "points" | "voucher";
                    matchedSales: number;
                    paidSales: number;
                    /** @description Net of returns: cents, points, face value in cents */
                    paid: number;
                    /** @description Before returns */
                    cutByCaps: number;
                    cutByBudget: number;
                }[];
            };
            sales: components["schemas"]["SimulationComparison"];
            customers: components["schemas"]["SimulationComparison"];
            /** @description pt-BR: what the numbers take for granted */
            assumptions: string[];
        };
        ProgramCost: {
            cashback: {
                grantedCents: number;
                /** @description For cancellations and returns, as debt where nothing was left */
                takenBackCents: number;
                netCents: number;
                /** @description Credits less debits by hand */
                adjustedCents: number;
                spentCents: number;
                expiredCents: number;
                /** @description Pending, active and reserved */
                outstandingCents: number;
                debtCents: number;
            };
            points: {
                granted: number;
                takenBack: number;
                net: number;
                adjusted: number;
                spent: number;
                expired: number;
                outstanding: number;
                debt: number;
                /** @description At the program’s value of a point */
                netCents: number;
                outstandingCents: number;
            };
            vouchers: {
                /** @description Given and not cancelled */
                issued: number;
                /** @description What they can take off at most, all uses together */
                faceCents: number;
                spentUses: number;
                discountCents: number;
                expiredUses: number;
                outstandingUses: number;
            };
            /** @description Cashback and points net of returns, and vouchers by face value */
            totalCents: number;
            /** @description Real uses that would not have been possible, or not in full */
            unpayable: {
                uses: number;
                cashbackCents: number;
                points: number;
                vouchers: number;
            };
        };
        SimulationComparison: {
            more: {
                count: number;
                cents: number;
            };
            less: {
                count: number;
                cents: number;
            };
            same: {
                count: number;
            };
            topMore: {
                id: string;
                currentCents: number;
                draftCents: number;
            }[];
            topLess: {
                id: string;
                currentCents: number;
                draftCents: number;
            }[];
        };
        ProgramPreview: {
            /** @description In force; null: none was published */
            version: number | null;
            /** @description In what the draft differs from it */
            changes: {
                /** @description Where in the program, rules and vouchers by their name; empty for the program as a whole */
                path: string;
                /** @enum {string} */
                kind: "added" | "removed" | "changed";
                /** @description pt-BR, a sentence */
                text: string;
            }[];
            /** @description Allowed, and seldom meant */
            warnings: {
                /** @description Where in the program as sent */
                path: string;
                /** @description pt-BR, a sentence */
                text: string;
            }[];
            /** @description In the order of the draft */
            rules: {
                ruleId: string;
                /** @description pt-BR: the rule as a customer reads it */
                text: string;
                /** @description The rule by itself on a purchase with the channel, store, products and buyer it asks for; caps per month and budgets unused */
                example: {
                    /**
                     * Format: date
                     * @description Today, or the nearest day on which the rule holds
                     */
                    soldOn: string;
                    totalCents: number;
                    reason: {
                        ruleId: string | null;
                        type: string | null;
                        outcome: string;
                        amount: number;
                        /** @description pt-BR, one step of the reasoning each */
                        lines: string[];
                    };
                };
            }[];
            /** @description As customers would read it */
            regulation: {
                title: string;
                sections: {
                    heading: string;
                    paragraphs: string[];
                }[];
            };
        };
        TriedProgram: {
            sale: {
                /** @description null: it was typed */
                saleId: string | null;
                /** Format: date-time */
                soldAt: string;
                storeId: string | null;
                totalCents: number;
                goodsCents: number;
                customerId: string | null;
            };
            tried: components["schemas"]["TriedOutcome"];
            /** @description null: no program was published yet */
            current: {
                /** @description null: the draft */
                version: number | null;
                benefits: {
                    ruleId: string;
                    /** @enum {string} */
                    type: "cashback" | "points" | "voucher";
                    /** @description Cents, points, or uses of the voucher */
                    amount: number;
                    /** Format: date-time */
                    activatesAt: string;
                    /**
                     * Format: date-time
                     * @description Exclusive; null: never
                     */
                    expiresAt: string | null;
                    /** Format: date */
                    validThrough: string | null;
                    voucher: {
                        template: string;
                        discount: components["schemas"]["AmountDiscount"] | components["schemas"]["PercentDiscount"];
                    } | null;
                }[];
                totals: {
                    cents: number;
                    points: number;
                    vouchers: number;
                };
                explanation: {
                    ruleId: string | null;
                    type: string | null;
                    outcome: string;
                    amount: number;
                    /** @description pt-BR, one step of the reasoning each */
                    lines: string[];
                }[];
            } | null;
            /** @description Tried less current */
            difference: {
                cents: number;
                points: number;
                vouchers: number;
            } | null;
            /** @description In what the draft differs from the current */
            changes: {
                /** @description Where in the program, rules and vouchers by their name; empty for the program as a whole */
                path: string;
                /** @enum {string} */
                kind: "added" | "removed" | "changed";
                /** @description pt-BR, a sentence */
                text: string;
            }[];
            /** @description pt-BR: what the answer takes for granted */
            assumptions: string[];
        };
        TriedOutcome: {
            /** @description null: the draft */
            version: number | null;
            benefits: {
                ruleId: string;
                /** @enum {string} */
                type: "cashback" | "points" | "voucher";
                /** @description Cents, points, or uses of the voucher */
                amount: number;
                /** Format: date-time */
                activatesAt: string;
                /**
                 * Format: date-time
                 * @description Exclusive; null: never
                 */
                expiresAt: string | null;
                /** Format: date */
                validThrough: string | null;
                voucher: {
                    template: string;
                    discount: components["schemas"]["AmountDiscount"] | components["schemas"]["PercentDiscount"];
                } | null;
            }[];
            totals: {
                cents: number;
                points: number;
                vouchers: number;
            };
            explanation: {
                ruleId: string | null;
                type: string | null;
                outcome: string;
                amount: number;
                /** @description pt-BR, one step of the reasoning each */
                lines: string[];
            }[];
        };
        Sale: {
            id: string;
            /** @enum {string} */
            channel: "bling" | "ecommerce" | "pos" | "import" | "manual";
            externalId: string;
            number: string | null;
            storeId: string | null;
            /**
             * @description What became of its benefit
             * @enum {string}
             */
            status: "waiting" | "unidentified" | "no_benefit" | "pending" | "active" | "used" | "expired" | "cancelled" | "refused" | "in_review" | "duplicate";
            /**
             * @description What its source says of it
             * @enum {string}
             */
            sourceStatus: "open" | "completed" | "cancelled" | "missing" | "refused";
            /** @description Why its source is not read until its connection is put right; null: it is */
            parked: {
                /** @enum {string} */
                reason: "unauthorized" | "forbidden" | "unknown_connection" | "rejected";
                connectionId: string;
                /** Format: date-time */
                since: string;
            } | null;
            /** Format: date-time */
            soldAt: string | null;
            /** Format: date-time */
            completedAt: string | null;
            totalCents: number;
            freightCents: number;
            otherExpensesCents: number;
            discountCents: number;
            returnedCents: number;
            customerId: string | null;
            /** @description As the customer is called today; null: it has none, or one without a name */
            customerName: string | null;
            programVersion: number | null;
            /** @description Cashback given, less what was taken back */
            earnedCents: number;
            /** Format: date-time */
            createdAt: string;
            /** @description true: nobody is written to about it */
            silent: boolean;
            items: {
                sku: string;
                totalCents: number;
                quantity?: number;
                name?: string;
            }[];
            /** @description Why its content cannot be right; pt-BR */
            refusal: string | null;
            /** @description The NFC-e that tells of it; null: an order or another channel does */
            consumerInvoice: {
                /** @description Its id in Bling */
                id: string;
                number: string | null;
                accessKey: string | null;
            } | null;
            /** @description The sale of another source that this purchase counts as */
            duplicateOf: string | null;
            /** @description Of `duplicate`: where the benefit counts. Of `in_review`: the other of the pair */
            otherSale: {
                id: string;
                /** @enum {string} */
                channel: "bling" | "ecommerce" | "pos" | "import" | "manual";
                externalId: string;
                number: string | null;
            } | null;
            /** @description The review that decides whether it counts */
            heldFor: string | null;
            /** @description Other sources’ accounts of this purchase */
            evidence: {
                saleId: string;
                /** @enum {string} */
                channel: "bling" | "ecommerce" | "pos" | "import" | "manual";
                externalId: string;
                number: string | null;
                cancelled: boolean;
                /** Format: date-time */
                at: string;
            }[];
            /** @description Oldest first */
            returns: {
                id: string;
                /** Format: date-time */
                at: string;
                /** @description Goods value */
                amountCents: number;
                /** @description Where lines were named; quantity null: what was left of the line */
                items: {
                    sku: string;
                    quantity: number | null;
                }[];
                reason: string | null;
                operator: string | null;
                /** @description The key it was made with; without a label: it was revoked. null: none, or it was not kept */
                key: {
                    id: string;
                    label: string | null;
                } | null;
                storeId: string | null;
            }[];
            /** @description What benefit had paid of it and went back when it was over */
            refundedCents: number;
            benefit: {
                earnedCents: number;
                pendingCents: number;
                activeCents: number;
                reservedCents: number;
                usedCents: number;
                expiredCents: number;
                takenBackCents: number;
                points: {
                    earnedPoints: number;
                    pendingPoints: number;
                    activePoints: number;
                    reservedPoints: number;
                    usedPoints: number;
                    expiredPoints: number;
                    takenBackPoints: number;
                };
                vouchers: {
                    code: string;
                    template: string;
                    /** @enum {string} */
                    state: "pending" | "active" | "reserved" | "redeemed" | "expired" | "cancelled";
                    /** @description What is reserved has not been used yet */
                    usesLeft: number;
                    /**
                     * Format: date
                     * @description Last date of use; null: never
                     */
                    expiresOn: string | null;
                }[];
                /** Format: date-time */
                activatesAt: string | null;
                /**
                 * Format: date-time
                 * @description Exclusive; null: never, or nothing earned
                 */
                expiresAt: string | null;
            };
            explanation: {
                ruleId: string | null;
                type: string | null;
                outcome: string;
                amount: number;
                /** @description pt-BR, one step of the reasoning each */
                lines: string[];
            }[];
            /** @description The version of the program that pays it; null: it was not calculated yet */
            program: {
                version: number;
                name: string;
                rules: {
                    ruleId: string;
                    /** @description pt-BR */
                    text: string;
                }[];
            } | null;
            /** @description What comes next by itself, and when; null: nothing does */
            next: {
                /** @enum {string} */
                do: "activate" | "expire" | "letGo" | "tell";
                /**
                 * Format: date-time
                 * @description When it is carried out; in the past: its run is late
                 */
                at: string;
                /** @description Of `tell`: what the customer is told */
                notice: ("earned" | "expiring" | "expired" | "repurchase" | "returned") | null;
                /** @description pt-BR */
                text: string;
            } | null;
            /** @description Its own runs first, then those of uses of balance */
            runs: {
                /** @enum {string} */
                kind: "sale" | "redemption";
                workflowId: string;
                /** @description In the Temporal UI; null: its address is not set */
                url: string | null;
            }[];
            /** @description What its customer was told of it, oldest first */
            messages: {
                /** @enum {string} */
                kind: "earned" | "expiring" | "expired" | "repurchase" | "returned";
                /** @enum {string} */
                channel: "whatsapp" | "email";
                /** @enum {string} */
                state: "queued" | "sending" | "sent" | "delivered" | "read" | "failed" | "skipped" | "unknown";
                /** @description Why it did not arrive, in a stable word */
                reason: string | null;
                /** @description All of it in pt-BR */
                text: string;
                /**
                 * Format: date-time
                 * @description When it was sent, or what became of it else
                 */
                at: string;
            }[];
            timeline: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                source: "sale" | "ledger" | "message";
                event: string;
                /** @description pt-BR */
                text: string;
                /** @description Whose doing it was; with neither this nor `key`: it happened by itself */
                operator: string | null;
                /** @description The key it was made with; without a label: it was revoked. null: none, or it was not kept */
                key: {
                    id: string;
                    label: string | null;
                } | null;
            }[];
        };
        SaleRun: {
            /** @description The latest; null: Temporal knows of none, or no longer */
            run: {
                runId: string;
                running: boolean;
                /** Format: date-time */
                startedAt: string;
                /** Format: date-time */
                closedAt: string | null;
            } | null;
            url: string | null;
            /** @description Those that are being tried; empty: the run waits for time or news, or has ended */
            steps: {
                step: string;
                /** @description pt-BR: what the step does */
                text: string;
                /** @description That is under way, or comes next */
                attempt: number;
                /** @description Why the attempt before failed; null: it is the first */
                lastFailure: {
                    code: string;
                    /** @description pt-BR */
                    text: string;
                } | null;
                /**
                 * Format: date-time
                 * @description null: it is being tried now
                 */
                nextTryAt: string | null;
            }[];
        };
        SaleSummary: {
            id: string;
            /** @enum {string} */
            channel: "bling" | "ecommerce" | "pos" | "import" | "manual";
            externalId: string;
            number: string | null;
            storeId: string | null;
            /**
             * @description What became of its benefit
             * @enum {string}
             */
            status: "waiting" | "unidentified" | "no_benefit" | "pending" | "active" | "used" | "expired" | "cancelled" | "refused" | "in_review" | "duplicate";
            /**
             * @description What its source says of it
             * @enum {string}
             */
            sourceStatus: "open" | "completed" | "cancelled" | "missing" | "refused";
            /** @description Why its source is not read until its connection is put right; null: it is */
            parked: {
                /** @enum {string} */
                reason: "unauthorized" | "forbidden" | "unknown_connection" | "rejected";
                connectionId: string;
                /** Format: date-time */
                since: string;
            } | null;
            /** Format: date-time */
            soldAt: string | null;
            /** Format: date-time */
            completedAt: string | null;
            totalCents: number;
            freightCents: number;
            otherExpensesCents: number;
            discountCents: number;
            returnedCents: number;
            customerId: string | null;
            /** @description As the customer is called today; null: it has none, or one without a name */
            customerName: string | null;
            programVersion: number | null;
            /** @description Cashback given, less what was taken back */
            earnedCents: number;
            /** Format: date-time */
            createdAt: string;
        };
        PostedSale: {
            id: string;
            /** @enum {string} */
            channel: "bling" | "ecommerce" | "pos" | "import" | "manual";
            externalId: string;
            number: string | null;
            storeId: string | null;
            /**
             * @description What became of its benefit
             * @enum {string}
             */
            status: "waiting" | "unidentified" | "no_benefit" | "pending" | "active" | "used" | "expired" | "cancelled" | "refused" | "in_review" | "duplicate";
            /**
             * @description What its source says of it
             * @enum {string}
             */
            sourceStatus: "open" | "completed" | "cancelled" | "missing" | "refused";
            /** @description Why its source is not read until its connection is put right; null: it is */
            parked: {
                /** @enum {string} */
                reason: "unauthorized" | "forbidden" | "unknown_connection" | "rejected";
                connectionId: string;
                /** Format: date-time */
                since: string;
            } | null;
            /** Format: date-time */
            soldAt: string | null;
            /** Format: date-time */
            completedAt: string | null;
            totalCents: number;
            freightCents: number;
            otherExpensesCents: number;
            discountCents: number;
            returnedCents: number;
            customerId: string | null;
            /** @description As the customer is called today; null: it has none, or one without a name */
            customerName: string | null;
            programVersion: number | null;
            /** @description Cashback given, less what was taken back */
            earnedCents: number;
            /** Format: date-time */
            createdAt: string;
            /** @description true: nobody is written to about it */
            silent: boolean;
            items: {
                sku: string;
                totalCents: number;
                quantity?: number;
                name?: string;
            }[];
            /** @description Why its content cannot be right; pt-BR */
            refusal: string | null;
            /** @description The NFC-e that tells of it; null: an order or another channel does */
            consumerInvoice: {
                /** @description Its id in Bling */
                id: string;
                number: string | null;
                accessKey: string | null;
            } | null;
            /** @description The sale of another source that this purchase counts as */
            duplicateOf: string | null;
            /** @description Of `duplicate`: where the benefit counts. Of `in_review`: the other of the pair */
            otherSale: {
                id: string;
                /** @enum {string} */
                channel: "bling" | "ecommerce" | "pos" | "import" | "manual";
                externalId: string;
                number: string | null;
            } | null;
            /** @description The review that decides whether it counts */
            heldFor: string | null;
            /** @description Other sources’ accounts of this purchase */
            evidence: {
                saleId: string;
                /** @enum {string} */
                channel: "bling" | "ecommerce" | "pos" | "import" | "manual";
                externalId: string;
                number: string | null;
                cancelled: boolean;
                /** Format: date-time */
                at: string;
            }[];
            /** @description Oldest first */
            returns: {
                id: string;
                /** Format: date-time */
                at: string;
                /** @description Goods value */
                amountCents: number;
                /** @description Where lines were named; quantity null: what was left of the line */
                items: {
                    sku: string;
                    quantity: number | null;
                }[];
                reason: string | null;
                operator: string | null;
                /** @description The key it was made with; without a label: it was revoked. null: none, or it was not kept */
                key: {
                    id: string;
                    label: string | null;
                } | null;
                storeId: string | null;
            }[];
            /** @description What benefit had paid of it and went back when it was over */
            refundedCents: number;
            benefit: {
                earnedCents: number;
                pendingCents: number;
                activeCents: number;
                reservedCents: number;
                usedCents: number;
                expiredCents: number;
                takenBackCents: number;
                points: {
                    earnedPoints: number;
                    pendingPoints: number;
                    activePoints: number;
                    reservedPoints: number;
                    usedPoints: number;
                    expiredPoints: number;
                    takenBackPoints: number;
                };
                vouchers: {
                    code: string;
                    template: string;
                    /** @enum {string} */
                    state: "pending" | "active" | "reserved" | "redeemed" | "expired" | "cancelled";
                    /** @description What is reserved has not been used yet */
                    usesLeft: number;
                    /**
                     * Format: date
                     * @description Last date of use; null: never
                     */
                    expiresOn: string | null;
                }[];
                /** Format: date-time */
                activatesAt: string | null;
                /**
                 * Format: date-time
                 * @description Exclusive; null: never, or nothing earned
                 */
                expiresAt: string | null;
            };
            explanation: {
                ruleId: string | null;
                type: string | null;
                outcome: string;
                amount: number;
                /** @description pt-BR, one step of the reasoning each */
                lines: string[];
            }[];
            /** @description The version of the program that pays it; null: it was not calculated yet */
            program: {
                version: number;
                name: string;
                rules: {
                    ruleId: string;
                    /** @description pt-BR */
                    text: string;
                }[];
            } | null;
            /** @description What comes next by itself, and when; null: nothing does */
            next: {
                /** @enum {string} */
                do: "activate" | "expire" | "letGo" | "tell";
                /**
                 * Format: date-time
                 * @description When it is carried out; in the past: its run is late
                 */
                at: string;
                /** @description Of `tell`: what the customer is told */
                notice: ("earned" | "expiring" | "expired" | "repurchase" | "returned") | null;
                /** @description pt-BR */
                text: string;
            } | null;
            /** @description Its own runs first, then those of uses of balance */
            runs: {
                /** @enum {string} */
                kind: "sale" | "redemption";
                workflowId: string;
                /** @description In the Temporal UI; null: its address is not set */
                url: string | null;
            }[];
            /** @description What its customer was told of it, oldest first */
            messages: {
                /** @enum {string} */
                kind: "earned" | "expiring" | "expired" | "repurchase" | "returned";
                /** @enum {string} */
                channel: "whatsapp" | "email";
                /** @enum {string} */
                state: "queued" | "sending" | "sent" | "delivered" | "read" | "failed" | "skipped" | "unknown";
                /** @description Why it did not arrive, in a stable word */
                reason: string | null;
                /** @description All of it in pt-BR */
                text: string;
                /**
                 * Format: date-time
                 * @description When it was sent, or what became of it else
                 */
                at: string;
            }[];
            timeline: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                source: "sale" | "ledger" | "message";
                event: string;
                /** @description pt-BR */
                text: string;
                /** @description Whose doing it was; with neither this nor `key`: it happened by itself */
                operator: string | null;
                /** @description The key it was made with; without a label: it was revoked. null: none, or it was not kept */
                key: {
                    id: string;
                    label: string | null;
                } | null;
            }[];
            warnings: components["schemas"]["ContactWarning"][];
        };
        /**
         * @example {
         *       "field": "soldAt",
         *       "code": "older_than_claim_window",
         *       "detail": "A venda tem mais de 90 dias: …"
         *     }
         */
        ContactWarning: {
            /** @enum {string} */
            field: "customer.name" | "customer.document" | "customer.phone" | "customer.email" | "soldAt";
            /**
             * @description `older_than_claim_window`: kept without a benefit, see `earnLate`
             * @enum {string}
             */
            code: "unreadable" | "filler" | "stand_in" | "beside_stand_in" | "older_than_claim_window";
            /** @description pt-BR, without the value */
            detail: string;
        };
        ClaimedSale: {
            id: string;
            /** @enum {string} */
            channel: "bling" | "ecommerce" | "pos" | "import" | "manual";
            externalId: string;
            number: string | null;
            customerId: string | null;
            /** @description Cashback given, less what was taken back */
            earnedCents: number;
        };
        FileImport: {
            id: string;
            /** @enum {string} */
            kind: "customers" | "sales";
            dryRun: boolean;
            /**
             * @description `cancelled`: somebody has ended its run; `failed`: it could not go on. Rows dealt with by then stay; the same file sent again under another key takes the others
             * @enum {string}
             */
            state: "running" | "finished" | "cancelled" | "failed";
            /** @description Rows with something in them, without the header */
            total: number;
            /** @description Rows dealt with, those that failed included */
            done: number;
            created: number;
            /** @description Known before, and changed by the file */
            updated: number;
            /** @description Rows that could not be taken */
            failed: number;
            /** @description Headers that mean nothing here */
            ignoredColumns: string[];
            /** @description The columns that say how sales stand, and what each value was read as. Of several that disagree `cancelled` counts before `open`, and `open` before `completed` */
            statusColumns: {
                column: string;
                values: {
                    /** @description Empty: blank; `data`: any date; `valor`: any amount */
                    value: string;
                    rows: number;
                    /** @enum {string} */
                    means: "completed" | "open" | "cancelled" | "ignore" | "unknown";
                }[];
            }[];
            /** @description Who sent the file; null: a key, or it was not kept */
            operator: string | null;
            /** @description The key it was made with; without a label: it was revoked. null: none, or it was not kept */
            key: {
                id: string;
                label: string | null;
            } | null;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            finishedAt: string | null;
            /** @description Every column with a title, and the fields it was read for; none: it was not read */
            columns: {
                column: string;
                fields: string[];
            }[];
            /** @description What is wrong, row by row (1 is the header; pt-BR): the first 1,000 */
            errors: {
                row: number;
                field: string;
                message: string;
            }[];
        };
        FileImportSummary: {
            id: string;
            /** @enum {string} */
            kind: "customers" | "sales";
            dryRun: boolean;
            /**
             * @description `cancelled`: somebody has ended its run; `failed`: it could not go on. Rows dealt with by then stay; the same file sent again under another key takes the others
             * @enum {string}
             */
            state: "running" | "finished" | "cancelled" | "failed";
            /** @description Rows with something in them, without the header */
            total: number;
            /** @description Rows dealt with, those that failed included */
            done: number;
            created: number;
            /** @description Known before, and changed by the file */
            updated: number;
            /** @description Rows that could not be taken */
            failed: number;
            /** @description Headers that mean nothing here */
            ignoredColumns: string[];
            /** @description The columns that say how sales stand, and what each value was read as. Of several that disagree `cancelled` counts before `open`, and `open` before `completed` */
            statusColumns: {
                column: string;
                values: {
                    /** @description Empty: blank; `data`: any date; `valor`: any amount */
                    value: string;
                    rows: number;
                    /** @enum {string} */
                    means: "completed" | "open" | "cancelled" | "ignore" | "unknown";
                }[];
            }[];
            /** @description Who sent the file; null: a key, or it was not kept */
            operator: string | null;
            /** @description The key it was made with; without a label: it was revoked. null: none, or it was not kept */
            key: {
                id: string;
                label: string | null;
            } | null;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            finishedAt: string | null;
        };
        ContactImport: {
            id: string;
            /** @enum {string} */
            kind: "contacts";
            connectionId: string;
            /**
             * @description `daily`: what was changed in Bling since the day before; it is in no list
             * @enum {string}
             */
            cause: "person" | "daily";
            /** @enum {string} */
            state: "running" | "paused" | "finished" | "cancelled" | "failed";
            /**
             * @description What is being read, or was read last
             * @enum {string}
             */
            phase: "contacts" | "orders";
            contacts: {
                done: number;
                created: number;
                /** @description Known before, and changed by it */
                updated: number;
                unchanged: number;
                /** @description Without a mark that tells who it is: none, masked, or the store’s own */
                nobody: number;
                /** @description The walk-in contact, those that are excluded in Bling, and those that it does not tell of */
                leftOut: number;
                /** @description Read one by one, because their row in the list has neither a document nor a mobile, or was changed */
                details: number;
            };
            history: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                earn: boolean;
                done: number;
                kept: number;
                /** @description Were sales already, and stay as they are */
                known: number;
                /** @description Not completed, or with amounts that cannot be right */
                notCounted: number;
            } | null;
            progress: {
                page: number;
                /** @description Bling does not say how many there are */
                estimatedTotal: number | null;
                perMinute: number | null;
                secondsLeft: number | null;
            };
            quota: {
                /** @description To Bling, by this import */
                calls: number;
                /** @description By everybody, today; null: it has ended */
                day: {
                    used: number;
                    of: number;
                } | null;
            };
            waiting: {
                /**
                 * @description `pace`: live sales go first; `day`: what is left of the day’s calls is kept for them; `silence`: Bling does not answer; `paused`: the connection is, by its people; `connection`: it has to be authorised again; `permission`: Bling lets nobody read this
                 * @enum {string}
                 */
                why: "pace" | "day" | "silence" | "paused" | "connection" | "permission";
                /** Format: date-time */
                until: string;
            } | null;
            /** @description Who asked for it; null: a key, nobody, or it was not kept */
            operator: string | null;
            /** @description The key it was made with; without a label: it was revoked. null: none, or it was not kept */
            key: {
                id: string;
                label: string | null;
            } | null;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            finishedAt: string | null;
        };
        CounterCustomers: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "customers";
            customers: components["schemas"]["CounterCustomer"][];
            /** @description true: there are others; ask for more of the name or number */
            more: boolean;
            /** @description By the program in force; null: it was changed by hand, and nothing is used by it */
            limits: {
                minSaleCents: number;
                /** @description Who has less uses nothing */
                minBalanceCents: number;
                /** @description The largest part of a sale that balance pays, in basis points */
                maxShareBps: number;
                /** @description What one point takes off a sale */
                pointValueCents: number;
            } | null;
        };
        CounterCustomer: {
            id: string;
            name: string | null;
            /** @description Such as ***.***.247-** */
            documentMasked: string | null;
            /** @description The last four of the newest mobile */
            phoneLastDigits: string | null;
            cashback: {
                activeCents: number;
                pendingCents: number;
                reservedCents: number;
                debtCents: number;
            };
            points: {
                activePoints: number;
                pendingPoints: number;
                reservedPoints: number;
                debtPoints: number;
            };
            /** @description Vouchers that can be used now */
            usableVouchers: number;
        };
        CounterVoucher: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "voucher";
            voucher: components["schemas"]["Voucher"];
            customer: {
                id: string;
                name: string | null;
                /** @description Such as ***.***.247-** */
                documentMasked: string | null;
                /** @description The last four of the newest mobile */
                phoneLastDigits: string | null;
                cashback: {
                    activeCents: number;
                    pendingCents: number;
                    reservedCents: number;
                    debtCents: number;
                };
                points: {
                    activePoints: number;
                    pendingPoints: number;
                    reservedPoints: number;
                    debtPoints: number;
                };
                /** @description Vouchers that can be used now */
                usableVouchers: number;
            } | null;
        };
        Voucher: {
            code: string;
            template: string;
            /** @enum {string} */
            state: "pending" | "active" | "reserved" | "redeemed" | "expired" | "cancelled";
            /** @description What is reserved has not been used yet */
            usesLeft: number;
            /**
             * Format: date
             * @description Last date of use; null: never
             */
            expiresOn: string | null;
            usable: boolean;
            /** @description Why it cannot be used, with the code a use would be refused with */
            refusal: {
                code: string;
                /** @description pt-BR */
                detail: string;
            } | null;
            discount: components["schemas"]["AmountDiscount"] | components["schemas"]["PercentDiscount"];
            minSaleCents: number;
            /** @description As the program names them; null: all */
            stores: string[] | null;
            /** @description What these stores are called; one that was never entered, as the program names it; null: all */
            storeNames: string[] | null;
            uses: number;
            /** Format: date */
            activatesOn: string;
            customerId: string;
            saleId: string | null;
            /** @description Off the sale asked about; null: none was */
            discountCents: number | null;
            /** @description What an amount voucher leaves unused on that sale: it is lost */
            unusedCents: number | null;
        };
        CounterNothing: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "nothing";
            /**
             * @description What the text was taken for
             * @enum {string}
             */
            readAs: "voucher" | "link" | "document" | "phone" | "phone_ending" | "email" | "name";
            /** @description pt-BR: what to do next */
            detail: string;
        };
        CounterAttempt: {
            id: string;
            /** Format: date-time */
            at: string;
            /**
             * @description `use`: reserved and used at once; `look`: a code that could not be used was looked at
             * @enum {string}
             */
            action: "look" | "reserve" | "use" | "confirm" | "release" | "rollback";
            /**
             * @description `unknown`: a failure of ours; whether it was done the redemption says
             * @enum {string}
             */
            outcome: "done" | "refused" | "unknown";
            /** @description Why it was not done, in pt-BR */
            refusal: {
                code: string;
                title: string;
                detail: string;
            } | null;
            type: ("cashback" | "points" | "voucher") | null;
            /** @description Of cashback, as asked for */
            amountCents: number | null;
            points: number | null;
            /** @description What a voucher or points took off */
            discountCents: number | null;
            /** @description The last four characters of a voucher’s code */
            codeEnding: string | null;
            customer: {
                id: string;
                name: string | null;
            } | null;
            saleTotalCents: number | null;
            saleRef: string | null;
            operator: string | null;
            storeId: string | null;
            /** @description What the store is called now; of one that was never entered, as the call named it */
            storeName: string | null;
            /** @description Names the API key, or the person */
            caller: string;
            /** @description The key’s label, or the person’s name; null: the key was revoked */
            callerName: string | null;
            redemption: {
                id: string;
                /**
                 * @description As it is now
                 * @enum {string}
                 */
                state: "reserved" | "confirmed" | "released" | "expired" | "rolled_back";
                /**
                 * Format: date-time
                 * @description Exclusive; null: there is nothing to undo, or no longer
                 */
                undoableUntil: string | null;
                /** @description By which the use of a voucher is undone or let go, while it can be */
                voucherCode: string | null;
            } | null;
        };
        Customer: {
            id: string;
            name: string | null;
            /** @description To staff and `till` keys only three of its digits: `***.***.247-**` */
            document: {
                /** @enum {string} */
                kind: "cpf" | "cnpj";
                value: string;
            } | null;
            /** @description E.164, the newest first */
            phones: string[];
            emails: string[];
            birthDate: string | null;
            segments: string[];
            /** @description Who answers for this customer, who turned out to be the same person */
            mergedInto: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        Wallet: {
            cashback: {
                activeCents: number;
                pendingCents: number;
                reservedCents: number;
                debtCents: number;
            };
            points: {
                activePoints: number;
                pendingPoints: number;
                reservedPoints: number;
                debtPoints: number;
            };
            /** @description Active amounts by the last local date they can be used on */
            expirations: {
                /** Format: date */
                date: string;
                cents?: number;
                points?: number;
            }[];
            vouchers: {
                code: string;
                template: string;
                /** @enum {string} */
                state: "pending" | "active" | "reserved" | "redeemed" | "expired" | "cancelled";
                /** @description What is reserved has not been used yet */
                usesLeft: number;
                /**
                 * Format: date
                 * @description Last date of use; null: never
                 */
                expiresOn: string | null;
            }[];
        };
        /** @description Signed changes of balances */
        StatementLine: {
            seq: number;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            type: "EARN_PENDING" | "ACTIVATE" | "CANCEL_PENDING" | "RESERVE" | "RELEASE" | "SPEND" | "ROLLBACK" | "REMIND" | "EXTEND" | "EXPIRE" | "CLAWBACK" | "DEBT_OPEN" | "DEBT_SETTLE" | "ADJUST_CREDIT" | "ADJUST_DEBIT" | "REINSTATE" | "MERGE_OUT" | "MERGE_IN";
            /** @description pt-BR */
            description: string;
            cashback?: {
                activeCents: number;
                pendingCents: number;
                reservedCents: number;
                debtCents: number;
            };
            points?: {
                activePoints: number;
                pendingPoints: number;
                reservedPoints: number;
                debtPoints: number;
            };
            /** @description Uses of a voucher */
            vouchers?: {
                activeUses: number;
                pendingUses: number;
                reservedUses: number;
            };
            saleId: string | null;
            /** @description Through what that sale came */
            channel: ("bling" | "ecommerce" | "pos" | "import" | "manual") | null;
            /** @description Who told of that sale, where nobody moved this by a call of their own */
            told: {
                operator: string | null;
                /** @description The key it was made with; without a label: it was revoked. null: none, or it was not kept */
                key: {
                    id: string;
                    label: string | null;
                } | null;
            } | null;
            redemptionId: string | null;
            operator: string | null;
            /** @description The key it was made with; without a label: it was revoked. null: none, or it was not kept */
            key: {
                id: string;
                label: string | null;
            } | null;
            reason: string | null;
            programVersion: number | null;
            ruleId: string | null;
        };
        CustomerPage: {
            customer: components["schemas"]["Customer"];
            wallet: components["schemas"]["Wallet"];
            /** @description The grants that make up the balances */
            lots: components["schemas"]["Lot"][];
            /** @description The first page, read on with `next` */
            statement: {
                data: components["schemas"]["StatementLine"][];
                /** @description Give as `before` for the next page; null: this was the last */
                next: number | null;
            };
            /** @description The first page, read on with `next` */
            purchases: {
                data: components["schemas"]["SaleSummary"][];
                /** @description Give as `before` for the next page; null: this was the last */
                next: string | null;
            };
            consents: components["schemas"]["Consent"][];
            /** @description null: whoever asks may not merge customers */
            merges: components["schemas"]["Merge"][] | null;
        };
        Lot: {
            id: string;
            /**
             * @description Amounts are in cents for `cashback`, in points for `points`
             * @enum {string}
             */
            type: "cashback" | "points";
            /** @description The sale that earned it; null: credited by hand */
            saleId: string | null;
            ruleId: string | null;
            programVersion: number | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            activatesAt: string;
            /**
             * Format: date
             * @description Last date of use; null: never
             */
            expiresOn: string | null;
            granted: number;
            active: number;
            pending: number;
            reserved: number;
        };
        Consent: {
            id: string;
            /** @enum {string} */
            channel: "whatsapp" | "email";
            given: boolean;
            text: string;
            /** Format: date-time */
            at: string;
            /**
             * @description `staff`: noted by the merchant’s own; `link`: by the customer, through the link of a message or their page; `whatsapp`: by their answer; `meta`: WhatsApp lets nothing through any more; `list`: a list of whom not to write to
             * @enum {string}
             */
            source: "staff" | "link" | "whatsapp" | "meta" | "list";
            /**
             * @description What it is about; `all`: whatever is written
             * @enum {string}
             */
            purpose: "all";
            /** @description Who was authenticated, as they are called now; null: they are not the merchant’s any more, or it is the customer */
            actor: {
                /** @enum {string} */
                kind: "key" | "person" | "customer";
                id: string;
                name: string | null;
            };
            operator: string | null;
            storeId: string | null;
        };
        Merge: {
            id: string;
            /** @description The customer that was merged away */
            from: string;
            /** @description The customer that remains */
            into: string;
            /** Format: date-time */
            at: string;
            /** @description true: a key that names one person proved it */
            automatic: boolean;
            operator: string | null;
            /** @description The key it was made with; without a label: it was revoked. null: none, or it was not kept */
            key: {
                id: string;
                label: string | null;
            } | null;
            reason: string | null;
            /** @description Sales that changed hands */
            sales: number;
            /** Format: date-time */
            undoneAt: string | null;
            undoneBy: string | null;
            undoReason: string | null;
        };
        CustomerLink: {
            /** @description The customer’s own page: balance, vouchers, statement and preferences, without signing in. Who has it is taken for the customer */
            pageUrl: string;
            /** @description The page on which the customer takes messages back; it opens nothing else */
            optOutUrl: string;
        };
        RegisteredCustomer: {
            customer: components["schemas"]["Customer"];
            /** @description false: somebody who was known, and is not doubled */
            created: boolean;
            /** @description Those of this call */
            consents: components["schemas"]["Consent"][];
            /** @description Marks that were not usable */
            warnings: components["schemas"]["MarkWarning"][];
        };
        MarkWarning: {
            /** @enum {string} */
            field: "name" | "document" | "phone" | "email";
            /** @enum {string} */
            code: "unreadable" | "filler" | "stand_in" | "beside_stand_in";
            /** @description pt-BR, without the value */
            detail: string;
        };
        MergePreview: {
            into: components["schemas"]["Customer"];
            from: components["schemas"]["Customer"];
            before: {
                into: components["schemas"]["Wallet"];
                from: components["schemas"]["Wallet"];
            };
            after: {
                /** @description The record that remains, with what it gains */
                customer: {
                    id: string;
                    name: string | null;
                    /** @description To staff and `till` keys only three of its digits: `***.***.247-**` */
                    document: {
                        /** @enum {string} */
                        kind: "cpf" | "cnpj";
                        value: string;
                    } | null;
                    /** @description E.164, the newest first */
                    phones: string[];
                    emails: string[];
                    birthDate: string | null;
                    segments: string[];
                    /** @description Who answers for this customer, who turned out to be the same person */
                    mergedInto: string | null;
                    /** Format: date-time */
                    createdAt: string;
                    /** Format: date-time */
                    updatedAt: string;
                };
                /** @description What either owes is paid from what the other has */
                wallet: {
                    cashback: {
                        activeCents: number;
                        pendingCents: number;
                        reservedCents: number;
                        debtCents: number;
                    };
                    points: {
                        activePoints: number;
                        pendingPoints: number;
                        reservedPoints: number;
                        debtPoints: number;
                    };
                    /** @description Active amounts by the last local date they can be used on */
                    expirations: {
                        /** Format: date */
                        date: string;
                        cents?: number;
                        points?: number;
                    }[];
                    vouchers: {
                        code: string;
                        template: string;
                        /** @enum {string} */
                        state: "pending" | "active" | "reserved" | "redeemed" | "expired" | "cancelled";
                        /** @description What is reserved has not been used yet */
                        usesLeft: number;
                        /**
                         * Format: date
                         * @description Last date of use; null: never
                         */
                        expiresOn: string | null;
                    }[];
                };
            };
            /** @description Sales that would change hands, counted up to a thousand */
            sales: {
                count: number;
                more: boolean;
            };
            /** @description true: both have a CPF or CNPJ, and not the same; a merge has to be forced */
            conflict: boolean;
        };
        StandIns: {
            /** @description Words or phrases: a name made of nothing else, and of the usual stand-ins, is nobody */
            words?: string[];
            /** @description Addresses, or a domain written `@loja.com.br` */
            emails?: string[];
            /** @description With the area code: the store’s own, as a rule */
            phones?: string[];
        };
        SuppressionReceipt: {
            /** @description Those that were not on the list */
            added: number;
            /** @description Those that were on it, or were named twice */
            known: number;
            /** @description Where something stands that nobody can have, counted from 0; it is not on the list */
            unreadable: {
                /** @enum {string} */
                field: "phones" | "emails" | "documents";
                index: number;
            }[];
        };
        SuppressionRequest: {
            /** @description In any spelling, with their area codes */
            phones?: string[];
            emails?: string[];
            /** @description CPFs or CNPJs: their owners are not written to, whatever they can be reached by */
            documents?: string[];
        };
        CashbackAdjustment: {
            /** @description Mandatory, kept with the movement */
            reason: string;
            operator?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "cashback";
            cents: number;
        };
        PointsAdjustment: {
            /** @description Mandatory, kept with the movement */
            reason: string;
            operator?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "points";
            points: number;
        };
        Redemption: {
            id: string;
            customerId: string;
            /** @enum {string} */
            state: "reserved" | "confirmed" | "released" | "expired" | "rolled_back";
            /** Format: date-time */
            reservedAt: string;
            /**
             * Format: date-time
             * @description Exclusive
             */
            reservedUntil: string;
            /** Format: date-time */
            confirmedAt: string | null;
            /** Format: date-time */
            closedAt: string | null;
            saleTotalCents: number;
            freightCents: number;
            saleRef: string | null;
            operator: string | null;
            storeId: string | null;
            /** @enum {string} */
            type: "cashback" | "points" | "voucher";
            /** @description Of cashback */
            amountCents?: number;
            /** @description Of points */
            points?: number;
            /** @description What a voucher takes off the sale, or points do by their value when they were reserved */
            discountCents?: number;
            /** @description Of cashback, in the answer to a move: what can still be used right after it, where that is known */
            leftCents?: number;
            /** @description The same of points */
            leftPoints?: number;
        };
        CashbackUse: {
            customerId: string;
            saleTotalCents: number;
            freightCents?: number;
            /** @description Id, external id or number of the sale that is paid */
            saleRef?: string;
            /** @description Use at once instead of reserving */
            confirm?: boolean;
            operator?: string;
            storeId?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "cashback";
            amountCents: number;
        };
        PointsUse: {
            customerId: string;
            saleTotalCents: number;
            freightCents?: number;
            /** @description Id, external id or number of the sale that is paid */
            saleRef?: string;
            /** @description Use at once instead of reserving */
            confirm?: boolean;
            operator?: string;
            storeId?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "points";
            points: number;
        };
        Review: {
            id: string;
            /**
             * @description `same_sale`: one purchase told by two sources? `same_customer`: one person, two records?
             * @enum {string}
             */
            kind: "same_sale" | "same_customer";
            /** @description The ids of both */
            subjects: string[];
            /** @description What speaks for and against it, in pt-BR; ids and amounts only */
            facts: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            state: "open" | "resolved";
            decision: ("same" | "distinct") | null;
            operator: string | null;
            reason: string | null;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            resolvedAt: string | null;
        };
        ReviewWithSides: {
            id: string;
            /**
             * @description `same_sale`: one purchase told by two sources? `same_customer`: one person, two records?
             * @enum {string}
             */
            kind: "same_sale" | "same_customer";
            /** @description The ids of both */
            subjects: string[];
            /** @description What speaks for and against it, in pt-BR; ids and amounts only */
            facts: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            state: "open" | "resolved";
            decision: ("same" | "distinct") | null;
            operator: string | null;
            reason: string | null;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            resolvedAt: string | null;
            /** @description Of `same_sale`: both, in the order of `subjects` */
            sales: components["schemas"]["SaleSummary"][];
            /** @description The sale that waits for the decision, and counts nothing until then */
            heldSaleId: string | null;
            /** @description Of `same_customer`: who answers for both by now, who would remain first; one alone where they are the same already */
            customers: components["schemas"]["Customer"][];
        };
        VoucherAttempt: {
            id: string;
            /** Format: date-time */
            at: string;
            /** @description The code’s last four characters; null: what was typed cannot be a code */
            codeEnding: string | null;
            /** @enum {string} */
            action: "look" | "reserve" | "redeem" | "release" | "rollback";
            /** @description `ok`, or the code it was refused with */
            outcome: string;
            /** @description Answered from an earlier call with the same key */
            repeated: boolean;
            /** @description Numbers and states behind the outcome */
            facts: {
                [key: string]: string | number | boolean | string[];
            };
            operator: string | null;
            storeId: string | null;
            /** @description Names the API key */
            caller: string;
            redemptionId: string | null;
        };
        VoucherUse: {
            id: string;
            customerId: string;
            /** @enum {string} */
            state: "reserved" | "confirmed" | "released" | "expired" | "rolled_back";
            /** Format: date-time */
            reservedAt: string;
            /**
             * Format: date-time
             * @description Exclusive
             */
            reservedUntil: string;
            /** Format: date-time */
            confirmedAt: string | null;
            /** Format: date-time */
            closedAt: string | null;
            saleTotalCents: number;
            freightCents: number;
            saleRef: string | null;
            operator: string | null;
            storeId: string | null;
            /** @enum {string} */
            type: "voucher";
            code: string;
            discountCents: number;
            /** @description What an amount voucher leaves unused on this sale: it is lost */
            unusedCents: number;
            usesLeft: number;
        };
        Verification: {
            /** @description Nothing was found in what was looked at */
            ok: boolean;
            customers: number;
            entries: number;
            problems: {
                subject: string;
                problem: string;
            }[];
            /** @description The first entry that does not fit; null: every entry fits */
            firstMisfit: {
                customerId: string;
                /** @description Place in the customer’s ledger */
                seq: number;
                /** @description The entry’s natural key; null: it is missing */
                key: string | null;
                /** @description What was found and what was expected */
                problem: string;
            } | null;
            /** @description How many seals there are, how many of the entries they hold, and the newest seal */
            sealed: {
                seals: number;
                entries: number;
                last: {
                    n: number;
                    hash: string;
                    /** Format: date-time */
                    at: string;
                } | null;
            };
            /** @description Sales that another version has written in a way that this one cannot check (an earlier one without attesting, a newer one under another seal): what is stored of them was not compared */
            unattestedSales: number;
            /** @description Give as `after` to go on; null: everything was looked at */
            next: string | null;
        };
        Message: {
            id: string;
            /** @description Null: it is about no sale */
            saleId: string | null;
            customerId: string;
            /** @enum {string} */
            occasion: "earned" | "expiring" | "expired" | "repurchase" | "returned" | "welcome" | "balance" | "winBack" | "birthday";
            /** @enum {string} */
            channel: "whatsapp" | "email";
            /** @enum {string} */
            state: "queued" | "sending" | "sent" | "delivered" | "read" | "failed" | "skipped" | "unknown";
            /** @description Why it waits or did not arrive, in a stable word */
            reason: string | null;
            /** @description All of it in pt-BR */
            text: string;
            /** @description The last one; null: an earlier version wrote the message, or its step failed */
            decision: {
                /**
                 * Format: date-time
                 * @description When it was decided
                 */
                at: string;
                /** @enum {string} */
                do: "send" | "wait" | "skip";
                /** @description In a stable word; null: nothing stood against it */
                because: string | null;
                /**
                 * Format: date-time
                 * @description When it is decided anew
                 */
                until: string | null;
                /** @description pt-BR */
                text: string;
            } | null;
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            nextAttemptAt: string | null;
            /** Format: date-time */
            sentAt: string | null;
            /**
             * Format: date-time
             * @description Of the newest report of the provider
             */
            reportedAt: string | null;
            /** Format: date-time */
            updatedAt: string;
        };
        MessagePreview: {
            /** @enum {string} */
            occasion: "earned" | "expiring" | "expired" | "repurchase" | "returned" | "welcome" | "balance" | "winBack" | "birthday";
            /** @description By which the program in force sends it; empty: it does not */
            channels: ("whatsapp" | "email")[];
            whatsapp: {
                /** @description The name Meta knows it by, in pt_BR */
                template: string;
                /** @description Proposed for Meta to approve; customers read what it has approved */
                body: string;
                /** @description In the order of the placeholders */
                parameters: string[];
                /** @description The proposed body with the parameters in their places */
                text: string;
                /** @description Whether it is sent with a button to the customer’s own page */
                button: boolean;
            };
            email: {
                subject: string;
                text: string;
                html: string;
            };
        };
        MessageText: {
            /** @enum {string} */
            occasion: "earned" | "expiring" | "expired" | "repurchase" | "returned" | "welcome" | "balance" | "winBack" | "birthday";
            subject: string | null;
            opening: string[];
            closing: string[];
            /** @description What is filled in for each customer, as it is typed */
            variables: string[];
        };
        MessageTextChange: {
            /** @enum {string} */
            occasion: "earned" | "expiring" | "expired" | "repurchase" | "returned" | "welcome" | "balance" | "winBack" | "birthday";
            /** @description Of the e-mail; null: as it is without */
            subject: string | null;
            /** @description Paragraphs before what the message has to say */
            opening: string[];
            /** @description Paragraphs after it */
            closing: string[];
        };
        Alert: {
            id: string;
            /** @enum {string} */
            kind: "ledger_misfit" | "step_defect" | "record_missing" | "step_stuck" | "clock_skew" | "bling_silent" | "bling_refused" | "bling_app_refused" | "webhooks_silent" | "connection_stopped" | "connection_behind" | "queue_unattended" | "sender_paused" | "template_paused";
            /** @description What it is about; at most one alert of a kind and subject is open */
            subject: string;
            /** @description pt-BR */
            text: string;
            /** @description Numbers and ids behind the text */
            facts: {
                [key: string]: unknown;
            };
            /** @description What has to be looked at; null: nothing that has a place of its own */
            about: {
                /** @enum {string} */
                kind: "sale" | "customer" | "connection" | "import" | "simulation";
                id: string;
            } | null;
            /** Format: date-time */
            raisedAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            /**
             * Format: date-time
             * @description null: open
             */
            resolvedAt: string | null;
        };
        AuditLine: {
            id: string;
            /** Format: date-time */
            at: string;
            actor: {
                /**
                 * @description `installation`: whoever runs this installation, by its command line
                 * @enum {string}
                 */
                kind: "person" | "key" | "installation";
                id: string | null;
                /** @description As they are called now; null: they are not the merchant’s any more */
                name: string | null;
            };
            /** @description From where; null: from the machine itself */
            address: string | null;
            /** @description What was asked for: activation.approve_sale, activation.go_live, activation.pause, activation.test_message, adjustment.make, alert.resolve, connection.authorize, connection.change, connection.connect, connection.disconnect, connection.pause, connection.reconcile, connection.resume, connection.state, customer.contact, customer.link, customer.link_look, customer.segment, import.cancel, import.contacts, import.pause, import.resume, import.start, key.create, key.revoke, merchant.create, merchant.resume, merchant.suspend, merge.make, merge.undo, message.text, own.password, own.password_by_link, own.second_factor_off, own.second_factor_on, people.change, people.invite, people.join, people.reset_password, people.reset_second_factor, people.remove, program.publish, review.decide, sale.return, settings.change, settings.stand_ins, store.change, store.create, suppression.add */
            act: string;
            /** @description The act in words, pt-BR */
            text: string;
            /** @description What it was done to */
            subject: {
                kind: string;
                id: string;
            } | null;
            /** @description `done`, or the code it was refused with; null: it was begun, and how it ended is not known */
            outcome: string | null;
            /** @description What changed, as it was; without personal data */
            before: {
                [key: string]: unknown;
            } | null;
            /** @description What changed, as it is */
            after: {
                [key: string]: unknown;
            } | null;
            /** @description The `X-Request-Id` of the call */
            requestId: string | null;
        };
        Overview: {
            /** Format: date-time */
            asOf: string;
            /** Format: date */
            day: string;
            timezone: string;
            /** @description Whether customers are written to; else see GET /v1/activation */
            live: boolean;
            /** @description In force; null: none was published yet */
            programVersion: number | null;
            /** @description What does not go on without a person */
            needs: {
                reviews: {
                    count: number;
                    /** @description true: there are others; it is counted up to a thousand */
                    more: boolean;
                    /** @description The call that lists them */
                    href: string;
                };
                /** @description null: not for whoever asks */
                alerts: {
                    count: number;
                    /** @description true: there are others; it is counted up to a thousand */
                    more: boolean;
                    /** @description The call that lists them */
                    href: string;
                } | null;
                /** @description Connections in trouble, with what to do in pt-BR; null: not for whoever asks */
                connections: {
                    id: string;
                    companyName: string;
                    state: string;
                    detail: string;
                }[] | null;
                unidentifiedSales: {
                    count: number;
                    /** @description true: there are others; it is counted up to a thousand */
                    more: boolean;
                    /** @description The call that lists them */
                    href: string;
                };
                /** @description Whose data at the source is not valid */
                refusedSales: {
                    count: number;
                    /** @description true: there are others; it is counted up to a thousand */
                    more: boolean;
                    /** @description The call that lists them */
                    href: string;
                };
                /** @description Not read until their connection is put right */
                parkedSales: {
                    count: number;
                    /** @description true: there are others; it is counted up to a thousand */
                    more: boolean;
                    /** @description The call that lists them */
                    href: string;
                };
                /** @description Of which something should have been done a quarter of an hour ago */
                lateSales: {
                    count: number;
                    /** @description true: there are others; it is counted up to a thousand */
                    more: boolean;
                    /** @description The call that lists them */
                    href: string;
                    first: {
                        id: string;
                        number: string | null;
                        externalId: string;
                        /** Format: date-time */
                        dueAt: string;
                    }[];
                };
            };
            today: {
                sales: {
                    count: number;
                    totalCents: number;
                    /** @description Not completed yet; not among the others */
                    waiting: number;
                    cancelled: number;
                };
                granted: {
                    cents: number;
                    points: number;
                    voucherUses: number;
                };
                /** @description Less what was undone */
                used: {
                    cents: number;
                    points: number;
                    voucherUses: number;
                };
                takenBack: {
                    cents: number;
                    points: number;
                    voucherUses: number;
                };
                expired: {
                    cents: number;
                    points: number;
                    voucherUses: number;
                };
            };
            /** @description Balance by its last day of use, of the next thirty days */
            ending: {
                /** Format: date */
                date: string;
                cents: number;
                points: number;
            }[];
        };
        LiabilityReport: {
            /**
             * Format: date-time
             * @description Up to when the data runs
             */
            asOf: string;
            timezone: string;
            months: {
                /** @description Of the last use; null: it never ends */
                month: string | null;
                /** @description The store’s id, or what the sale calls it; null: none is known, or it was not asked for */
                storeId: string | null;
                storeName: string | null;
                channel: ("bling" | "ecommerce" | "pos" | "import" | "manual") | null;
                cashback: {
                    activeCents: number;
                    pendingCents: number;
                    reservedCents: number;
                };
                points: {
                    active: number;
                    pending: number;
                    reserved: number;
                };
                vouchers: {
                    activeUses: number;
                    pendingUses: number;
                    reservedUses: number;
                    /** @description What they can take off at most, as far as that is limited */
                    faceCents: number;
                };
            }[];
            total: {
                cashback: {
                    activeCents: number;
                    pendingCents: number;
                    reservedCents: number;
                };
                points: {
                    active: number;
                    pending: number;
                    reserved: number;
                };
                vouchers: {
                    activeUses: number;
                    pendingUses: number;
                    reservedUses: number;
                    /** @description What they can take off at most, as far as that is limited */
                    faceCents: number;
                };
            };
            /** @description What customers owe, and is not in the sums */
            debt: {
                cents: number;
                points: number;
            };
        };
        ActivityReport: {
            /**
             * Format: date-time
             * @description Up to when the data runs
             */
            asOf: string;
            /** Format: date */
            from: string;
            /** Format: date */
            until: string;
            timezone: string;
            rows: {
                month: string;
                /** @description The store’s id, or what the sale calls it; null: none is known, or it was not asked for */
                storeId: string | null;
                storeName: string | null;
                channel: ("bling" | "ecommerce" | "pos" | "import" | "manual") | null;
                cashbackCents: components["schemas"]["BenefitFlows"];
                points: components["schemas"]["BenefitFlows"];
                voucherUses: components["schemas"]["BenefitFlows"];
            }[];
            total: {
                cashbackCents: components["schemas"]["BenefitFlows"];
                points: components["schemas"]["BenefitFlows"];
                voucherUses: components["schemas"]["BenefitFlows"];
            };
            debt: {
                month: string;
                openedCents: number;
                settledCents: number;
                openedPoints: number;
                settledPoints: number;
            }[];
        };
        BenefitFlows: {
            granted: number;
            /** @description By hand */
            credited: number;
            /** @description Less what was undone */
            used: number;
            expired: number;
            /** @description Went on at its end, as nobody was reminded of it; not in `net` */
            extended: number;
            /** @description For cancellations and returns, and in payment of debt */
            takenBack: number;
            /** @description By hand */
            debited: number;
            /** @description By how much more customers have: the first two less what was used, expired, taken back and debited */
            net: number;
        };
        ReturningReport: {
            /**
             * Format: date-time
             * @description Up to when the data runs
             */
            asOf: string;
            /** Format: date */
            from: string;
            /** Format: date */
            until: string;
            timezone: string;
            /** @description Who bought in the period */
            customers: number;
            /** @description Of them, those who bought more than once */
            repeatCustomers: number;
            /** @description null: nobody bought */
            repeatRateBps: number | null;
            purchases: number;
            totalCents: number;
            /** @description What all purchases of those come to who bought more than once */
            repeatTotalCents: number;
            /** @description Cashback */
            grantedCents: number;
            usedCents: number;
            /** @description Of cashback; null: none was granted */
            redemptionRateBps: number | null;
            grantedPoints: number;
            usedPoints: number;
            pointsRedemptionRateBps: number | null;
            /** @description By store and channel, where that is asked for. Who bought in several counts in each, and has come back where they bought again. */
            rows: {
                /** @description The store’s id, or what the sale calls it; null: none is known, or it was not asked for */
                storeId: string | null;
                storeName: string | null;
                channel: ("bling" | "ecommerce" | "pos" | "import" | "manual") | null;
                /** @description Who bought in the period */
                customers: number;
                /** @description Of them, those who bought more than once */
                repeatCustomers: number;
                /** @description null: nobody bought */
                repeatRateBps: number | null;
                purchases: number;
                totalCents: number;
                /** @description What all purchases of those come to who bought more than once */
                repeatTotalCents: number;
                /** @description Cashback */
                grantedCents: number;
                usedCents: number;
                /** @description Of cashback; null: none was granted */
                redemptionRateBps: number | null;
                grantedPoints: number;
                usedPoints: number;
                pointsRedemptionRateBps: number | null;
            }[];
        };
        MessageResults: {
            /**
             * Format: date-time
             * @description Up to when the data runs
             */
            asOf: string;
            /** Format: date */
            from: string;
            /** Format: date */
            until: string;
            timezone: string;
            rows: {
                /** @enum {string} */
                occasion: "earned" | "expiring" | "expired" | "repurchase" | "returned" | "welcome" | "balance" | "winBack" | "birthday";
                /** @enum {string} */
                channel: "whatsapp" | "email";
                /** @description All that were written down in the period: the sum of the others */
                planned: number;
                /** @description Not let go yet, or just being sent */
                waiting: number;
                /** @description Taken by the provider, and nothing heard of since */
                sent: number;
                /** @description Of these nobody said that they were read */
                delivered: number;
                read: number;
                failed: number;
                /** @description Not sent, for a reason */
                skipped: number;
                /** @description May have gone; not sent again */
                unknown: number;
            }[];
            total: {
                /** @description All that were written down in the period: the sum of the others */
                planned: number;
                /** @description Not let go yet, or just being sent */
                waiting: number;
                /** @description Taken by the provider, and nothing heard of since */
                sent: number;
                /** @description Of these nobody said that they were read */
                delivered: number;
                read: number;
                failed: number;
                /** @description Not sent, for a reason */
                skipped: number;
                /** @description May have gone; not sent again */
                unknown: number;
            };
            /** @description Why messages wait or did not arrive, the most frequent first of each row */
            reasons: {
                /** @enum {string} */
                occasion: "earned" | "expiring" | "expired" | "repurchase" | "returned" | "welcome" | "balance" | "winBack" | "birthday";
                /** @enum {string} */
                channel: "whatsapp" | "email";
                /** @enum {string} */
                state: "waiting" | "failed" | "skipped" | "unknown";
                /** @description In a stable word */
                reason: string;
                /** @description pt-BR */
                text: string;
                count: number;
            }[];
            /** @description Who was to be invited to buy again (`invited`), whether or not it arrived, against those who were left out by chance so that there is somebody to compare with (`heldOut`); who could not be written to is in neither. */
            invitations: {
                backWithin: number;
                /**
                 * Format: date
                 * @description The last day whose invitations are that old; null: none of the period is
                 */
                until: string | null;
                occasions: {
                    /** @enum {string} */
                    occasion: "earned" | "expiring" | "expired" | "repurchase" | "returned" | "welcome" | "balance" | "winBack" | "birthday";
                    invited: components["schemas"]["InvitedGroup"];
                    heldOut: components["schemas"]["InvitedGroup"];
                    /** @description By how much more of those invited came back, and between what it lies with 95 % confidence; null: a group is empty */
                    difference: {
                        bps: number;
                        lowBps: number;
                        highBps: number;
                    } | null;
                }[];
            };
        };
        InvitedGroup: {
            /** @description Each once, by the first invitation of the period */
            customers: number;
            /** @description Of them, those who bought within the days */
            cameBack: number;
            /** @description null: there is nobody */
            rateBps: number | null;
            /** @description What they bought within the days */
            totalCents: number;
        };
        Movement: {
            id: string;
            /** @enum {string} */
            type: "EARN_PENDING" | "ACTIVATE" | "CANCEL_PENDING" | "RESERVE" | "RELEASE" | "SPEND" | "ROLLBACK" | "REMIND" | "EXTEND" | "EXPIRE" | "CLAWBACK" | "DEBT_OPEN" | "DEBT_SETTLE" | "ADJUST_CREDIT" | "ADJUST_DEBIT" | "REINSTATE" | "MERGE_OUT" | "MERGE_IN";
            /**
             * Format: date-time
             * @description When it was due
             */
            at: string;
            customerId: string;
            customerName: string | null;
            /** @description The sale it is of; null: of none, or of several */
            saleId: string | null;
            /** @description What counts in the flow: cents, points, or uses; below zero where it was undone */
            amount: number;
        };
        HeldLot: {
            id: string;
            customerId: string;
            customerName: string | null;
            /** @description The sale it is of; null: of none, or of several */
            saleId: string | null;
            /**
             * Format: date
             * @description null: it never ends
             */
            lastDay: string | null;
            /** @description Cents, points, or uses */
            amount: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    postWebhooksBling: {
        parameters: {
            query?: never;
            header: {
                /** @description sha256= and the HMAC of the raw body */
                "X-Bling-Signature-256": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    eventId: string;
                    /**
                     * Format: iso-8601
                     * @description ISO 8601
                     */
                    date: string;
                    /** @description `order.updated`, `consumer_invoice.updated` and the like; others are acknowledged */
                    event: string;
                    companyId: string;
                    /** @description Of an order or an NFC-e: an object with its `id` */
                    data: unknown;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Nothing to do for this event */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acknowledged"];
                };
            };
            /** @description The sale is looked at */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acknowledged"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhooksWhatsapp: {
        parameters: {
            query: {
                "hub.mode": string;
                "hub.verify_token": string;
                "hub.challenge": string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The challenge */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postWebhooksWhatsapp: {
        parameters: {
            query?: never;
            header: {
                /** @description sha256= and the HMAC of the raw body */
                "X-Hub-Signature-256": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Taken in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                    };
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Alive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "alive";
                    };
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ready";
                        /** @description Queues that no worker has served for two minutes: what is asked of them waits. */
                        unattended: ("counter" | "sale" | "bling" | "messages" | "batch")[];
                    };
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "person": {
                     *         "id": "per_5h2v9kq0c4w8d1mz6p3t",
                     *         "name": "Ana Exemplo",
                     *         "email": "ana@example.com",
                     *         "secondFactor": false
                     *       },
                     *       "merchants": [
                     *         {
                     *           "id": "demo",
                     *           "name": "Loja demo",
                     *           "zone": "America/Sao_Paulo",
                     *           "role": "staff",
                     *           "stores": [
                     *             {
                     *               "id": "str_3k9m2x7q1w5z8c4v6b0n",
                     *               "name": "Centro",
                     *               "zone": "America/Sao_Paulo"
                     *             }
                     *           ],
                     *           "boundToStores": true,
                     *           "suspended": false,
                     *           "secondFactorRequired": false
                     *         }
                     *       ],
                     *       "expiresAt": "2026-12-03T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ana@example.com",
                 *       "password": "uma senha bem longa"
                 *     }
                 */
                "application/json": {
                    email: string;
                    password: string;
                    /** @description Of the second factor, for who has one; or a recovery code */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Signed in */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "person": {
                     *         "id": "per_5h2v9kq0c4w8d1mz6p3t",
                     *         "name": "Ana Exemplo",
                     *         "email": "ana@example.com",
                     *         "secondFactor": false
                     *       },
                     *       "merchants": [
                     *         {
                     *           "id": "demo",
                     *           "name": "Loja demo",
                     *           "zone": "America/Sao_Paulo",
                     *           "role": "staff",
                     *           "stores": [
                     *             {
                     *               "id": "str_3k9m2x7q1w5z8c4v6b0n",
                     *               "name": "Centro",
                     *               "zone": "America/Sao_Paulo"
                     *             }
                     *           ],
                     *           "boundToStores": true,
                     *           "suspended": false,
                     *           "secondFactorRequired": false
                     *         }
                     *       ],
                     *       "expiresAt": "2026-12-03T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_refused` · `second_factor_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `second_factor_wrong` · `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One’s own sessions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "ses_8v1b6n3d4q0c9m7t2x5k",
                     *           "userAgent": "Mozilla/5.0 (Linux; Android 14) Chrome/140",
                     *           "createdAt": "2026-11-03T12:00:00.000Z",
                     *           "usedAt": "2026-11-03T15:04:05.000Z",
                     *           "expiresAt": "2026-11-04T03:04:05.000Z",
                     *           "current": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["SessionListed"][];
                    };
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSessionsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvitationsLook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "K7qm3Xrt9whP"
                 *     }
                 */
                "application/json": {
                    /** @description As it stands in the link */
                    token: string;
                };
            };
        };
        responses: {
            /** @description The invitation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "merchantName": "Loja demo",
                     *       "email": "bia@example.com",
                     *       "name": "Bia Exemplo",
                     *       "role": "staff",
                     *       "known": false,
                     *       "expiresAt": "2026-11-06T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Offer"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_closed` · `link_expired` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postInvitationsAccept: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "K7qm3Xrt9whP",
                 *       "name": "Bia Exemplo",
                 *       "password": "uma senha bem longa"
                 *     }
                 */
                "application/json": {
                    /** @description As it stands in the link */
                    token: string;
                    name: string;
                    password: string;
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Signed in */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "person": {
                     *         "id": "per_5h2v9kq0c4w8d1mz6p3t",
                     *         "name": "Ana Exemplo",
                     *         "email": "ana@example.com",
                     *         "secondFactor": false
                     *       },
                     *       "merchants": [
                     *         {
                     *           "id": "demo",
                     *           "name": "Loja demo",
                     *           "zone": "America/Sao_Paulo",
                     *           "role": "staff",
                     *           "stores": [
                     *             {
                     *               "id": "str_3k9m2x7q1w5z8c4v6b0n",
                     *               "name": "Centro",
                     *               "zone": "America/Sao_Paulo"
                     *             }
                     *           ],
                     *           "boundToStores": true,
                     *           "suspended": false,
                     *           "secondFactorRequired": false
                     *         }
                     *       ],
                     *       "expiresAt": "2026-12-03T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign_in_refused` · `second_factor_required` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_closed` · `link_expired` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `second_factor_wrong` · `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPasswordResets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ana@example.com"
                 *     }
                 */
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPasswordResetsComplete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "K7qm3Xrt9whP",
                 *       "password": "uma senha bem longa"
                 *     }
                 */
                "application/json": {
                    token: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link_closed` · `link_expired` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "uma senha bem longa",
                 *       "newPassword": "outra senha bem longa"
                 *     }
                 */
                "application/json": {
                    password: string;
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `password_wrong` · `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The secret, readable only now */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "secret": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
                     *       "uri": "otpauth://totp/Retorno:ana%40example.com?issuer=Retorno&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30"
                     *     }
                     */
                    "application/json": components["schemas"]["SecondFactorSecret"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `second_factor_on` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSecondFactorConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "uma senha bem longa",
                 *       "code": "123456"
                 *     }
                 */
                "application/json": {
                    password: string;
                    code: string;
                };
            };
        };
        responses: {
            /** @description It is on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recoveryCodes": [
                     *         "k7qm3-xrt9w",
                     *         "h2b8d-5fj4n"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `password_wrong` · `second_factor_wrong` · `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSecondFactorRemove: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "uma senha bem longa",
                 *       "code": "123456"
                 *     }
                 */
                "application/json": {
                    password: string;
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `password_wrong` · `second_factor_wrong` · `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "per_5h2v9kq0c4w8d1mz6p3t",
                     *           "name": "Bia Exemplo",
                     *           "email": "bia@example.com",
                     *           "role": "staff",
                     *           "storeIds": null,
                     *           "storeNames": [
                     *             "Centro"
                     *           ],
                     *           "secondFactor": false,
                     *           "since": "2026-11-03T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "invitations": [
                     *         {
                     *           "id": "inv_8v1b6n3d4q0c9m7t2x5k",
                     *           "name": "Bia Exemplo",
                     *           "email": "bia@example.com",
                     *           "role": "staff",
                     *           "storeIds": null,
                     *           "expiresAt": "2026-11-06T12:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Person"][];
                        /** @description Open ones, the newest first */
                        invitations: components["schemas"]["Invitation"][];
                    };
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "bia@example.com",
                 *       "name": "Bia Exemplo",
                 *       "role": "staff"
                 *     }
                 */
                "application/json": {
                    email: string;
                    name: string;
                    /** @enum {string} */
                    role: "owner" | "manager" | "staff";
                    /** @description Absent or null: all of them */
                    storeIds?: string[] | null;
                };
            };
        };
        responses: {
            /** @description The invitation */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "inv_8v1b6n3d4q0c9m7t2x5k",
                     *       "name": "Bia Exemplo",
                     *       "email": "bia@example.com",
                     *       "role": "staff",
                     *       "storeIds": null,
                     *       "expiresAt": "2026-11-06T12:00:00.000Z",
                     *       "link": "https://fidelidade.loja.com.br/convite#token=K7qm3Xrt9whP",
                     *       "mail": "sent"
                     *     }
                     */
                    "application/json": components["schemas"]["Invited"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already_member` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePeopleId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `person_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_owner` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchPeopleId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "manager"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    role?: "owner" | "manager" | "staff";
                    storeIds?: string[] | null;
                };
            };
        };
        responses: {
            /** @description The person as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "per_5h2v9kq0c4w8d1mz6p3t",
                     *       "name": "Bia Exemplo",
                     *       "email": "bia@example.com",
                     *       "role": "staff",
                     *       "storeIds": null,
                     *       "storeNames": [
                     *         "Centro"
                     *       ],
                     *       "secondFactor": false,
                     *       "since": "2026-11-03T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `person_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `last_owner` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All that were not revoked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "3fa94c0d17b28e65",
                     *           "label": "Caixa da loja Centro",
                     *           "scope": "till",
                     *           "prefix": "rk_k7qm",
                     *           "createdAt": "2026-11-03T12:00:00.000Z",
                     *           "createdBy": {
                     *             "id": "per_5h2v9kq0c4w8d1mz6p3t",
                     *             "name": "Ana Exemplo"
                     *           },
                     *           "usedAt": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Key"][];
                    };
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "label": "Caixa da loja Centro",
                 *       "scope": "till"
                 *     }
                 */
                "application/json": {
                    label: string;
                    /**
                     * @description `full`: all but people and keys; `till`: what staff do at the counter; `read`: only to look
                     * @enum {string}
                     */
                    scope: "full" | "till" | "read";
                };
            };
        };
        responses: {
            /** @description The key */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "3fa94c0d17b28e65",
                     *       "label": "Caixa da loja Centro",
                     *       "scope": "till",
                     *       "prefix": "rk_k7qm",
                     *       "createdAt": "2026-11-03T12:00:00.000Z",
                     *       "createdBy": {
                     *         "id": "per_5h2v9kq0c4w8d1mz6p3t",
                     *         "name": "Ana Exemplo"
                     *       },
                     *       "usedAt": null,
                     *       "key": "rk_k7qm3Xrt9whP2b8d5fj4nK7qm3Xrt9wh"
                     *     }
                     */
                    "application/json": components["schemas"]["MadeKey"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `keys_full` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteKeysId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `key_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStores: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All stores */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "str_4w8d1mz6p3t5h2v9kq0c",
                     *           "name": "Centro",
                     *           "zone": "America/Sao_Paulo",
                     *           "channels": [
                     *             "205371"
                     *           ],
                     *           "documents": [
                     *             "11222333000181"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Store"][];
                    };
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postStores: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Centro",
                 *       "zone": "America/Sao_Paulo",
                 *       "channels": [
                 *         "205371"
                 *       ],
                 *       "documents": [
                 *         "11222333000181"
                 *       ]
                 *     }
                 */
                "application/json": {
                    name: string;
                    /**
                     * Format: iana-zone
                     * @default America/Sao_Paulo
                     */
                    zone?: string;
                    channels?: string[];
                    documents?: string[];
                };
            };
        };
        responses: {
            /** @description The store */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "str_4w8d1mz6p3t5h2v9kq0c",
                     *       "name": "Centro",
                     *       "zone": "America/Sao_Paulo",
                     *       "channels": [
                     *         "205371"
                     *       ],
                     *       "documents": [
                     *         "11222333000181"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_taken` · `stores_full` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchStoresId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Centro",
                 *       "channels": [
                 *         "205371",
                 *         "205372"
                 *       ]
                 *     }
                 */
                "application/json": {
                    name?: string;
                    /** Format: iana-zone */
                    zone?: string;
                    channels?: string[];
                    documents?: string[];
                };
            };
        };
        responses: {
            /** @description The store as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "str_4w8d1mz6p3t5h2v9kq0c",
                     *       "name": "Centro",
                     *       "zone": "America/Sao_Paulo",
                     *       "channels": [
                     *         "205371"
                     *       ],
                     *       "documents": [
                     *         "11222333000181"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is in force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requireSecondFactorForOwners": false,
                     *       "messages": {
                     *         "basis": "legitimate_interest",
                     *         "caps": {
                     *           "perDay": 1,
                     *           "perThirtyDays": 4
                     *         },
                     *         "holdout": 5,
                     *         "quietHours": {
                     *           "from": "20:00",
                     *           "to": "08:00",
                     *           "days": [
                     *             7
                     *           ]
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Settings"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "messages": {
                 *         "caps": {
                 *           "perDay": 1,
                 *           "perThirtyDays": 4
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SettingsChange"];
            };
        };
        responses: {
            /** @description What is in force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requireSecondFactorForOwners": false,
                     *       "messages": {
                     *         "basis": "legitimate_interest",
                     *         "caps": {
                     *           "perDay": 1,
                     *           "perThirtyDays": 4
                     *         },
                     *         "holdout": 5,
                     *         "quietHours": {
                     *           "from": "20:00",
                     *           "to": "08:00",
                     *           "days": [
                     *             7
                     *           ]
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Settings"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    authorizeBling: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where to send the merchant */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                    };
                };
            };
            /** @description To the page that names the account */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    connectBling: {
        parameters: {
            query: {
                state: string;
                go?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description To Bling’s consent page, for a browser that was shown the page and goes on */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An unknown state */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Begun by another person, or by one who may not connect any more */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description MongoDB is away, or Bling gives nobody access just now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    blingCallback: {
        parameters: {
            query: {
                /** @description Left out where it was denied */
                code?: string;
                state: string;
                error?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Connected */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Being connected; the page reloads itself */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Denied, or an unknown state */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Begun in another browser, or by another person */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The company belongs to another merchant */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bling gave no access */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description MongoDB is away */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    getConnections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All connections */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "con_7h2k9m4q8r5t6v3w1x0y",
                     *           "companyId": "0123456789abcdef0123456789abcdef",
                     *           "companyName": "Loja Exemplo",
                     *           "state": "connected",
                     *           "forbidden": null,
                     *           "timezone": null,
                     *           "completedSituations": [
                     *             9
                     *           ],
                     *           "cancelledSituations": [
                     *             12
                     *           ],
                     *           "callsStopped": null,
                     *           "reconcileEvery": "PT15M",
                     *           "consumerInvoices": false,
                     *           "consumerInvoicesSince": null,
                     *           "lastEventAt": "2026-11-03T11:58:00.000Z",
                     *           "reconciledUntil": "2026-11-03T11:45:00.000Z",
                     *           "quota": {
                     *             "usedToday": 1840,
                     *             "of": 120000
                     *           },
                     *           "createdAt": "2026-11-03T12:00:00.000Z",
                     *           "authorizedAt": "2026-11-03T12:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Connection"][];
                    };
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteConnectionsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `connection_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchConnectionsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "completedSituations": [
                 *         9
                 *       ],
                 *       "cancelledSituations": [
                 *         12
                 *       ]
                 *     }
                 */
                "application/json": {
                    completedSituations?: number[];
                    cancelledSituations?: number[];
                    /** Format: iana-zone */
                    timezone?: string | null;
                    /** @enum {string} */
                    reconcileEvery?: "PT5M" | "PT15M" | "PT30M" | "PT1H" | "PT2H" | "PT6H" | "PT12H" | "P1D";
                    consumerInvoices?: boolean;
                };
            };
        };
        responses: {
            /** @description The connection as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "con_7h2k9m4q8r5t6v3w1x0y",
                     *       "companyId": "0123456789abcdef0123456789abcdef",
                     *       "companyName": "Loja Exemplo",
                     *       "state": "connected",
                     *       "forbidden": null,
                     *       "timezone": null,
                     *       "completedSituations": [
                     *         9
                     *       ],
                     *       "cancelledSituations": [
                     *         12
                     *       ],
                     *       "callsStopped": null,
                     *       "reconcileEvery": "PT15M",
                     *       "consumerInvoices": false,
                     *       "consumerInvoicesSince": null,
                     *       "lastEventAt": "2026-11-03T11:58:00.000Z",
                     *       "reconciledUntil": "2026-11-03T11:45:00.000Z",
                     *       "quota": {
                     *         "usedToday": 1840,
                     *         "of": 120000
                     *       },
                     *       "createdAt": "2026-11-03T12:00:00.000Z",
                     *       "authorizedAt": "2026-11-03T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `connection_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `connection_disconnected` · `connection_paused` · `reconciliation_running` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConnectionsIdAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What there is to choose from */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "situations": {
                     *         "answer": "ok",
                     *         "options": [
                     *           {
                     *             "id": 6,
                     *             "name": "Em aberto",
                     *             "meaning": "open"
                     *           },
                     *           {
                     *             "id": 9,
                     *             "name": "Atendido",
                     *             "meaning": "completed"
                     *           }
                     *         ]
                     *       },
                     *       "channels": {
                     *         "answer": "ok",
                     *         "options": [
                     *           {
                     *             "id": "205371",
                     *             "name": "Loja virtual",
                     *             "type": "Nuvemshop",
                     *             "enabled": true,
                     *             "storeId": "str_7h2k9m4q8r5t6v3w1x0y"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BlingAccount"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `connection_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `bling_authorization_needed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `bling_unavailable` · `bling_busy` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConnectionsIdPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "completedSituations": [
                 *         9,
                 *         24
                 *       ],
                 *       "cancelledSituations": [
                 *         12
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SituationChoice"];
            };
        };
        responses: {
            /** @description What it would touch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "situations": [
                     *         {
                     *           "id": 24,
                     *           "before": "open",
                     *           "after": "completed"
                     *         }
                     *       ],
                     *       "orders": 12,
                     *       "sales": {
                     *         "becomeCompleted": 12,
                     *         "becomeCancelled": 0,
                     *         "becomeOpen": 0
                     *       },
                     *       "more": false
                     *     }
                     */
                    "application/json": components["schemas"]["TouchedSales"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `connection_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `bling_authorization_needed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `bling_unavailable` · `bling_busy` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConnectionsIdPause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "con_7h2k9m4q8r5t6v3w1x0y",
                     *       "companyId": "0123456789abcdef0123456789abcdef",
                     *       "companyName": "Loja Exemplo",
                     *       "state": "connected",
                     *       "forbidden": null,
                     *       "timezone": null,
                     *       "completedSituations": [
                     *         9
                     *       ],
                     *       "cancelledSituations": [
                     *         12
                     *       ],
                     *       "callsStopped": null,
                     *       "reconcileEvery": "PT15M",
                     *       "consumerInvoices": false,
                     *       "consumerInvoicesSince": null,
                     *       "lastEventAt": "2026-11-03T11:58:00.000Z",
                     *       "reconciledUntil": "2026-11-03T11:45:00.000Z",
                     *       "quota": {
                     *         "usedToday": 1840,
                     *         "of": 120000
                     *       },
                     *       "createdAt": "2026-11-03T12:00:00.000Z",
                     *       "authorizedAt": "2026-11-03T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `connection_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `connection_disconnected` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConnectionsIdResume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "con_7h2k9m4q8r5t6v3w1x0y",
                     *       "companyId": "0123456789abcdef0123456789abcdef",
                     *       "companyName": "Loja Exemplo",
                     *       "state": "connected",
                     *       "forbidden": null,
                     *       "timezone": null,
                     *       "completedSituations": [
                     *         9
                     *       ],
                     *       "cancelledSituations": [
                     *         12
                     *       ],
                     *       "callsStopped": null,
                     *       "reconcileEvery": "PT15M",
                     *       "consumerInvoices": false,
                     *       "consumerInvoicesSince": null,
                     *       "lastEventAt": "2026-11-03T11:58:00.000Z",
                     *       "reconciledUntil": "2026-11-03T11:45:00.000Z",
                     *       "quota": {
                     *         "usedToday": 1840,
                     *         "of": 120000
                     *       },
                     *       "createdAt": "2026-11-03T12:00:00.000Z",
                     *       "authorizedAt": "2026-11-03T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Connection"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `connection_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `connection_disconnected` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConnectionsIdReconciliations: {
        parameters: {
            query?: {
                limit?: number;
                before?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of comparisons */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "rec_7h2k9m4q8r5t6v3w1x0y",
                     *           "connectionId": "con_7h2k9m4q8r5t6v3w1x0y",
                     *           "trigger": "asked",
                     *           "state": "finished",
                     *           "failure": null,
                     *           "from": "2026-11-02T12:00:00.000Z",
                     *           "until": "2026-11-03T12:00:00.000Z",
                     *           "lookedAt": 214,
                     *           "missing": 1,
                     *           "differing": 0,
                     *           "deleted": 0,
                     *           "repaired": 1,
                     *           "beganAt": "2026-11-03T12:00:05.000Z",
                     *           "endedAt": "2026-11-03T12:00:31.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ReconciliationSummary"][];
                        /** @description Give as `before` for the next page; null: this was the last */
                        next: string | null;
                    };
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `connection_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConnectionsIdReconciliations: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique for each operation. The same key and body get the same answer, marked Idempotency-Replayed. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "2026-11-02T12:00:00.000Z",
                 *       "until": "2026-11-03T12:00:00.000Z"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Orders changed at this instant or later are compared
                     */
                    from: string;
                    /**
                     * Format: date-time
                     * @description And up to this one, which is past; a year later at most. Default: now
                     */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description The comparison is running */
            201: {
                headers: {
                    /** @description `true` where the answer is that of an earlier call with the same key */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "rec_7h2k9m4q8r5t6v3w1x0y",
                     *       "connectionId": "con_7h2k9m4q8r5t6v3w1x0y",
                     *       "trigger": "asked",
                     *       "state": "running",
                     *       "failure": null,
                     *       "from": "2026-11-02T12:00:00.000Z",
                     *       "until": "2026-11-03T12:00:00.000Z",
                     *       "lookedAt": 214,
                     *       "missing": 1,
                     *       "differing": 0,
                     *       "deleted": 0,
                     *       "repaired": 1,
                     *       "beganAt": "2026-11-03T12:00:05.000Z",
                     *       "endedAt": null,
                     *       "found": []
                     *     }
                     */
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `connection_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `connection_disconnected` · `connection_paused` · `reconciliation_running` · `request_in_progress` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` · `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `outcome_unknown` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReconciliationsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The comparison */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "rec_7h2k9m4q8r5t6v3w1x0y",
                     *       "connectionId": "con_7h2k9m4q8r5t6v3w1x0y",
                     *       "trigger": "asked",
                     *       "state": "finished",
                     *       "failure": null,
                     *       "from": "2026-11-02T12:00:00.000Z",
                     *       "until": "2026-11-03T12:00:00.000Z",
                     *       "lookedAt": 214,
                     *       "missing": 1,
                     *       "differing": 0,
                     *       "deleted": 0,
                     *       "repaired": 1,
                     *       "beganAt": "2026-11-03T12:00:05.000Z",
                     *       "endedAt": "2026-11-03T12:00:31.000Z",
                     *       "found": [
                     *         {
                     *           "orderId": "26737100001",
                     *           "saleId": "sal_4d8w1mz6p3t5h2v9kq0c",
                     *           "why": "missing",
                     *           "text": "O pedido existe no Bling e não era conhecido aqui.",
                     *           "foundAt": "2026-11-03T12:00:08.000Z",
                     *           "repairedAt": "2026-11-03T12:00:30.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `reconciliation_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConnectionsIdTestSale: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "orderId": "26737100001",
                 *       "program": {
                 *         "name": "Clube da Loja",
                 *         "earning": {
                 *           "rules": [
                 *             {
                 *               "id": "cashback-5",
                 *               "grant": {
                 *                 "type": "cashback",
                 *                 "rateBps": 500
                 *               },
                 *               "when": {
                 *                 "minSaleCents": 5000
                 *               }
                 *             }
                 *           ]
                 *         },
                 *         "holding": {
                 *           "after": "P8D"
                 *         },
                 *         "expiry": {
                 *           "after": "P90D",
                 *           "roundUpTo": "day"
                 *         },
                 *         "redemption": {
                 *           "maxShareBps": 3000
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description The order’s id in Bling, not its number */
                    orderId: string | number;
                    /** @description A draft; absent: the current version */
                    program?: {
                        name: string;
                        /**
                         * Format: iana-zone
                         * @default America/Sao_Paulo
                         */
                        timezone?: string;
                        earning: {
                            base?: {
                                /** @default false */
                                includeFreight?: boolean;
                                /** @default false */
                                includeOtherExpenses?: boolean;
                                /** @default true */
                                excludeBenefitPaid?: boolean;
                                /** @default true */
                                earnOnRedeemed?: boolean;
                            };
                            /**
                             * @default best
                             * @enum {string}
                             */
                            combine?: "best" | "first" | "stack";
                            rules: {
                                id: string;
                                name?: string;
                                grant: components["schemas"]["CashbackGrant"] | components["schemas"]["PointsGrant"] | components["schemas"]["VoucherGrant"];
                                when?: {
                                    minSaleCents?: number;
                                    maxSaleCents?: number;
                                    channels?: ("bling" | "ecommerce" | "pos" | "import" | "manual")[];
                                    stores?: string[];
                                    weekdays?: number[];
                                    /** Format: date */
                                    from?: string;
                                    /** Format: date */
                                    until?: string;
                                    skus?: string[];
                                    firstPurchase?: boolean;
                                    segment?: string;
                                };
                                multiplierMilli?: number;
                                bonusCents?: number;
                                bonusPoints?: number;
                                capPerSaleCents?: number;
                                capPerSalePoints?: number;
                                capPerCustomerPerMonthCents?: number;
                                capPerCustomerPerMonthPoints?: number;
                                budgetCents?: number;
                                budgetPoints?: number;
                                priority?: number;
                            }[];
                        };
                        holding?: {
                            /**
                             * Format: duration
                             * @default PT0S
                             */
                            after?: string;
                        };
                        expiry?: {
                            /** Format: duration */
                            after: string;
                            /** @enum {string} */
                            roundUpTo?: "day" | "month";
                        };
                        redemption?: {
                            /** @default 0 */
                            minSaleCents?: number;
                            /** @default 0 */
                            minBalanceCents?: number;
                            /** @default 10000 */
                            maxShareBps?: number;
                            /** @default 1 */
                            pointValueCents?: number;
                            /**
                             * Format: duration
                             * @default PT15M
                             */
                            reservation?: string;
                            /**
                             * Format: duration
                             * @default P90D
                             */
                            rollbackWindow?: string;
                            /**
                             * Format: duration
                             * @default P7D
                             */
                            graceAfterRollback?: string;
                        };
                        returns?: {
                            /**
                             * @default allow_debt
                             * @enum {string}
                             */
                            clawback?: "pending_only" | "to_zero" | "allow_debt";
                            /** @default true */
                            refundSpent?: boolean;
                        };
                        vouchers?: {
                            [key: string]: {
                                discount: components["schemas"]["AmountOff"] | components["schemas"]["PercentOff"];
                                /** @default 0 */
                                minSaleCents?: number;
                                /** Format: duration */
                                validity?: string;
                                /** @default 1 */
                                uses?: number;
                                stores?: string[];
                            };
                        };
                        messages?: {
                            earned?: {
                                channels?: ("whatsapp" | "email")[];
                            };
                            expiring?: {
                                before: string[];
                                channels?: ("whatsapp" | "email")[];
                                /**
                                 * @description What nobody could be reminded of goes on, once
                                 * @default true
                                 */
                                fair?: boolean;
                            };
                            expired?: {
                                channels?: ("whatsapp" | "email")[];
                            };
                            returned?: {
                                channels?: ("whatsapp" | "email")[];
                            };
                            repurchase?: {
                                /** Format: duration */
                                after: string;
                                channels?: ("whatsapp" | "email")[];
                            };
                            welcome?: {
                                /**
                                 * Format: duration
                                 * @default P1D
                                 */
                                after?: string;
                                channels?: ("whatsapp" | "email")[];
                            };
                            balance?: {
                                /** @default 5 */
                                day?: number;
                                channels?: ("whatsapp" | "email")[];
                            };
                            winBack?: {
                                after: string[];
                                channels?: ("whatsapp" | "email")[];
                            };
                            birthday?: {
                                channels?: ("whatsapp" | "email")[];
                            };
                        };
                    };
                };
            };
        };
        responses: {
            /** @description What would become of the order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "testedAt": "2026-11-03T12:00:00.000Z",
                     *       "program": {
                     *         "source": "draft",
                     *         "version": null,
                     *         "name": "Clube da Loja"
                     *       },
                     *       "order": {
                     *         "orderId": "26737100001",
                     *         "number": "10231",
                     *         "storeId": null,
                     *         "timezone": "America/Sao_Paulo",
                     *         "soldAt": "2026-11-03T03:00:00.000Z",
                     *         "totalCents": 19000,
                     *         "freightCents": 0,
                     *         "otherExpensesCents": 0,
                     *         "discountCents": 0,
                     *         "goodsCents": 19000,
                     *         "items": [
                     *           {
                     *             "sku": "CAMISETA-P",
                     *             "totalCents": 19000
                     *           }
                     *         ],
                     *         "situation": {
                     *           "id": 9,
                     *           "value": 1
                     *         }
                     *       },
                     *       "state": {
                     *         "outcome": "completed",
                     *         "counts": true,
                     *         "text": "A situação 9 conclui a venda: ela conta para o programa (pelas situações escolhidas na conexão)."
                     *       },
                     *       "customer": {
                     *         "state": "new",
                     *         "customerId": null,
                     *         "reachable": {
                     *           "whatsapp": true,
                     *           "email": false
                     *         },
                     *         "text": "O contato do pedido ainda não é cliente: seria cadastrado com a venda."
                     *       },
                     *       "benefits": [
                     *         {
                     *           "ruleId": "cashback-5",
                     *           "type": "cashback",
                     *           "amount": 950,
                     *           "activatesAt": "2026-11-11T03:00:00.000Z",
                     *           "expiresAt": "2027-02-10T03:00:00.000Z",
                     *           "validThrough": "2027-02-09",
                     *           "voucher": null
                     *         }
                     *       ],
                     *       "explanation": [
                     *         {
                     *           "ruleId": "cashback-5",
                     *           "type": "cashback",
                     *           "outcome": "paid",
                     *           "amount": 949,
                     *           "lines": [
                     *             "5% de R$ 189,90 = R$ 9,49"
                     *           ]
                     *         }
                     *       ],
                     *       "messages": [
                     *         {
                     *           "kind": "earned",
                     *           "at": "2026-11-03T12:00:00.000Z",
                     *           "channels": [
                     *             "whatsapp"
                     *           ]
                     *         }
                     *       ],
                     *       "known": null,
                     *       "assumptions": [
                     *         "Nada foi gravado e nada foi enviado."
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ReferenceSale"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `connection_not_found` · `program_not_found` · `order_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `bling_authorization_needed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_invalid` · `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `bling_unavailable` · `bling_busy` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getActivation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "live": false,
                     *       "liveAt": null,
                     *       "mayGoLive": false,
                     *       "steps": [
                     *         {
                     *           "step": "connect",
                     *           "state": "done",
                     *           "missing": [],
                     *           "call": "GET /integrations/bling/authorize"
                     *         },
                     *         {
                     *           "step": "program",
                     *           "state": "missing",
                     *           "missing": [
                     *             {
                     *               "code": "no_program",
                     *               "text": "Nenhum programa foi publicado. Monte o programa e publique-o."
                     *             }
                     *           ],
                     *           "call": "PUT /v1/program"
                     *         }
                     *       ],
                     *       "checks": [
                     *         {
                     *           "connectionId": "con_7h2k9m4q8r5t6v3w1x0y",
                     *           "companyName": "Loja Exemplo",
                     *           "orders": "ok",
                     *           "contacts": "ok",
                     *           "situations": "refused",
                     *           "at": "2026-11-03T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "approvedSale": null,
                     *       "channels": [
                     *         {
                     *           "channel": "email",
                     *           "testedAt": null,
                     *           "arrivedAt": null,
                     *           "failure": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Activation"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postActivationChecks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "connectionId": "con_7h2k9m4q8r5t6v3w1x0y"
                 *     }
                 */
                "application/json": {
                    connectionId: string;
                };
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "live": false,
                     *       "liveAt": null,
                     *       "mayGoLive": false,
                     *       "steps": [
                     *         {
                     *           "step": "connect",
                     *           "state": "done",
                     *           "missing": [],
                     *           "call": "GET /integrations/bling/authorize"
                     *         },
                     *         {
                     *           "step": "program",
                     *           "state": "missing",
                     *           "missing": [
                     *             {
                     *               "code": "no_program",
                     *               "text": "Nenhum programa foi publicado. Monte o programa e publique-o."
                     *             }
                     *           ],
                     *           "call": "PUT /v1/program"
                     *         }
                     *       ],
                     *       "checks": [
                     *         {
                     *           "connectionId": "con_7h2k9m4q8r5t6v3w1x0y",
                     *           "companyName": "Loja Exemplo",
                     *           "orders": "ok",
                     *           "contacts": "ok",
                     *           "situations": "refused",
                     *           "at": "2026-11-03T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "approvedSale": null,
                     *       "channels": [
                     *         {
                     *           "channel": "email",
                     *           "testedAt": null,
                     *           "arrivedAt": null,
                     *           "failure": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Activation"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `connection_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `bling_busy` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postActivationReferenceSale: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "connectionId": "con_7h2k9m4q8r5t6v3w1x0y",
                 *       "orderId": "26737100001",
                 *       "programVersion": 3
                 *     }
                 */
                "application/json": {
                    connectionId: string;
                    orderId: string;
                    /** @description By which it was looked at: another is not approved unseen */
                    programVersion: number;
                };
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "live": false,
                     *       "liveAt": null,
                     *       "mayGoLive": false,
                     *       "steps": [
                     *         {
                     *           "step": "connect",
                     *           "state": "done",
                     *           "missing": [],
                     *           "call": "GET /integrations/bling/authorize"
                     *         },
                     *         {
                     *           "step": "program",
                     *           "state": "missing",
                     *           "missing": [
                     *             {
                     *               "code": "no_program",
                     *               "text": "Nenhum programa foi publicado. Monte o programa e publique-o."
                     *             }
                     *           ],
                     *           "call": "PUT /v1/program"
                     *         }
                     *       ],
                     *       "checks": [
                     *         {
                     *           "connectionId": "con_7h2k9m4q8r5t6v3w1x0y",
                     *           "companyName": "Loja Exemplo",
                     *           "orders": "ok",
                     *           "contacts": "ok",
                     *           "situations": "refused",
                     *           "at": "2026-11-03T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "approvedSale": null,
                     *       "channels": [
                     *         {
                     *           "channel": "email",
                     *           "testedAt": null,
                     *           "arrivedAt": null,
                     *           "failure": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Activation"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `connection_not_found` · `program_not_found` · `order_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `approval_outdated` · `bling_authorization_needed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `order_invalid` · `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `bling_unavailable` · `bling_busy` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postActivationTestMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "email"
                 *     }
                 */
                "application/json": components["schemas"]["TestByEmail"] | components["schemas"]["TestByWhatsApp"];
            };
        };
        responses: {
            /** @description What became of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "sent",
                     *       "text": "O e-mail de teste saiu para o seu endereço. Confira se ele chegou, também na pasta de spam.",
                     *       "activation": {
                     *         "live": false,
                     *         "liveAt": null,
                     *         "mayGoLive": false,
                     *         "steps": [
                     *           {
                     *             "step": "connect",
                     *             "state": "done",
                     *             "missing": [],
                     *             "call": "GET /integrations/bling/authorize"
                     *           },
                     *           {
                     *             "step": "program",
                     *             "state": "missing",
                     *             "missing": [
                     *               {
                     *                 "code": "no_program",
                     *                 "text": "Nenhum programa foi publicado. Monte o programa e publique-o."
                     *               }
                     *             ],
                     *             "call": "PUT /v1/program"
                     *           }
                     *         ],
                     *         "checks": [
                     *           {
                     *             "connectionId": "con_7h2k9m4q8r5t6v3w1x0y",
                     *             "companyName": "Loja Exemplo",
                     *             "orders": "ok",
                     *             "contacts": "ok",
                     *             "situations": "refused",
                     *             "at": "2026-11-03T12:00:00.000Z"
                     *           }
                     *         ],
                     *         "approvedSale": null,
                     *         "channels": [
                     *           {
                     *             "channel": "email",
                     *             "testedAt": null,
                     *             "arrivedAt": null,
                     *             "failure": null
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": {
                        /**
                         * @description `off`: the installation does not send by it
                         * @enum {string}
                         */
                        outcome: "sent" | "failed" | "off";
                        /** @description pt-BR */
                        text: string;
                        activation: components["schemas"]["Activation"];
                    };
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postActivationGoLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "live": false,
                     *       "liveAt": null,
                     *       "mayGoLive": false,
                     *       "steps": [
                     *         {
                     *           "step": "connect",
                     *           "state": "done",
                     *           "missing": [],
                     *           "call": "GET /integrations/bling/authorize"
                     *         },
                     *         {
                     *           "step": "program",
                     *           "state": "missing",
                     *           "missing": [
                     *             {
                     *               "code": "no_program",
                     *               "text": "Nenhum programa foi publicado. Monte o programa e publique-o."
                     *             }
                     *           ],
                     *           "call": "PUT /v1/program"
                     *         }
                     *       ],
                     *       "checks": [
                     *         {
                     *           "connectionId": "con_7h2k9m4q8r5t6v3w1x0y",
                     *           "companyName": "Loja Exemplo",
                     *           "orders": "ok",
                     *           "contacts": "ok",
                     *           "situations": "refused",
                     *           "at": "2026-11-03T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "approvedSale": null,
                     *       "channels": [
                     *         {
                     *           "channel": "email",
                     *           "testedAt": null,
                     *           "arrivedAt": null,
                     *           "failure": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Activation"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_ready_to_go_live` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postActivationPause: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "live": false,
                     *       "liveAt": null,
                     *       "mayGoLive": false,
                     *       "steps": [
                     *         {
                     *           "step": "connect",
                     *           "state": "done",
                     *           "missing": [],
                     *           "call": "GET /integrations/bling/authorize"
                     *         },
                     *         {
                     *           "step": "program",
                     *           "state": "missing",
                     *           "missing": [
                     *             {
                     *               "code": "no_program",
                     *               "text": "Nenhum programa foi publicado. Monte o programa e publique-o."
                     *             }
                     *           ],
                     *           "call": "PUT /v1/program"
                     *         }
                     *       ],
                     *       "checks": [
                     *         {
                     *           "connectionId": "con_7h2k9m4q8r5t6v3w1x0y",
                     *           "companyName": "Loja Exemplo",
                     *           "orders": "ok",
                     *           "contacts": "ok",
                     *           "situations": "refused",
                     *           "at": "2026-11-03T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "approvedSale": null,
                     *       "channels": [
                     *         {
                     *           "channel": "email",
                     *           "testedAt": null,
                     *           "arrivedAt": null,
                     *           "failure": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Activation"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProgram: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The current version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": 1,
                     *       "program": {
                     *         "name": "Clube da Loja",
                     *         "timezone": "America/Sao_Paulo",
                     *         "earning": {
                     *           "base": {
                     *             "includeFreight": false,
                     *             "includeOtherExpenses": false,
                     *             "excludeBenefitPaid": true,
                     *             "earnOnRedeemed": true
                     *           },
                     *           "combine": "best",
                     *           "rules": [
                     *             {
                     *               "id": "cashback-5",
                     *               "grant": {
                     *                 "type": "cashback",
                     *                 "rateBps": 500
                     *               },
                     *               "when": {
                     *                 "minSaleCents": 5000
                     *               }
                     *             }
                     *           ]
                     *         },
                     *         "holding": {
                     *           "after": "P8D"
                     *         },
                     *         "expiry": {
                     *           "after": "P90D",
                     *           "roundUpTo": "day"
                     *         },
                     *         "redemption": {
                     *           "minSaleCents": 0,
                     *           "minBalanceCents": 0,
                     *           "maxShareBps": 3000,
                     *           "pointValueCents": 1,
                     *           "reservation": "PT15M",
                     *           "rollbackWindow": "P90D",
                     *           "graceAfterRollback": "P7D"
                     *         },
                     *         "returns": {
                     *           "clawback": "allow_debt",
                     *           "refundSpent": true
                     *         },
                     *         "vouchers": {},
                     *         "messages": {}
                     *       },
                     *       "publishedAt": "2026-11-03T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ProgramVersion"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `program_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putProgram: {
        parameters: {
            query?: {
                /** @description true: what would change and what to look at again is said, nothing is published */
                dryRun?: "true" | "false";
                /** @description The version the draft was made from, 0: none; refused where it is no longer in force */
                replaces?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Clube da Loja",
                 *       "earning": {
                 *         "rules": [
                 *           {
                 *             "id": "cashback-5",
                 *             "grant": {
                 *               "type": "cashback",
                 *               "rateBps": 500
                 *             },
                 *             "when": {
                 *               "minSaleCents": 5000
                 *             }
                 *           }
                 *         ]
                 *       },
                 *       "holding": {
                 *         "after": "P8D"
                 *       },
                 *       "expiry": {
                 *         "after": "P90D",
                 *         "roundUpTo": "day"
                 *       },
                 *       "redemption": {
                 *         "maxShareBps": 3000
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Program"];
            };
        };
        responses: {
            /** @description The version now in force, and what it changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": 1,
                     *       "program": {
                     *         "name": "Clube da Loja",
                     *         "timezone": "America/Sao_Paulo",
                     *         "earning": {
                     *           "base": {
                     *             "includeFreight": false,
                     *             "includeOtherExpenses": false,
                     *             "excludeBenefitPaid": true,
                     *             "earnOnRedeemed": true
                     *           },
                     *           "combine": "best",
                     *           "rules": [
                     *             {
                     *               "id": "cashback-5",
                     *               "grant": {
                     *                 "type": "cashback",
                     *                 "rateBps": 500
                     *               },
                     *               "when": {
                     *                 "minSaleCents": 5000
                     *               }
                     *             }
                     *           ]
                     *         },
                     *         "holding": {
                     *           "after": "P8D"
                     *         },
                     *         "expiry": {
                     *           "after": "P90D",
                     *           "roundUpTo": "day"
                     *         },
                     *         "redemption": {
                     *           "minSaleCents": 0,
                     *           "minBalanceCents": 0,
                     *           "maxShareBps": 3000,
                     *           "pointValueCents": 1,
                     *           "reservation": "PT15M",
                     *           "rollbackWindow": "P90D",
                     *           "graceAfterRollback": "P7D"
                     *         },
                     *         "returns": {
                     *           "clawback": "allow_debt",
                     *           "refundSpent": true
                     *         },
                     *         "vouchers": {},
                     *         "messages": {}
                     *       },
                     *       "publishedAt": "2026-11-03T12:00:00.000Z",
                     *       "changes": [
                     *         {
                     *           "path": "",
                     *           "kind": "added",
                     *           "text": "Primeira versão do programa Clube da Loja, com 1 regra: cashback-5"
                     *         }
                     *       ],
                     *       "warnings": [],
                     *       "dryRun": false
                     *     }
                     */
                    "application/json": components["schemas"]["PublishedProgram"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress` · `program_changed` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProgramRegulation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The regulation of the current version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": 1,
                     *       "title": "Regulamento do programa Clube da Loja",
                     *       "sections": [
                     *         {
                     *           "heading": "O programa",
                     *           "paragraphs": [
                     *             "Este é o regulamento do programa Clube da Loja. Ao se identificar na compra, você ganha: cashback, em reais. O cashback que você tem é o seu saldo.",
                     *             "Cada compra segue as regras em vigor quando o benefício dela foi calculado pela primeira vez. Uma mudança posterior do programa não altera o que ela rendeu, nem a carência, a validade, os vales ou a regra de devolução dela.",
                     *             "Datas e dias da semana seguem o horário local da loja da compra ou, quando a loja não tem fuso horário próprio, o horário de Brasília."
                     *           ]
                     *         },
                     *         {
                     *           "heading": "Como você ganha",
                     *           "paragraphs": [
                     *             "Regra 1: 5% do valor da compra em cashback. Condições: compras a partir de R$ 50,00.",
                     *             "Os valores mínimo e máximo de compra são conferidos pelo total da compra, com frete e outras despesas e antes de descontar benefícios usados. A partir de um valor e até um valor quer dizer: inclusive esse valor."
                     *           ]
                     *         },
                     *         {
                     *           "heading": "Sobre que valor o benefício é calculado",
                     *           "paragraphs": [
                     *             "O valor da compra, para este cálculo, é o das mercadorias depois dos descontos do pedido, sem o frete e sem as outras despesas.",
                     *             "A parte da compra paga com saldo ou vale não entra no cálculo; o que o pedido já traz como desconto não se desconta outra vez.",
                     *             "Quando não sobra valor para o cálculo, a compra não rende nenhum benefício.",
                     *             "O cálculo é exato, e só o resultado final de cada regra é arredondado para baixo, ao centavo. Um resultado igual a zero não gera benefício."
                     *           ]
                     *         },
                     *         {
                     *           "heading": "Quando o benefício fica disponível",
                     *           "paragraphs": [
                     *             "O benefício fica em carência por 8 dias, a contar da data em que a conclusão da compra é registrada, e pode ser usado desde o começo do último dia desse prazo.",
                     *             "Se você só se identificar depois da compra, o benefício fica disponível quando a loja registrar a sua identificação ou no fim da carência, o que vier por último, e a validade conta daí."
                     *           ]
                     *         },
                     *         {
                     *           "heading": "Validade",
                     *           "paragraphs": [
                     *             "O saldo que uma compra rende vale por 90 dias, a contar da data em que fica disponível, e pode ser usado até o fim do último dia.",
                     *             "O que não é usado até o fim da validade vence e se perde."
                     *           ]
                     *         },
                     *         {
                     *           "heading": "Como usar o saldo",
                     *           "paragraphs": [
                     *             "O saldo pode pagar até 30% do total da compra, sem contar o frete e arredondado para baixo ao centavo. O limite é um só para todos os usos de saldo na mesma compra, e vales não contam nele.",
                     *             "Usa-se primeiro o saldo que vence antes."
                     *           ]
                     *         },
                     *         {
                     *           "heading": "Reserva e desfazimento de um uso",
                     *           "paragraphs": [
                     *             "O que você pede para usar fica reservado por 15 minutos a contar do pedido. Se a loja não confirmar o uso nesse tempo, ele volta para você com a validade que tinha ou, se ela já passou, pode ser usado por 7 dias a contar do retorno, até o fim do último dia.",
                     *             "A loja pode desfazer um uso confirmado por 90 dias a contar da confirmação, até o fim do último dia. O que volta conserva a validade que tinha e pode ser usado ao menos por 7 dias a contar do retorno, até o fim do último dia."
                     *           ]
                     *         },
                     *         {
                     *           "heading": "Devoluções e cancelamentos",
                     *           "paragraphs": [
                     *             "Se você devolve parte de uma compra, o saldo que ela rendeu diminui na proporção do valor das mercadorias devolvidas, somadas todas as devoluções, e o que fica é arredondado para baixo. Se a compra é cancelada ou toda devolvida, todo o saldo que ela rendeu é retirado.",
                     *             "Retira-se primeiro o que está em carência e depois o que está disponível da própria compra; o que dela venceu sem uso conta como retirado, e saldo reservado não é tocado. Se faltar, retira-se do seu outro saldo do mesmo tipo, a começar pelo que vence antes. O que ainda faltar fica como saldo devedor e é descontado do próximo saldo desse tipo que ficar disponível.",
                     *             "O saldo e os vales que você usou numa compra cancelada ou toda devolvida voltam para você. O que volta conserva a validade que tinha e pode ser usado ao menos por 7 dias a contar do retorno, até o fim do último dia. Uma devolução parcial não devolve o que foi usado.",
                     *             "Se o pedido muda, o benefício é calculado de novo com as regras da própria compra. Se uma compra cancelada volta a ser concluída, o que foi retirado é dado de novo."
                     *           ]
                     *         }
                     *       ],
                     *       "markdown": "# Regulamento do programa Clube da Loja\n\n## O programa\n\nEste é o regulamento do programa Clube da Loja. Ao se identificar na compra, você ganha: cashback, em reais. O cashback que você tem é o seu saldo.\n\nCada compra segue as regras em vigor quando o benefício dela foi calculado pela primeira vez. Uma mudança posterior do programa não altera o que ela rendeu, nem a carência, a validade, os vales ou a regra de devolução dela.\n\nDatas e dias da semana seguem o horário local da loja da compra ou, quando a loja não tem fuso horário próprio, o horário de Brasília.\n\n## Como você ganha\n\nRegra 1: 5% do valor da compra em cashback. Condições: compras a partir de R$ 50,00.\n\nOs valores mínimo e máximo de compra são conferidos pelo total da compra, com frete e outras despesas e antes de descontar benefícios usados. A partir de um valor e até um valor quer dizer: inclusive esse valor.\n\n## Sobre que valor o benefício é calculado\n\nO valor da compra, para este cálculo, é o das mercadorias depois dos descontos do pedido, sem o frete e sem as outras despesas.\n\nA parte da compra paga com saldo ou vale não entra no cálculo; o que o pedido já traz como desconto não se desconta outra vez.\n\nQuando não sobra valor para o cálculo, a compra não rende nenhum benefício.\n\nO cálculo é exato, e só o resultado final de cada regra é arredondado para baixo, ao centavo. Um resultado igual a zero não gera benefício.\n\n## Quando o benefício fica disponível\n\nO benefício fica em carência por 8 dias, a contar da data em que a conclusão da compra é registrada, e pode ser usado desde o começo do último dia desse prazo.\n\nSe você só se identificar depois da compra, o benefício fica disponível quando a loja registrar a sua identificação ou no fim da carência, o que vier por último, e a validade conta daí.\n\n## Validade\n\nO saldo que uma compra rende vale por 90 dias, a contar da data em que fica disponível, e pode ser usado até o fim do último dia.\n\nO que não é usado até o fim da validade vence e se perde.\n\n## Como usar o saldo\n\nO saldo pode pagar até 30% do total da compra, sem contar o frete e arredondado para baixo ao centavo. O limite é um só para todos os usos de saldo na mesma compra, e vales não contam nele.\n\nUsa-se primeiro o saldo que vence antes.\n\n## Reserva e desfazimento de um uso\n\nO que você pede para usar fica reservado por 15 minutos a contar do pedido. Se a loja não confirmar o uso nesse tempo, ele volta para você com a validade que tinha ou, se ela já passou, pode ser usado por 7 dias a contar do retorno, até o fim do último dia.\n\nA loja pode desfazer um uso confirmado por 90 dias a contar da confirmação, até o fim do último dia. O que volta conserva a validade que tinha e pode ser usado ao menos por 7 dias a contar do retorno, até o fim do último dia.\n\n## Devoluções e cancelamentos\n\nSe você devolve parte de uma compra, o saldo que ela rendeu diminui na proporção do valor das mercadorias devolvidas, somadas todas as devoluções, e o que fica é arredondado para baixo. Se a compra é cancelada ou toda devolvida, todo o saldo que ela rendeu é retirado.\n\nRetira-se primeiro o que está em carência e depois o que está disponível da própria compra; o que dela venceu sem uso conta como retirado, e saldo reservado não é tocado. Se faltar, retira-se do seu outro saldo do mesmo tipo, a começar pelo que vence antes. O que ainda faltar fica como saldo devedor e é descontado do próximo saldo desse tipo que ficar disponível.\n\nO saldo e os vales que você usou numa compra cancelada ou toda devolvida voltam para você. O que volta conserva a validade que tinha e pode ser usado ao menos por 7 dias a contar do retorno, até o fim do último dia. Uma devolução parcial não devolve o que foi usado.\n\nSe o pedido muda, o benefício é calculado de novo com as regras da própria compra. Se uma compra cancelada volta a ser concluída, o que foi retirado é dado de novo.\n"
                     *     }
                     */
                    "application/json": components["schemas"]["Regulation"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `program_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProgramVersions: {
        parameters: {
            query?: {
                limit?: number;
                /** @description The last version already seen */
                before?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "version": 1,
                     *           "name": "Clube da Loja",
                     *           "publishedAt": "2026-11-03T12:00:00.000Z",
                     *           "asPublished": true,
                     *           "changes": [
                     *             {
                     *               "path": "",
                     *               "kind": "added",
                     *               "text": "Primeira versão do programa Clube da Loja, com 1 regra: cashback-5"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ProgramVersionSummary"][];
                        /** @description Give as `before` for the next page; null: this was the last */
                        next: number | null;
                    };
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProgramVersionsVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": 1,
                     *       "program": {
                     *         "name": "Clube da Loja",
                     *         "timezone": "America/Sao_Paulo",
                     *         "earning": {
                     *           "base": {
                     *             "includeFreight": false,
                     *             "includeOtherExpenses": false,
                     *             "excludeBenefitPaid": true,
                     *             "earnOnRedeemed": true
                     *           },
                     *           "combine": "best",
                     *           "rules": [
                     *             {
                     *               "id": "cashback-5",
                     *               "grant": {
                     *                 "type": "cashback",
                     *                 "rateBps": 500
                     *               },
                     *               "when": {
                     *                 "minSaleCents": 5000
                     *               }
                     *             }
                     *           ]
                     *         },
                     *         "holding": {
                     *           "after": "P8D"
                     *         },
                     *         "expiry": {
                     *           "after": "P90D",
                     *           "roundUpTo": "day"
                     *         },
                     *         "redemption": {
                     *           "minSaleCents": 0,
                     *           "minBalanceCents": 0,
                     *           "maxShareBps": 3000,
                     *           "pointValueCents": 1,
                     *           "reservation": "PT15M",
                     *           "rollbackWindow": "P90D",
                     *           "graceAfterRollback": "P7D"
                     *         },
                     *         "returns": {
                     *           "clawback": "allow_debt",
                     *           "refundSpent": true
                     *         },
                     *         "vouchers": {},
                     *         "messages": {}
                     *       },
                     *       "publishedAt": "2026-11-03T12:00:00.000Z",
                     *       "rules": [
                     *         {
                     *           "ruleId": "cashback-5",
                     *           "text": "5% do valor da compra em cashback. Condições: compras a partir de R$ 50,00."
                     *         }
                     *       ],
                     *       "regulation": {
                     *         "title": "Regulamento do programa Clube da Loja",
                     *         "sections": [
                     *           {
                     *             "heading": "O programa",
                     *             "paragraphs": [
                     *               "Este é o regulamento do programa Clube da Loja. Ao se identificar na compra, você ganha: cashback, em reais. O cashback que você tem é o seu saldo.",
                     *               "Cada compra segue as regras em vigor quando o benefício dela foi calculado pela primeira vez. Uma mudança posterior do programa não altera o que ela rendeu, nem a carência, a validade, os vales ou a regra de devolução dela.",
                     *               "Datas e dias da semana seguem o horário local da loja da compra ou, quando a loja não tem fuso horário próprio, o horário de Brasília."
                     *             ]
                     *           },
                     *           {
                     *             "heading": "Como você ganha",
                     *             "paragraphs": [
                     *               "Regra 1: 5% do valor da compra em cashback. Condições: compras a partir de R$ 50,00.",
                     *               "Os valores mínimo e máximo de compra são conferidos pelo total da compra, com frete e outras despesas e antes de descontar benefícios usados. A partir de um valor e até um valor quer dizer: inclusive esse valor."
                     *             ]
                     *           },
                     *           {
                     *             "heading": "Sobre que valor o benefício é calculado",
                     *             "paragraphs": [
                     *               "O valor da compra, para este cálculo, é o das mercadorias depois dos descontos do pedido, sem o frete e sem as outras despesas.",
                     *               "A parte da compra paga com saldo ou vale não entra no cálculo; o que o pedido já traz como desconto não se desconta outra vez.",
                     *               "Quando não sobra valor para o cálculo, a compra não rende nenhum benefício.",
                     *               "O cálculo é exato, e só o resultado final de cada regra é arredondado para baixo, ao centavo. Um resultado igual a zero não gera benefício."
                     *             ]
                     *           },
                     *           {
                     *             "heading": "Quando o benefício fica disponível",
                     *             "paragraphs": [
                     *               "O benefício fica em carência por 8 dias, a contar da data em que a conclusão da compra é registrada, e pode ser usado desde o começo do último dia desse prazo.",
                     *               "Se você só se identificar depois da compra, o benefício fica disponível quando a loja registrar a sua identificação ou no fim da carência, o que vier por último, e a validade conta daí."
                     *             ]
                     *           },
                     *           {
                     *             "heading": "Validade",
                     *             "paragraphs": [
                     *               "O saldo que uma compra rende vale por 90 dias, a contar da data em que fica disponível, e pode ser usado até o fim do último dia.",
                     *               "O que não é usado até o fim da validade vence e se perde."
                     *             ]
                     *           },
                     *           {
                     *             "heading": "Como usar o saldo",
                     *             "paragraphs": [
                     *               "O saldo pode pagar até 30% do total da compra, sem contar o frete e arredondado para baixo ao centavo. O limite é um só para todos os usos de saldo na mesma compra, e vales não contam nele.",
                     *               "Usa-se primeiro o saldo que vence antes."
                     *             ]
                     *           },
                     *           {
                     *             "heading": "Reserva e desfazimento de um uso",
                     *             "paragraphs": [
                     *               "O que você pede para usar fica reservado por 15 minutos a contar do pedido. Se a loja não confirmar o uso nesse tempo, ele volta para você com a validade que tinha ou, se ela já passou, pode ser usado por 7 dias a contar do retorno, até o fim do último dia.",
                     *               "A loja pode desfazer um uso confirmado por 90 dias a contar da confirmação, até o fim do último dia. O que volta conserva a validade que tinha e pode ser usado ao menos por 7 dias a contar do retorno, até o fim do último dia."
                     *             ]
                     *           },
                     *           {
                     *             "heading": "Devoluções e cancelamentos",
                     *             "paragraphs": [
                     *               "Se você devolve parte de uma compra, o saldo que ela rendeu diminui na proporção do valor das mercadorias devolvidas, somadas todas as devoluções, e o que fica é arredondado para baixo. Se a compra é cancelada ou toda devolvida, todo o saldo que ela rendeu é retirado.",
                     *               "Retira-se primeiro o que está em carência e depois o que está disponível da própria compra; o que dela venceu sem uso conta como retirado, e saldo reservado não é tocado. Se faltar, retira-se do seu outro saldo do mesmo tipo, a começar pelo que vence antes. O que ainda faltar fica como saldo devedor e é descontado do próximo saldo desse tipo que ficar disponível.",
                     *               "O saldo e os vales que você usou numa compra cancelada ou toda devolvida voltam para você. O que volta conserva a validade que tinha e pode ser usado ao menos por 7 dias a contar do retorno, até o fim do último dia. Uma devolução parcial não devolve o que foi usado.",
                     *               "Se o pedido muda, o benefício é calculado de novo com as regras da própria compra. Se uma compra cancelada volta a ser concluída, o que foi retirado é dado de novo."
                     *             ]
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ProgramVersionInWords"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `program_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postProgramSimulations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "program": {
                 *         "name": "Clube da Loja",
                 *         "earning": {
                 *           "rules": [
                 *             {
                 *               "id": "cashback-5",
                 *               "grant": {
                 *                 "type": "cashback",
                 *                 "rateBps": 500
                 *               },
                 *               "when": {
                 *                 "minSaleCents": 5000
                 *               }
                 *             }
                 *           ]
                 *         },
                 *         "holding": {
                 *           "after": "P8D"
                 *         },
                 *         "expiry": {
                 *           "after": "P90D",
                 *           "roundUpTo": "day"
                 *         },
                 *         "redemption": {
                 *           "maxShareBps": 3000
                 *         }
                 *       },
                 *       "from": "2025-11-04",
                 *       "until": "2026-11-03"
                 *     }
                 */
                "application/json": {
                    program: components["schemas"]["Program"];
                    /**
                     * Format: date
                     * @description Default: twelve months before `until`
                     */
                    from?: string;
                    /**
                     * Format: date
                     * @description Inclusive; default: today
                     */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description The simulation is running */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "sim_7h2k9m4q8r5t6v3w1x0y",
                     *       "state": "running",
                     *       "against": 3,
                     *       "from": "2025-11-04T03:00:00.000Z",
                     *       "end": "2026-11-03T12:00:00.000Z",
                     *       "progress": {
                     *         "done": 0,
                     *         "total": 0
                     *       },
                     *       "createdAt": "2026-11-03T12:00:00.000Z",
                     *       "finishedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Simulation"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `simulations_running` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProgramSimulationsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The simulation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "sim_7h2k9m4q8r5t6v3w1x0y",
                     *       "state": "running",
                     *       "against": 3,
                     *       "from": "2025-11-04T03:00:00.000Z",
                     *       "end": "2026-11-03T12:00:00.000Z",
                     *       "progress": {
                     *         "done": 0,
                     *         "total": 0
                     *       },
                     *       "createdAt": "2026-11-03T12:00:00.000Z",
                     *       "finishedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Simulation"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `simulation_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postProgramPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "program": {
                 *         "name": "Clube da Loja",
                 *         "earning": {
                 *           "rules": [
                 *             {
                 *               "id": "cashback-5",
                 *               "grant": {
                 *                 "type": "cashback",
                 *                 "rateBps": 500
                 *               },
                 *               "when": {
                 *                 "minSaleCents": 5000
                 *               }
                 *             }
                 *           ]
                 *         },
                 *         "holding": {
                 *           "after": "P8D"
                 *         },
                 *         "expiry": {
                 *           "after": "P90D",
                 *           "roundUpTo": "day"
                 *         },
                 *         "redemption": {
                 *           "maxShareBps": 3000
                 *         }
                 *       },
                 *       "exampleCents": 10000
                 *     }
                 */
                "application/json": {
                    program: components["schemas"]["Program"];
                    /**
                     * @description The total of the purchase that every rule is worked out on
                     * @default 10000
                     */
                    exampleCents?: number;
                };
            };
        };
        responses: {
            /** @description The draft in words */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": null,
                     *       "changes": [
                     *         {
                     *           "path": "",
                     *           "kind": "added",
                     *           "text": "Primeira versão do programa Clube da Loja, com 1 regra: cashback-5"
                     *         }
                     *       ],
                     *       "warnings": [],
                     *       "rules": [
                     *         {
                     *           "ruleId": "cashback-5",
                     *           "text": "5% do valor da compra em cashback. Condições: compras a partir de R$ 50,00.",
                     *           "example": {
                     *             "soldOn": "2026-11-03",
                     *             "totalCents": 10000,
                     *             "reason": {
                     *               "ruleId": "cashback-5",
                     *               "type": "cashback",
                     *               "amount": 500,
                     *               "lines": [
                     *                 "Condições atendidas: venda de R$ 100,00, mínima de R$ 50,00",
                     *                 "Base: R$ 100,00",
                     *                 "5% de R$ 100,00 = R$ 5,00"
                     *               ],
                     *               "outcome": "paid"
                     *             }
                     *           }
                     *         }
                     *       ],
                     *       "regulation": {
                     *         "title": "Regulamento do programa Clube da Loja",
                     *         "sections": [
                     *           {
                     *             "heading": "O programa",
                     *             "paragraphs": [
                     *               "Este é o regulamento do programa Clube da Loja. Ao se identificar na compra, você ganha: cashback, em reais. O cashback que você tem é o seu saldo.",
                     *               "Cada compra segue as regras em vigor quando o benefício dela foi calculado pela primeira vez. Uma mudança posterior do programa não altera o que ela rendeu, nem a carência, a validade, os vales ou a regra de devolução dela.",
                     *               "Datas e dias da semana seguem o horário local da loja da compra ou, quando a loja não tem fuso horário próprio, o horário de Brasília."
                     *             ]
                     *           },
                     *           {
                     *             "heading": "Como você ganha",
                     *             "paragraphs": [
                     *               "Regra 1: 5% do valor da compra em cashback. Condições: compras a partir de R$ 50,00.",
                     *               "Os valores mínimo e máximo de compra são conferidos pelo total da compra, com frete e outras despesas e antes de descontar benefícios usados. A partir de um valor e até um valor quer dizer: inclusive esse valor."
                     *             ]
                     *           },
                     *           {
                     *             "heading": "Sobre que valor o benefício é calculado",
                     *             "paragraphs": [
                     *               "O valor da compra, para este cálculo, é o das mercadorias depois dos descontos do pedido, sem o frete e sem as outras despesas.",
                     *               "A parte da compra paga com saldo ou vale não entra no cálculo; o que o pedido já traz como desconto não se desconta outra vez.",
                     *               "Quando não sobra valor para o cálculo, a compra não rende nenhum benefício.",
                     *               "O cálculo é exato, e só o resultado final de cada regra é arredondado para baixo, ao centavo. Um resultado igual a zero não gera benefício."
                     *             ]
                     *           },
                     *           {
                     *             "heading": "Quando o benefício fica disponível",
                     *             "paragraphs": [
                     *               "O benefício fica em carência por 8 dias, a contar da data em que a conclusão da compra é registrada, e pode ser usado desde o começo do último dia desse prazo.",
                     *               "Se você só se identificar depois da compra, o benefício fica disponível quando a loja registrar a sua identificação ou no fim da carência, o que vier por último, e a validade conta daí."
                     *             ]
                     *           },
                     *           {
                     *             "heading": "Validade",
                     *             "paragraphs": [
                     *               "O saldo que uma compra rende vale por 90 dias, a contar da data em que fica disponível, e pode ser usado até o fim do último dia.",
                     *               "O que não é usado até o fim da validade vence e se perde."
                     *             ]
                     *           },
                     *           {
                     *             "heading": "Como usar o saldo",
                     *             "paragraphs": [
                     *               "O saldo pode pagar até 30% do total da compra, sem contar o frete e arredondado para baixo ao centavo. O limite é um só para todos os usos de saldo na mesma compra, e vales não contam nele.",
                     *               "Usa-se primeiro o saldo que vence antes."
                     *             ]
                     *           },
                     *           {
                     *             "heading": "Reserva e desfazimento de um uso",
                     *             "paragraphs": [
                     *               "O que você pede para usar fica reservado por 15 minutos a contar do pedido. Se a loja não confirmar o uso nesse tempo, ele volta para você com a validade que tinha ou, se ela já passou, pode ser usado por 7 dias a contar do retorno, até o fim do último dia.",
                     *               "A loja pode desfazer um uso confirmado por 90 dias a contar da confirmação, até o fim do último dia. O que volta conserva a validade que tinha e pode ser usado ao menos por 7 dias a contar do retorno, até o fim do último dia."
                     *             ]
                     *           },
                     *           {
                     *             "heading": "Devoluções e cancelamentos",
                     *             "paragraphs": [
                     *               "Se você devolve parte de uma compra, o saldo que ela rendeu diminui na proporção do valor das mercadorias devolvidas, somadas todas as devoluções, e o que fica é arredondado para baixo. Se a compra é cancelada ou toda devolvida, todo o saldo que ela rendeu é retirado.",
                     *               "Retira-se primeiro o que está em carência e depois o que está disponível da própria compra; o que dela venceu sem uso conta como retirado, e saldo reservado não é tocado. Se faltar, retira-se do seu outro saldo do mesmo tipo, a começar pelo que vence antes. O que ainda faltar fica como saldo devedor e é descontado do próximo saldo desse tipo que ficar disponível.",
                     *               "O saldo e os vales que você usou numa compra cancelada ou toda devolvida voltam para você. O que volta conserva a validade que tinha e pode ser usado ao menos por 7 dias a contar do retorno, até o fim do último dia. Uma devolução parcial não devolve o que foi usado.",
                     *               "Se o pedido muda, o benefício é calculado de novo com as regras da própria compra. Se uma compra cancelada volta a ser concluída, o que foi retirado é dado de novo."
                     *             ]
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ProgramPreview"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postProgramTry: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "program": {
                 *         "name": "Clube da Loja",
                 *         "earning": {
                 *           "rules": [
                 *             {
                 *               "id": "cashback-5",
                 *               "grant": {
                 *                 "type": "cashback",
                 *                 "rateBps": 500
                 *               },
                 *               "when": {
                 *                 "minSaleCents": 5000
                 *               }
                 *             }
                 *           ]
                 *         },
                 *         "holding": {
                 *           "after": "P8D"
                 *         },
                 *         "expiry": {
                 *           "after": "P90D",
                 *           "roundUpTo": "day"
                 *         },
                 *         "redemption": {
                 *           "maxShareBps": 3000
                 *         }
                 *       },
                 *       "sale": {
                 *         "channel": "pos",
                 *         "totalCents": 4990,
                 *         "items": [
                 *           {
                 *             "sku": "CAMISETA-P",
                 *             "totalCents": 4990
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description A draft; left out: the current version */
                    program?: {
                        name: string;
                        /**
                         * Format: iana-zone
                         * @default America/Sao_Paulo
                         */
                        timezone?: string;
                        earning: {
                            base?: {
                                /** @default false */
                                includeFreight?: boolean;
                                /** @default false */
                                includeOtherExpenses?: boolean;
                                /** @default true */
                                excludeBenefitPaid?: boolean;
                                /** @default true */
                                earnOnRedeemed?: boolean;
                            };
                            /**
                             * @default best
                             * @enum {string}
                             */
                            combine?: "best" | "first" | "stack";
                            rules: {
                                id: string;
                                name?: string;
                                grant: components["schemas"]["CashbackGrant"] | components["schemas"]["PointsGrant"] | components["schemas"]["VoucherGrant"];
                                when?: {
                                    minSaleCents?: number;
                                    maxSaleCents?: number;
                                    channels?: ("bling" | "ecommerce" | "pos" | "import" | "manual")[];
                                    stores?: string[];
                                    weekdays?: number[];
                                    /** Format: date */
                                    from?: string;
                                    /** Format: date */
                                    until?: string;
                                    skus?: string[];
                                    firstPurchase?: boolean;
                                    segment?: string;
                                };
                                multiplierMilli?: number;
                                bonusCents?: number;
                                bonusPoints?: number;
                                capPerSaleCents?: number;
                                capPerSalePoints?: number;
                                capPerCustomerPerMonthCents?: number;
                                capPerCustomerPerMonthPoints?: number;
                                budgetCents?: number;
                                budgetPoints?: number;
                                priority?: number;
                            }[];
                        };
                        holding?: {
                            /**
                             * Format: duration
                             * @default PT0S
                             */
                            after?: string;
                        };
                        expiry?: {
                            /** Format: duration */
                            after: string;
                            /** @enum {string} */
                            roundUpTo?: "day" | "month";
                        };
                        redemption?: {
                            /** @default 0 */
                            minSaleCents?: number;
                            /** @default 0 */
                            minBalanceCents?: number;
                            /** @default 10000 */
                            maxShareBps?: number;
                            /** @default 1 */
                            pointValueCents?: number;
                            /**
                             * Format: duration
                             * @default PT15M
                             */
                            reservation?: string;
                            /**
                             * Format: duration
                             * @default P90D
                             */
                            rollbackWindow?: string;
                            /**
                             * Format: duration
                             * @default P7D
                             */
                            graceAfterRollback?: string;
                        };
                        returns?: {
                            /**
                             * @default allow_debt
                             * @enum {string}
                             */
                            clawback?: "pending_only" | "to_zero" | "allow_debt";
                            /** @default true */
                            refundSpent?: boolean;
                        };
                        vouchers?: {
                            [key: string]: {
                                discount: components["schemas"]["AmountOff"] | components["schemas"]["PercentOff"];
                                /** @default 0 */
                                minSaleCents?: number;
                                /** Format: duration */
                                validity?: string;
                                /** @default 1 */
                                uses?: number;
                                stores?: string[];
                            };
                        };
                        messages?: {
                            earned?: {
                                channels?: ("whatsapp" | "email")[];
                            };
                            expiring?: {
                                before: string[];
                                channels?: ("whatsapp" | "email")[];
                                /**
                                 * @description What nobody could be reminded of goes on, once
                                 * @default true
                                 */
                                fair?: boolean;
                            };
                            expired?: {
                                channels?: ("whatsapp" | "email")[];
                            };
                            returned?: {
                                channels?: ("whatsapp" | "email")[];
                            };
                            repurchase?: {
                                /** Format: duration */
                                after: string;
                                channels?: ("whatsapp" | "email")[];
                            };
                            welcome?: {
                                /**
                                 * Format: duration
                                 * @default P1D
                                 */
                                after?: string;
                                channels?: ("whatsapp" | "email")[];
                            };
                            balance?: {
                                /** @default 5 */
                                day?: number;
                                channels?: ("whatsapp" | "email")[];
                            };
                            winBack?: {
                                after: string[];
                                channels?: ("whatsapp" | "email")[];
                            };
                            birthday?: {
                                channels?: ("whatsapp" | "email")[];
                            };
                        };
                    };
                    /** @description A sale of the past */
                    saleId?: string;
                    sale?: {
                        /**
                         * @default pos
                         * @enum {string}
                         */
                        channel?: "bling" | "ecommerce" | "pos" | "import" | "manual";
                        storeId?: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601 with a zone; default: now
                         */
                        soldAt?: string;
                        /** @description Freight and other expenses included, after discount */
                        totalCents: number;
                        /** @default 0 */
                        freightCents?: number;
                        /** @default 0 */
                        otherExpensesCents?: number;
                        /** @default 0 */
                        discountCents?: number;
                        items?: {
                            sku: string;
                            totalCents: number;
                            quantity?: number;
                        }[];
                        /** @description Who buys; left out: somebody new */
                        customerId?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Both outcomes, side by side */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sale": {
                     *         "saleId": "sal_7h2k9m4q8r5t6v3w1x0y",
                     *         "soldAt": "2026-11-03T12:00:00.000Z",
                     *         "storeId": null,
                     *         "totalCents": 18990,
                     *         "goodsCents": 18990,
                     *         "customerId": "cus_7h2k9m4q8r5t6v3w1x0y"
                     *       },
                     *       "tried": {
                     *         "version": null,
                     *         "benefits": [
                     *           {
                     *             "ruleId": "cashback-5",
                     *             "type": "cashback",
                     *             "amount": 949,
                     *             "activatesAt": "2026-11-11T03:00:00.000Z",
                     *             "expiresAt": "2027-02-10T03:00:00.000Z",
                     *             "validThrough": "2027-02-09",
                     *             "voucher": null
                     *           }
                     *         ],
                     *         "totals": {
                     *           "cents": 949,
                     *           "points": 0,
                     *           "vouchers": 0
                     *         },
                     *         "explanation": [
                     *           {
                     *             "ruleId": "cashback-5",
                     *             "type": "cashback",
                     *             "outcome": "paid",
                     *             "amount": 949,
                     *             "lines": [
                     *               "5% de R$ 189,90 = R$ 9,49"
                     *             ]
                     *           }
                     *         ]
                     *       },
                     *       "current": {
                     *         "version": 1,
                     *         "benefits": [
                     *           {
                     *             "ruleId": "cashback-5",
                     *             "type": "cashback",
                     *             "amount": 949,
                     *             "activatesAt": "2026-11-11T03:00:00.000Z",
                     *             "expiresAt": "2027-02-10T03:00:00.000Z",
                     *             "validThrough": "2027-02-09",
                     *             "voucher": null
                     *           }
                     *         ],
                     *         "totals": {
                     *           "cents": 949,
                     *           "points": 0,
                     *           "vouchers": 0
                     *         },
                     *         "explanation": [
                     *           {
                     *             "ruleId": "cashback-5",
                     *             "type": "cashback",
                     *             "outcome": "paid",
                     *             "amount": 949,
                     *             "lines": [
                     *               "5% de R$ 189,90 = R$ 9,49"
                     *             ]
                     *           }
                     *         ]
                     *       },
                     *       "difference": {
                     *         "cents": 0,
                     *         "points": 0,
                     *         "vouchers": 0
                     *       },
                     *       "changes": [],
                     *       "assumptions": [
                     *         "Nada foi gravado e nada foi enviado."
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TriedProgram"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sale_not_found` · `customer_not_found` · `program_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSalesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sale */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "sal_7h2k9m4q8r5t6v3w1x0y",
                     *       "channel": "bling",
                     *       "externalId": "26737100001",
                     *       "number": "10231",
                     *       "storeId": null,
                     *       "status": "active",
                     *       "sourceStatus": "completed",
                     *       "parked": null,
                     *       "soldAt": "2026-11-03T12:00:00.000Z",
                     *       "completedAt": "2026-11-03T12:05:00.000Z",
                     *       "totalCents": 18990,
                     *       "freightCents": 0,
                     *       "otherExpensesCents": 0,
                     *       "discountCents": 0,
                     *       "returnedCents": 0,
                     *       "customerId": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *       "customerName": "Maria Exemplo",
                     *       "programVersion": 1,
                     *       "earnedCents": 949,
                     *       "createdAt": "2026-11-03T12:00:02.000Z",
                     *       "silent": false,
                     *       "items": [
                     *         {
                     *           "sku": "CAMISETA-P",
                     *           "totalCents": 18990,
                     *           "quantity": 2,
                     *           "name": "Camiseta P"
                     *         }
                     *       ],
                     *       "refusal": null,
                     *       "consumerInvoice": null,
                     *       "duplicateOf": null,
                     *       "otherSale": null,
                     *       "heldFor": null,
                     *       "evidence": [],
                     *       "returns": [],
                     *       "refundedCents": 0,
                     *       "benefit": {
                     *         "earnedCents": 949,
                     *         "pendingCents": 0,
                     *         "activeCents": 949,
                     *         "reservedCents": 0,
                     *         "usedCents": 0,
                     *         "expiredCents": 0,
                     *         "takenBackCents": 0,
                     *         "points": {
                     *           "earnedPoints": 0,
                     *           "pendingPoints": 0,
                     *           "activePoints": 0,
                     *           "reservedPoints": 0,
                     *           "usedPoints": 0,
                     *           "expiredPoints": 0,
                     *           "takenBackPoints": 0
                     *         },
                     *         "vouchers": [
                     *           {
                     *             "code": "K7QM-3XRT-9WHP",
                     *             "template": "volta-20",
                     *             "state": "active",
                     *             "usesLeft": 1,
                     *             "expiresOn": "2027-01-15"
                     *           }
                     *         ],
                     *         "activatesAt": "2026-11-03T12:05:00.000Z",
                     *         "expiresAt": "2027-02-02T03:00:00.000Z"
                     *       },
                     *       "explanation": [
                     *         {
                     *           "ruleId": "cashback-5",
                     *           "type": "cashback",
                     *           "outcome": "paid",
                     *           "amount": 949,
                     *           "lines": [
                     *             "5% de R$ 189,90 = R$ 9,49"
                     *           ]
                     *         }
                     *       ],
                     *       "program": {
                     *         "version": 1,
                     *         "name": "Clube da Loja",
                     *         "rules": [
                     *           {
                     *             "ruleId": "cashback-5",
                     *             "text": "5% do valor da compra em cashback. Condições: compras a partir de R$ 50,00."
                     *           }
                     *         ]
                     *       },
                     *       "next": {
                     *         "do": "tell",
                     *         "at": "2027-01-26T12:00:00.000Z",
                     *         "notice": "expiring",
                     *         "text": "Avisar o cliente: vencimento próximo"
                     *       },
                     *       "runs": [
                     *         {
                     *           "kind": "sale",
                     *           "workflowId": "sale/demo/bling/26737100001",
                     *           "url": "https://temporal.example.com/namespaces/default/workflows?query=WorkflowId%3D%22sale%2Fdemo%2Fbling%2F26737100001%22"
                     *         }
                     *       ],
                     *       "messages": [
                     *         {
                     *           "kind": "earned",
                     *           "channel": "whatsapp",
                     *           "state": "failed",
                     *           "reason": "unreachable",
                     *           "text": "Aviso de benefício ganho por WhatsApp: não enviado: número não está no WhatsApp",
                     *           "at": "2026-11-03T12:05:01.000Z"
                     *         }
                     *       ],
                     *       "timeline": [
                     *         {
                     *           "at": "2026-11-03T12:00:02.000Z",
                     *           "source": "sale",
                     *           "event": "received",
                     *           "text": "Venda recebida",
                     *           "operator": null,
                     *           "key": null
                     *         },
                     *         {
                     *           "at": "2026-11-03T12:05:00.000Z",
                     *           "source": "ledger",
                     *           "event": "ACTIVATE",
                     *           "text": "Liberação para uso: R$ 9,49 de cashback",
                     *           "operator": null,
                     *           "key": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Sale"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sale_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSalesIdRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its latest run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "run": {
                     *         "runId": "01975a4e-6b1f-7c50-9f0e-2f6f3a1f8f11",
                     *         "running": true,
                     *         "startedAt": "2026-11-03T12:00:00.000Z",
                     *         "closedAt": null
                     *       },
                     *       "url": null,
                     *       "steps": [
                     *         {
                     *           "step": "readSale",
                     *           "text": "Ler a venda na origem",
                     *           "attempt": 3,
                     *           "lastFailure": {
                     *             "code": "Bling.unavailable",
                     *             "text": "O Bling não respondeu."
                     *           },
                     *           "nextTryAt": "2026-11-03T12:00:07.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SaleRun"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sale_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSales: {
        parameters: {
            query?: {
                channel?: "bling" | "ecommerce" | "pos" | "import" | "manual";
                /** @description With channel: that one sale, in full */
                externalId?: string;
                customerId?: string;
                /** @description Given several times: any of these */
                status?: ("waiting" | "unidentified" | "no_benefit" | "pending" | "active" | "used" | "expired" | "cancelled" | "refused" | "in_review" | "duplicate")[];
                /** @description As its source writes it */
                number?: string;
                /** @description Of this store, by whichever of its names: its id, a channel or a CNPJ; `none`: those that name no store, such as orders of Bling without a sales channel */
                storeId?: string;
                /** @description A connection: the sales that are not read until it is put right */
                parkedFor?: string;
                /** @description Sold on this local day or later. With days and no number the list is newest first by when they were sold, not by when they came in */
                from?: string;
                /** @description Sold on this local day or earlier */
                until?: string;
                limit?: number;
                /** @description `next` of the page before, asked with the same filters, or an instant: sales that came in before it, or with days were sold before it */
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of sales, or the one asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "sal_7h2k9m4q8r5t6v3w1x0y",
                     *           "channel": "bling",
                     *           "externalId": "26737100001",
                     *           "number": "10231",
                     *           "storeId": null,
                     *           "status": "active",
                     *           "sourceStatus": "completed",
                     *           "parked": null,
                     *           "soldAt": "2026-11-03T12:00:00.000Z",
                     *           "completedAt": "2026-11-03T12:05:00.000Z",
                     *           "totalCents": 18990,
                     *           "freightCents": 0,
                     *           "otherExpensesCents": 0,
                     *           "discountCents": 0,
                     *           "returnedCents": 0,
                     *           "customerId": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *           "customerName": "Maria Exemplo",
                     *           "programVersion": 1,
                     *           "earnedCents": 949,
                     *           "createdAt": "2026-11-03T12:00:02.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        data: (components["schemas"]["Sale"] | components["schemas"]["SaleSummary"])[];
                        /** @description Give as `before` for the next page; null: this was the last */
                        next: string | null;
                    };
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sale_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSales: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique for each operation. The same key and body get the same answer, marked Idempotency-Replayed. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "pos",
                 *       "externalId": "PDV-2-10231",
                 *       "number": "10231",
                 *       "storeId": "centro",
                 *       "soldAt": "2026-11-03T12:00:00-03:00",
                 *       "totalCents": 18990,
                 *       "discountCents": 1000,
                 *       "items": [
                 *         {
                 *           "sku": "CAMISETA-P",
                 *           "totalCents": 18990,
                 *           "quantity": 2,
                 *           "name": "Camiseta P"
                 *         }
                 *       ],
                 *       "customer": {
                 *         "name": "Maria Exemplo",
                 *         "document": "529.982.247-25",
                 *         "phone": "(11) 98765-4321"
                 *       },
                 *       "status": "completed"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    channel: "ecommerce" | "pos" | "import" | "manual";
                    /** @description The sale’s id in its channel: told again, it is the same sale */
                    externalId: string;
                    number?: string | null;
                    /** @description The order’s number in the shop or marketplace, by which another source may know the same purchase */
                    marketplaceNumber?: string | null;
                    invoiceNumber?: string | null;
                    /**
                     * Format: access-key
                     * @description The invoice’s access key (chave de acesso), by which another source may know the purchase
                     */
                    accessKey?: string | null;
                    /** @description The order’s number in Bling, by which the ERP’s own telling is recognised. `number` is the channel’s own and never compared with it */
                    erpNumber?: string | null;
                    storeId?: string | null;
                    /**
                     * Format: date-time
                     * @description ISO 8601 with a zone
                     */
                    soldAt: string;
                    /** @description What the customer owes: after discount, freight and other expenses included. Below zero only with a negative line */
                    totalCents: number;
                    /** @default 0 */
                    freightCents?: number;
                    /** @default 0 */
                    otherExpensesCents?: number;
                    /** @default 0 */
                    discountCents?: number;
                    items?: {
                        sku: string;
                        /** @description The whole line, after its own discount; negative for what is taken back in exchange */
                        totalCents: number;
                        quantity?: number;
                        name?: string;
                    }[];
                    /** @description Who bought. Left out, or a stand-in such as "Consumidor Final": the sale waits for a claim, and a customer known before stays */
                    customer?: {
                        name?: string | null;
                        document?: string | null;
                        phone?: string | null;
                        email?: string | null;
                    } | null;
                    /** @enum {string} */
                    status: "completed" | "open" | "cancelled";
                    /** @description true: nobody is written to about what this call opens or changes */
                    silent?: boolean;
                    /** @description true: the sale earns although it was made more than 90 days before it was first posted, and nobody is written to about it. Otherwise such a sale is kept and earns nothing, and `warnings` says so. Once said it holds. Of no meaning for other sales, and the same for every channel: only a file of sales may tell of the past without it */
                    earnLate?: boolean;
                };
            };
        };
        responses: {
            /** @description The sale as it is known now */
            201: {
                headers: {
                    /** @description `true` where the answer is that of an earlier call with the same key */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "sal_7h2k9m4q8r5t6v3w1x0y",
                     *       "channel": "pos",
                     *       "externalId": "26737100001",
                     *       "number": "10231",
                     *       "storeId": null,
                     *       "status": "active",
                     *       "sourceStatus": "completed",
                     *       "parked": null,
                     *       "soldAt": "2026-11-03T12:00:00.000Z",
                     *       "completedAt": "2026-11-03T12:05:00.000Z",
                     *       "totalCents": 18990,
                     *       "freightCents": 0,
                     *       "otherExpensesCents": 0,
                     *       "discountCents": 0,
                     *       "returnedCents": 0,
                     *       "customerId": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *       "customerName": "Maria Exemplo",
                     *       "programVersion": 1,
                     *       "earnedCents": 949,
                     *       "createdAt": "2026-11-03T12:00:02.000Z",
                     *       "silent": false,
                     *       "items": [
                     *         {
                     *           "sku": "CAMISETA-P",
                     *           "totalCents": 18990,
                     *           "quantity": 2,
                     *           "name": "Camiseta P"
                     *         }
                     *       ],
                     *       "refusal": null,
                     *       "consumerInvoice": null,
                     *       "duplicateOf": null,
                     *       "otherSale": null,
                     *       "heldFor": null,
                     *       "evidence": [],
                     *       "returns": [],
                     *       "refundedCents": 0,
                     *       "benefit": {
                     *         "earnedCents": 949,
                     *         "pendingCents": 0,
                     *         "activeCents": 949,
                     *         "reservedCents": 0,
                     *         "usedCents": 0,
                     *         "expiredCents": 0,
                     *         "takenBackCents": 0,
                     *         "points": {
                     *           "earnedPoints": 0,
                     *           "pendingPoints": 0,
                     *           "activePoints": 0,
                     *           "reservedPoints": 0,
                     *           "usedPoints": 0,
                     *           "expiredPoints": 0,
                     *           "takenBackPoints": 0
                     *         },
                     *         "vouchers": [
                     *           {
                     *             "code": "K7QM-3XRT-9WHP",
                     *             "template": "volta-20",
                     *             "state": "active",
                     *             "usesLeft": 1,
                     *             "expiresOn": "2027-01-15"
                     *           }
                     *         ],
                     *         "activatesAt": "2026-11-03T12:05:00.000Z",
                     *         "expiresAt": "2027-02-02T03:00:00.000Z"
                     *       },
                     *       "explanation": [
                     *         {
                     *           "ruleId": "cashback-5",
                     *           "type": "cashback",
                     *           "outcome": "paid",
                     *           "amount": 949,
                     *           "lines": [
                     *             "5% de R$ 189,90 = R$ 9,49"
                     *           ]
                     *         }
                     *       ],
                     *       "program": {
                     *         "version": 1,
                     *         "name": "Clube da Loja",
                     *         "rules": [
                     *           {
                     *             "ruleId": "cashback-5",
                     *             "text": "5% do valor da compra em cashback. Condições: compras a partir de R$ 50,00."
                     *           }
                     *         ]
                     *       },
                     *       "next": {
                     *         "do": "tell",
                     *         "at": "2027-01-26T12:00:00.000Z",
                     *         "notice": "expiring",
                     *         "text": "Avisar o cliente: vencimento próximo"
                     *       },
                     *       "runs": [
                     *         {
                     *           "kind": "sale",
                     *           "workflowId": "sale/demo/bling/26737100001",
                     *           "url": "https://temporal.example.com/namespaces/default/workflows?query=WorkflowId%3D%22sale%2Fdemo%2Fbling%2F26737100001%22"
                     *         }
                     *       ],
                     *       "messages": [
                     *         {
                     *           "kind": "earned",
                     *           "channel": "whatsapp",
                     *           "state": "failed",
                     *           "reason": "unreachable",
                     *           "text": "Aviso de benefício ganho por WhatsApp: não enviado: número não está no WhatsApp",
                     *           "at": "2026-11-03T12:05:01.000Z"
                     *         }
                     *       ],
                     *       "timeline": [
                     *         {
                     *           "at": "2026-11-03T12:00:02.000Z",
                     *           "source": "sale",
                     *           "event": "received",
                     *           "text": "Venda recebida",
                     *           "operator": null,
                     *           "key": null
                     *         },
                     *         {
                     *           "at": "2026-11-03T12:05:00.000Z",
                     *           "source": "ledger",
                     *           "event": "ACTIVATE",
                     *           "text": "Liberação para uso: R$ 9,49 de cashback",
                     *           "operator": null,
                     *           "key": null
                     *         }
                     *       ],
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["PostedSale"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` · `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `outcome_unknown` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomersIdPurchases: {
        parameters: {
            query?: {
                limit?: number;
                before?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of sales */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "sal_7h2k9m4q8r5t6v3w1x0y",
                     *           "channel": "bling",
                     *           "externalId": "26737100001",
                     *           "number": "10231",
                     *           "storeId": null,
                     *           "status": "active",
                     *           "sourceStatus": "completed",
                     *           "parked": null,
                     *           "soldAt": "2026-11-03T12:00:00.000Z",
                     *           "completedAt": "2026-11-03T12:05:00.000Z",
                     *           "totalCents": 18990,
                     *           "freightCents": 0,
                     *           "otherExpensesCents": 0,
                     *           "discountCents": 0,
                     *           "returnedCents": 0,
                     *           "customerId": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *           "customerName": "Maria Exemplo",
                     *           "programVersion": 1,
                     *           "earnedCents": 949,
                     *           "createdAt": "2026-11-03T12:00:02.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["SaleSummary"][];
                        /** @description Give as `before` for the next page; null: this was the last */
                        next: string | null;
                    };
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `customer_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSalesIdReturns: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique for each operation. The same key and body get the same answer, marked Idempotency-Replayed. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amountCents": 5000,
                 *       "reason": "Tamanho errado"
                 *     }
                 */
                "application/json": {
                    /** @description Goods value */
                    amountCents?: number;
                    items?: {
                        sku: string;
                        /** @description Left out: what is left of it */
                        quantity?: number;
                    }[];
                    reason?: string;
                    operator?: string;
                    storeId?: string;
                };
            };
        };
        responses: {
            /** @description The sale as it is now */
            201: {
                headers: {
                    /** @description `true` where the answer is that of an earlier call with the same key */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "sal_7h2k9m4q8r5t6v3w1x0y",
                     *       "channel": "bling",
                     *       "externalId": "26737100001",
                     *       "number": "10231",
                     *       "storeId": null,
                     *       "status": "active",
                     *       "sourceStatus": "completed",
                     *       "parked": null,
                     *       "soldAt": "2026-11-03T12:00:00.000Z",
                     *       "completedAt": "2026-11-03T12:05:00.000Z",
                     *       "totalCents": 18990,
                     *       "freightCents": 0,
                     *       "otherExpensesCents": 0,
                     *       "discountCents": 0,
                     *       "returnedCents": 5000,
                     *       "customerId": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *       "customerName": "Maria Exemplo",
                     *       "programVersion": 1,
                     *       "earnedCents": 949,
                     *       "createdAt": "2026-11-03T12:00:02.000Z",
                     *       "silent": false,
                     *       "items": [
                     *         {
                     *           "sku": "CAMISETA-P",
                     *           "totalCents": 18990,
                     *           "quantity": 2,
                     *           "name": "Camiseta P"
                     *         }
                     *       ],
                     *       "refusal": null,
                     *       "consumerInvoice": null,
                     *       "duplicateOf": null,
                     *       "otherSale": null,
                     *       "heldFor": null,
                     *       "evidence": [],
                     *       "returns": [],
                     *       "refundedCents": 0,
                     *       "benefit": {
                     *         "earnedCents": 949,
                     *         "pendingCents": 0,
                     *         "activeCents": 949,
                     *         "reservedCents": 0,
                     *         "usedCents": 0,
                     *         "expiredCents": 0,
                     *         "takenBackCents": 0,
                     *         "points": {
                     *           "earnedPoints": 0,
                     *           "pendingPoints": 0,
                     *           "activePoints": 0,
                     *           "reservedPoints": 0,
                     *           "usedPoints": 0,
                     *           "expiredPoints": 0,
                     *           "takenBackPoints": 0
                     *         },
                     *         "vouchers": [
                     *           {
                     *             "code": "K7QM-3XRT-9WHP",
                     *             "template": "volta-20",
                     *             "state": "active",
                     *             "usesLeft": 1,
                     *             "expiresOn": "2027-01-15"
                     *           }
                     *         ],
                     *         "activatesAt": "2026-11-03T12:05:00.000Z",
                     *         "expiresAt": "2027-02-02T03:00:00.000Z"
                     *       },
                     *       "explanation": [
                     *         {
                     *           "ruleId": "cashback-5",
                     *           "type": "cashback",
                     *           "outcome": "paid",
                     *           "amount": 949,
                     *           "lines": [
                     *             "5% de R$ 189,90 = R$ 9,49"
                     *           ]
                     *         }
                     *       ],
                     *       "program": {
                     *         "version": 1,
                     *         "name": "Clube da Loja",
                     *         "rules": [
                     *           {
                     *             "ruleId": "cashback-5",
                     *             "text": "5% do valor da compra em cashback. Condições: compras a partir de R$ 50,00."
                     *           }
                     *         ]
                     *       },
                     *       "next": {
                     *         "do": "tell",
                     *         "at": "2027-01-26T12:00:00.000Z",
                     *         "notice": "expiring",
                     *         "text": "Avisar o cliente: vencimento próximo"
                     *       },
                     *       "runs": [
                     *         {
                     *           "kind": "sale",
                     *           "workflowId": "sale/demo/bling/26737100001",
                     *           "url": "https://temporal.example.com/namespaces/default/workflows?query=WorkflowId%3D%22sale%2Fdemo%2Fbling%2F26737100001%22"
                     *         }
                     *       ],
                     *       "messages": [
                     *         {
                     *           "kind": "earned",
                     *           "channel": "whatsapp",
                     *           "state": "failed",
                     *           "reason": "unreachable",
                     *           "text": "Aviso de benefício ganho por WhatsApp: não enviado: número não está no WhatsApp",
                     *           "at": "2026-11-03T12:05:01.000Z"
                     *         }
                     *       ],
                     *       "timeline": [
                     *         {
                     *           "at": "2026-11-03T12:00:02.000Z",
                     *           "source": "sale",
                     *           "event": "received",
                     *           "text": "Venda recebida",
                     *           "operator": null,
                     *           "key": null
                     *         },
                     *         {
                     *           "at": "2026-11-03T12:05:00.000Z",
                     *           "source": "ledger",
                     *           "event": "ACTIVATE",
                     *           "text": "Liberação para uso: R$ 9,49 de cashback",
                     *           "operator": null,
                     *           "key": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Sale"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sale_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` · `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_expired` · `outcome_unknown` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSalesIdCustomer: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique for each operation. The same key and body get the same answer, marked Idempotency-Replayed. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "document": "529.982.247-25",
                 *       "name": "Maria Exemplo"
                 *     }
                 */
                "application/json": {
                    customerId?: string;
                    name?: string;
                    /** @description CPF or CNPJ */
                    document?: string;
                    phone?: string;
                    email?: string;
                    operator?: string;
                    storeId?: string;
                };
            };
        };
        responses: {
            /** @description The sale as it is now */
            200: {
                headers: {
                    /** @description `true` where the answer is that of an earlier call with the same key */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "sal_7h2k9m4q8r5t6v3w1x0y",
                     *       "channel": "bling",
                     *       "externalId": "26737100001",
                     *       "number": "10231",
                     *       "storeId": null,
                     *       "status": "active",
                     *       "sourceStatus": "completed",
                     *       "parked": null,
                     *       "soldAt": "2026-11-03T12:00:00.000Z",
                     *       "completedAt": "2026-11-03T12:05:00.000Z",
                     *       "totalCents": 18990,
                     *       "freightCents": 0,
                     *       "otherExpensesCents": 0,
                     *       "discountCents": 0,
                     *       "returnedCents": 0,
                     *       "customerId": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *       "customerName": "Maria Exemplo",
                     *       "programVersion": 1,
                     *       "earnedCents": 949,
                     *       "createdAt": "2026-11-03T12:00:02.000Z",
                     *       "silent": false,
                     *       "items": [
                     *         {
                     *           "sku": "CAMISETA-P",
                     *           "totalCents": 18990,
                     *           "quantity": 2,
                     *           "name": "Camiseta P"
                     *         }
                     *       ],
                     *       "refusal": null,
                     *       "consumerInvoice": null,
                     *       "duplicateOf": null,
                     *       "otherSale": null,
                     *       "heldFor": null,
                     *       "evidence": [],
                     *       "returns": [],
                     *       "refundedCents": 0,
                     *       "benefit": {
                     *         "earnedCents": 949,
                     *         "pendingCents": 0,
                     *         "activeCents": 949,
                     *         "reservedCents": 0,
                     *         "usedCents": 0,
                     *         "expiredCents": 0,
                     *         "takenBackCents": 0,
                     *         "points": {
                     *           "earnedPoints": 0,
                     *           "pendingPoints": 0,
                     *           "activePoints": 0,
                     *           "reservedPoints": 0,
                     *           "usedPoints": 0,
                     *           "expiredPoints": 0,
                     *           "takenBackPoints": 0
                     *         },
                     *         "vouchers": [
                     *           {
                     *             "code": "K7QM-3XRT-9WHP",
                     *             "template": "volta-20",
                     *             "state": "active",
                     *             "usesLeft": 1,
                     *             "expiresOn": "2027-01-15"
                     *           }
                     *         ],
                     *         "activatesAt": "2026-11-03T12:05:00.000Z",
                     *         "expiresAt": "2027-02-02T03:00:00.000Z"
                     *       },
                     *       "explanation": [
                     *         {
                     *           "ruleId": "cashback-5",
                     *           "type": "cashback",
                     *           "outcome": "paid",
                     *           "amount": 949,
                     *           "lines": [
                     *             "5% de R$ 189,90 = R$ 9,49"
                     *           ]
                     *         }
                     *       ],
                     *       "program": {
                     *         "version": 1,
                     *         "name": "Clube da Loja",
                     *         "rules": [
                     *           {
                     *             "ruleId": "cashback-5",
                     *             "text": "5% do valor da compra em cashback. Condições: compras a partir de R$ 50,00."
                     *           }
                     *         ]
                     *       },
                     *       "next": {
                     *         "do": "tell",
                     *         "at": "2027-01-26T12:00:00.000Z",
                     *         "notice": "expiring",
                     *         "text": "Avisar o cliente: vencimento próximo"
                     *       },
                     *       "runs": [
                     *         {
                     *           "kind": "sale",
                     *           "workflowId": "sale/demo/bling/26737100001",
                     *           "url": "https://temporal.example.com/namespaces/default/workflows?query=WorkflowId%3D%22sale%2Fdemo%2Fbling%2F26737100001%22"
                     *         }
                     *       ],
                     *       "messages": [
                     *         {
                     *           "kind": "earned",
                     *           "channel": "whatsapp",
                     *           "state": "failed",
                     *           "reason": "unreachable",
                     *           "text": "Aviso de benefício ganho por WhatsApp: não enviado: número não está no WhatsApp",
                     *           "at": "2026-11-03T12:05:01.000Z"
                     *         }
                     *       ],
                     *       "timeline": [
                     *         {
                     *           "at": "2026-11-03T12:00:02.000Z",
                     *           "source": "sale",
                     *           "event": "received",
                     *           "text": "Venda recebida",
                     *           "operator": null,
                     *           "key": null
                     *         },
                     *         {
                     *           "at": "2026-11-03T12:05:00.000Z",
                     *           "source": "ledger",
                     *           "event": "ACTIVATE",
                     *           "text": "Liberação para uso: R$ 9,49 de cashback",
                     *           "operator": null,
                     *           "key": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Sale"] | components["schemas"]["ClaimedSale"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sale_not_found` · `customer_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `claim_window_closed` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` · `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_expired` · `outcome_unknown` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImports: {
        parameters: {
            query?: {
                limit?: number;
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of imports */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "imp_7h2k9m4q8r5t6v3w1x0y",
                     *           "kind": "sales",
                     *           "dryRun": false,
                     *           "state": "running",
                     *           "total": 300,
                     *           "done": 101,
                     *           "created": 97,
                     *           "updated": 3,
                     *           "failed": 1,
                     *           "ignoredColumns": [
                     *             "Vendedor"
                     *           ],
                     *           "statusColumns": [
                     *             {
                     *               "column": "Situação",
                     *               "values": [
                     *                 {
                     *                   "value": "Atendido",
                     *                   "rows": 300,
                     *                   "means": "completed"
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "operator": "Ana Souza",
                     *           "key": null,
                     *           "startedAt": "2026-11-03T12:00:00.000Z",
                     *           "finishedAt": null
                     *         },
                     *         {
                     *           "id": "imp_7h2k9m4q8r5t6v3w1x0y",
                     *           "kind": "contacts",
                     *           "connectionId": "con_7h2k9m4q8r5t6v3w1x0y",
                     *           "cause": "person",
                     *           "state": "running",
                     *           "phase": "contacts",
                     *           "contacts": {
                     *             "done": 300,
                     *             "created": 210,
                     *             "updated": 30,
                     *             "unchanged": 40,
                     *             "nobody": 19,
                     *             "leftOut": 1,
                     *             "details": 12
                     *           },
                     *           "history": {
                     *             "from": "2025-11-04",
                     *             "to": "2026-11-03",
                     *             "earn": false,
                     *             "done": 0,
                     *             "kept": 0,
                     *             "known": 0,
                     *             "notCounted": 0
                     *           },
                     *           "progress": {
                     *             "page": 4,
                     *             "estimatedTotal": 1200,
                     *             "perMinute": 900,
                     *             "secondsLeft": 60
                     *           },
                     *           "quota": {
                     *             "calls": 20,
                     *             "day": {
                     *               "used": 1300,
                     *               "of": 120000
                     *             }
                     *           },
                     *           "waiting": null,
                     *           "operator": "Ana Souza",
                     *           "key": null,
                     *           "startedAt": "2026-11-03T12:00:00.000Z",
                     *           "finishedAt": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        data: (components["schemas"]["FileImportSummary"] | components["schemas"]["ContactImport"])[];
                        /** @description Give as `before` for the next page; null: this was the last */
                        next: string | null;
                    };
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postImports: {
        parameters: {
            query: {
                kind: "customers" | "sales";
                /** @description true: everything is looked at and counted, nothing is written */
                dryRun?: "true" | "false";
                /** @description Once for each column whose title does not say what it holds, or says something else: `coluna:campo`, such as `Quando foi:soldAt`. The field is one of `name`, `surname`, `document`, `mobile`, `phone`, `email`, `birthDate`, `segments`, `externalId`, `number`, `marketplaceNumber`, `invoiceNumber`, `channel`, `storeId`, `soldAt`, `totalCents`, `freightCents`, `otherExpensesCents`, `discountCents` that the file's kind has; `status`: it says how a sale stands; `ignore`: it holds nothing of these. What is said here counts before the title, and a field that is given to a column is looked for in no other. Case, accents, blanks and punctuation of the title make a difference only where several columns are alike without them */
                column?: string[];
                /** @description Once for each value that has to be said the meaning of: `coluna:valor=significado`, such as `situacao:faturado=completed`. The meaning is `completed`, `open`, `cancelled` or `ignore`; the value `*` stands for all others of the column, an empty one for blank cells. Case, accents, blanks and punctuation of column and value make no difference. A column that is named here is one that says how sales stand */
                status?: string[];
                /** @description true: customers hear of the sales in it as of any other */
                notify?: "true" | "false";
            };
            header: {
                /** @description Unique for each operation. The same key and body get the same answer, marked Idempotency-Replayed. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example Pedido;Data;Valor total;CPF;Nome;Celular
                 *     10231;03/11/2026 12:00;"1.234,56";529.982.247-25;Maria Exemplo;(11) 98765-4321
                 */
                "text/csv": string;
            };
        };
        responses: {
            /** @description The file has been read, and its rows are being written */
            201: {
                headers: {
                    /** @description `true` where the answer is that of an earlier call with the same key */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "imp_7h2k9m4q8r5t6v3w1x0y",
                     *       "kind": "sales",
                     *       "dryRun": false,
                     *       "state": "running",
                     *       "total": 300,
                     *       "done": 101,
                     *       "created": 97,
                     *       "updated": 3,
                     *       "failed": 1,
                     *       "errors": [
                     *         {
                     *           "row": 42,
                     *           "field": "Valor total",
                     *           "message": "Este valor pode ser lido de duas formas (mil ou unidades). Escreva os centavos, como 1.234,00 ou 1,23."
                     *         }
                     *       ],
                     *       "columns": [
                     *         {
                     *           "column": "Pedido",
                     *           "fields": [
                     *             "number"
                     *           ]
                     *         },
                     *         {
                     *           "column": "Situação",
                     *           "fields": [
                     *             "status"
                     *           ]
                     *         },
                     *         {
                     *           "column": "Vendedor",
                     *           "fields": []
                     *         }
                     *       ],
                     *       "ignoredColumns": [
                     *         "Vendedor"
                     *       ],
                     *       "statusColumns": [
                     *         {
                     *           "column": "Situação",
                     *           "values": [
                     *             {
                     *               "value": "Atendido",
                     *               "rows": 300,
                     *               "means": "completed"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "operator": "Ana Souza",
                     *       "key": null,
                     *       "startedAt": "2026-11-03T12:00:00.000Z",
                     *       "finishedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["FileImport"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `columns_unclear` · `status_unclear` · `invalid_request` · `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `outcome_unknown` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "imp_7h2k9m4q8r5t6v3w1x0y",
                     *       "kind": "sales",
                     *       "dryRun": false,
                     *       "state": "running",
                     *       "total": 300,
                     *       "done": 101,
                     *       "created": 97,
                     *       "updated": 3,
                     *       "failed": 1,
                     *       "errors": [
                     *         {
                     *           "row": 42,
                     *           "field": "Valor total",
                     *           "message": "Este valor pode ser lido de duas formas (mil ou unidades). Escreva os centavos, como 1.234,00 ou 1,23."
                     *         }
                     *       ],
                     *       "columns": [
                     *         {
                     *           "column": "Pedido",
                     *           "fields": [
                     *             "number"
                     *           ]
                     *         },
                     *         {
                     *           "column": "Situação",
                     *           "fields": [
                     *             "status"
                     *           ]
                     *         },
                     *         {
                     *           "column": "Vendedor",
                     *           "fields": []
                     *         }
                     *       ],
                     *       "ignoredColumns": [
                     *         "Vendedor"
                     *       ],
                     *       "statusColumns": [
                     *         {
                     *           "column": "Situação",
                     *           "values": [
                     *             {
                     *               "value": "Atendido",
                     *               "rows": 300,
                     *               "means": "completed"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "operator": "Ana Souza",
                     *       "key": null,
                     *       "startedAt": "2026-11-03T12:00:00.000Z",
                     *       "finishedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["FileImport"] | components["schemas"]["ContactImport"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `import_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postConnectionsIdImports: {
        parameters: {
            query?: {
                /** @description How far back past orders are read as well, counted from today: whole days, months or a year, at most `P12M`. Orders that were completed before the company was connected become sales of the history: they earn nothing, and nobody is written to. An order that is known already is left as it is */
                history?: string;
                /** @description true: the past orders earn, once, by the program of today; nobody is written to about them. Only with `history` */
                earn?: "true" | "false";
            };
            header: {
                /** @description Unique for each operation. The same key and body get the same answer, marked Idempotency-Replayed. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contacts are being read */
            201: {
                headers: {
                    /** @description `true` where the answer is that of an earlier call with the same key */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "imp_7h2k9m4q8r5t6v3w1x0y",
                     *       "kind": "contacts",
                     *       "connectionId": "con_7h2k9m4q8r5t6v3w1x0y",
                     *       "cause": "person",
                     *       "state": "running",
                     *       "phase": "contacts",
                     *       "contacts": {
                     *         "done": 300,
                     *         "created": 210,
                     *         "updated": 30,
                     *         "unchanged": 40,
                     *         "nobody": 19,
                     *         "leftOut": 1,
                     *         "details": 12
                     *       },
                     *       "history": {
                     *         "from": "2025-11-04",
                     *         "to": "2026-11-03",
                     *         "earn": false,
                     *         "done": 0,
                     *         "kept": 0,
                     *         "known": 0,
                     *         "notCounted": 0
                     *       },
                     *       "progress": {
                     *         "page": 4,
                     *         "estimatedTotal": 1200,
                     *         "perMinute": 900,
                     *         "secondsLeft": 60
                     *       },
                     *       "quota": {
                     *         "calls": 20,
                     *         "day": {
                     *           "used": 1300,
                     *           "of": 120000
                     *         }
                     *       },
                     *       "waiting": null,
                     *       "operator": "Ana Souza",
                     *       "key": null,
                     *       "startedAt": "2026-11-03T12:00:00.000Z",
                     *       "finishedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["ContactImport"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `connection_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `bling_authorization_needed` · `import_open` · `request_in_progress` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` · `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `outcome_unknown` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postImportsIdPause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "imp_7h2k9m4q8r5t6v3w1x0y",
                     *       "kind": "contacts",
                     *       "connectionId": "con_7h2k9m4q8r5t6v3w1x0y",
                     *       "cause": "person",
                     *       "state": "running",
                     *       "phase": "contacts",
                     *       "contacts": {
                     *         "done": 300,
                     *         "created": 210,
                     *         "updated": 30,
                     *         "unchanged": 40,
                     *         "nobody": 19,
                     *         "leftOut": 1,
                     *         "details": 12
                     *       },
                     *       "history": {
                     *         "from": "2025-11-04",
                     *         "to": "2026-11-03",
                     *         "earn": false,
                     *         "done": 0,
                     *         "kept": 0,
                     *         "known": 0,
                     *         "notCounted": 0
                     *       },
                     *       "progress": {
                     *         "page": 4,
                     *         "estimatedTotal": 1200,
                     *         "perMinute": 900,
                     *         "secondsLeft": 60
                     *       },
                     *       "quota": {
                     *         "calls": 20,
                     *         "day": {
                     *           "used": 1300,
                     *           "of": 120000
                     *         }
                     *       },
                     *       "waiting": null,
                     *       "operator": "Ana Souza",
                     *       "key": null,
                     *       "startedAt": "2026-11-03T12:00:00.000Z",
                     *       "finishedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["ContactImport"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `import_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `import_ended` · `import_of_a_file` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postImportsIdResume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "imp_7h2k9m4q8r5t6v3w1x0y",
                     *       "kind": "contacts",
                     *       "connectionId": "con_7h2k9m4q8r5t6v3w1x0y",
                     *       "cause": "person",
                     *       "state": "running",
                     *       "phase": "contacts",
                     *       "contacts": {
                     *         "done": 300,
                     *         "created": 210,
                     *         "updated": 30,
                     *         "unchanged": 40,
                     *         "nobody": 19,
                     *         "leftOut": 1,
                     *         "details": 12
                     *       },
                     *       "history": {
                     *         "from": "2025-11-04",
                     *         "to": "2026-11-03",
                     *         "earn": false,
                     *         "done": 0,
                     *         "kept": 0,
                     *         "known": 0,
                     *         "notCounted": 0
                     *       },
                     *       "progress": {
                     *         "page": 4,
                     *         "estimatedTotal": 1200,
                     *         "perMinute": 900,
                     *         "secondsLeft": 60
                     *       },
                     *       "quota": {
                     *         "calls": 20,
                     *         "day": {
                     *           "used": 1300,
                     *           "of": 120000
                     *         }
                     *       },
                     *       "waiting": null,
                     *       "operator": "Ana Souza",
                     *       "key": null,
                     *       "startedAt": "2026-11-03T12:00:00.000Z",
                     *       "finishedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["ContactImport"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `import_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `import_ended` · `import_of_a_file` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postImportsIdCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "imp_7h2k9m4q8r5t6v3w1x0y",
                     *       "kind": "contacts",
                     *       "connectionId": "con_7h2k9m4q8r5t6v3w1x0y",
                     *       "cause": "person",
                     *       "state": "running",
                     *       "phase": "contacts",
                     *       "contacts": {
                     *         "done": 300,
                     *         "created": 210,
                     *         "updated": 30,
                     *         "unchanged": 40,
                     *         "nobody": 19,
                     *         "leftOut": 1,
                     *         "details": 12
                     *       },
                     *       "history": {
                     *         "from": "2025-11-04",
                     *         "to": "2026-11-03",
                     *         "earn": false,
                     *         "done": 0,
                     *         "kept": 0,
                     *         "known": 0,
                     *         "notCounted": 0
                     *       },
                     *       "progress": {
                     *         "page": 4,
                     *         "estimatedTotal": 1200,
                     *         "perMinute": 900,
                     *         "secondsLeft": 60
                     *       },
                     *       "quota": {
                     *         "calls": 20,
                     *         "day": {
                     *           "used": 1300,
                     *           "of": 120000
                     *         }
                     *       },
                     *       "waiting": null,
                     *       "operator": "Ana Souza",
                     *       "key": null,
                     *       "startedAt": "2026-11-03T12:00:00.000Z",
                     *       "finishedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["ContactImport"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `import_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `import_ended` · `import_of_a_file` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCounter: {
        parameters: {
            query: {
                /** @description CPF or CNPJ, phone in any spelling, its last four digits, e-mail, words of a name, a voucher’s code, with or without punctuation, or what the QR of a customer’s own page says */
                query: string;
                operator?: string;
                storeId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "voucher",
                     *       "voucher": {
                     *         "code": "K7QM-3XRT-9WHP",
                     *         "template": "volta-20",
                     *         "state": "active",
                     *         "usesLeft": 1,
                     *         "expiresOn": "2027-01-15",
                     *         "usable": true,
                     *         "refusal": null,
                     *         "discount": {
                     *           "type": "amount",
                     *           "cents": 2000
                     *         },
                     *         "minSaleCents": 10000,
                     *         "stores": null,
                     *         "storeNames": null,
                     *         "uses": 1,
                     *         "activatesOn": "2026-11-16",
                     *         "customerId": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *         "saleId": "sal_7h2k9m4q8r5t6v3w1x0y",
                     *         "discountCents": 2000,
                     *         "unusedCents": 0
                     *       },
                     *       "customer": {
                     *         "id": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *         "name": "Maria Exemplo",
                     *         "documentMasked": "***.***.247-**",
                     *         "phoneLastDigits": "4321",
                     *         "cashback": {
                     *           "activeCents": 950,
                     *           "pendingCents": 1200,
                     *           "reservedCents": 0,
                     *           "debtCents": 0
                     *         },
                     *         "points": {
                     *           "activePoints": 0,
                     *           "pendingPoints": 0,
                     *           "reservedPoints": 0,
                     *           "debtPoints": 0
                     *         },
                     *         "usableVouchers": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["CounterCustomers"] | components["schemas"]["CounterVoucher"] | components["schemas"]["CounterNothing"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAttempts: {
        parameters: {
            query?: {
                /** @description In the zone of the store, or of the program where no store is named; default: today */
                day?: string;
                storeId?: string;
                /** @description true: also what was tried in other stores, or in none, as far as the caller may see it; the day stays that of the store */
                everywhere?: "true" | "false";
                limit?: number;
                /** @description `next` of the page before, asked of the same day */
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "day": "2026-11-20",
                     *       "timezone": "America/Sao_Paulo",
                     *       "data": [
                     *         {
                     *           "id": "att_7h2k9m4q8r5t6v3w1x0y",
                     *           "at": "2026-11-20T12:00:00.000Z",
                     *           "action": "use",
                     *           "outcome": "done",
                     *           "refusal": null,
                     *           "type": "cashback",
                     *           "amountCents": 950,
                     *           "points": null,
                     *           "discountCents": null,
                     *           "codeEnding": null,
                     *           "customer": {
                     *             "id": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *             "name": "Maria Exemplo"
                     *           },
                     *           "saleTotalCents": 12900,
                     *           "saleRef": "10231",
                     *           "operator": "caixa 1",
                     *           "storeId": "str_3k9m2x7q1w5z8c4v6b0n",
                     *           "storeName": "Centro",
                     *           "caller": "5f2b6c1d9e0a47f3",
                     *           "callerName": "Caixas do Centro",
                     *           "redemption": {
                     *             "id": "red_7h2k9m4q8r5t6v3w1x0y",
                     *             "state": "confirmed",
                     *             "undoableUntil": "2027-02-19T03:00:00.000Z",
                     *             "voucherCode": null
                     *           }
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        /** Format: date */
                        day: string;
                        timezone: string;
                        data: components["schemas"]["CounterAttempt"][];
                        /** @description Give as `before` for the next page; null: this was the last */
                        next: string | null;
                    };
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomers: {
        parameters: {
            query: {
                /** @description CPF or CNPJ, phone in any spelling, e-mail, or the beginning of words of the name */
                query: string;
                limit?: number;
                /** @description `next` of the page before, of the same `query` */
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them, the surest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *           "name": "Maria Exemplo",
                     *           "document": {
                     *             "kind": "cpf",
                     *             "value": "52998224725"
                     *           },
                     *           "phones": [
                     *             "+5511987654321"
                     *           ],
                     *           "emails": [
                     *             "maria@example.com"
                     *           ],
                     *           "birthDate": null,
                     *           "segments": [
                     *             "vip-ouro"
                     *           ],
                     *           "mergedInto": null,
                     *           "createdAt": "2026-11-03T12:00:00.000Z",
                     *           "updatedAt": "2026-11-03T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "more": false,
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Customer"][];
                        /** @description true: there are others; say more of whom you mean, or read on */
                        more: boolean;
                        /** @description Give as `before` for the next page; null: this was the last, or the only one that you may read */
                        next: string | null;
                    };
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCustomers: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique for each operation. The same key and body get the same answer, marked Idempotency-Replayed. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Maria Exemplo",
                 *       "document": "529.982.247-25",
                 *       "phone": "(11) 98765-4321",
                 *       "consents": [
                 *         {
                 *           "channel": "whatsapp",
                 *           "given": true,
                 *           "text": "Aceito receber mensagens do Clube da Loja pelo WhatsApp."
                 *         }
                 *       ],
                 *       "operator": "caixa 1",
                 *       "storeId": "centro"
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** @description CPF or CNPJ, with or without punctuation */
                    document?: string;
                    /** @description In any spelling, with its area code */
                    phone?: string;
                    email?: string;
                    /** Format: date */
                    birthDate?: string;
                    consents?: {
                        /** @enum {string} */
                        channel: "whatsapp" | "email";
                        /** @description false: the customer does not want it, or no longer */
                        given: boolean;
                        /** @description What the customer was asked or said, word by word */
                        text: string;
                    }[];
                    operator?: string;
                    storeId?: string;
                };
            };
        };
        responses: {
            /** @description The customer, new or known before */
            201: {
                headers: {
                    /** @description `true` where the answer is that of an earlier call with the same key */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customer": {
                     *         "id": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *         "name": "Maria Exemplo",
                     *         "document": {
                     *           "kind": "cpf",
                     *           "value": "52998224725"
                     *         },
                     *         "phones": [
                     *           "+5511987654321"
                     *         ],
                     *         "emails": [
                     *           "maria@example.com"
                     *         ],
                     *         "birthDate": null,
                     *         "segments": [
                     *           "vip-ouro"
                     *         ],
                     *         "mergedInto": null,
                     *         "createdAt": "2026-11-03T12:00:00.000Z",
                     *         "updatedAt": "2026-11-03T12:00:00.000Z"
                     *       },
                     *       "created": true,
                     *       "consents": [
                     *         {
                     *           "id": "cst_7h2k9m4q8r5t6v3w1x0y",
                     *           "channel": "whatsapp",
                     *           "given": true,
                     *           "text": "Aceito receber mensagens do Clube da Loja pelo WhatsApp.",
                     *           "at": "2026-11-03T12:00:00.000Z",
                     *           "source": "staff",
                     *           "purpose": "all",
                     *           "actor": {
                     *             "kind": "key",
                     *             "id": "5f2b6c1d9e0a47f3",
                     *             "name": "caixas"
                     *           },
                     *           "operator": "caixa 1",
                     *           "storeId": "centro"
                     *         }
                     *       ],
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["RegisteredCustomer"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` · `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `outcome_unknown` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomersId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The customer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *       "name": "Maria Exemplo",
                     *       "document": {
                     *         "kind": "cpf",
                     *         "value": "52998224725"
                     *       },
                     *       "phones": [
                     *         "+5511987654321"
                     *       ],
                     *       "emails": [
                     *         "maria@example.com"
                     *       ],
                     *       "birthDate": null,
                     *       "segments": [
                     *         "vip-ouro"
                     *       ],
                     *       "mergedInto": null,
                     *       "createdAt": "2026-11-03T12:00:00.000Z",
                     *       "updatedAt": "2026-11-03T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `customer_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchCustomersId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "segments": [
                 *         "vip-ouro"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description In place of those the customer is in */
                    segments?: string[];
                };
            };
        };
        responses: {
            /** @description The customer as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *       "name": "Maria Exemplo",
                     *       "document": {
                     *         "kind": "cpf",
                     *         "value": "52998224725"
                     *       },
                     *       "phones": [
                     *         "+5511987654321"
                     *       ],
                     *       "emails": [
                     *         "maria@example.com"
                     *       ],
                     *       "birthDate": null,
                     *       "segments": [
                     *         "vip-ouro"
                     *       ],
                     *       "mergedInto": null,
                     *       "createdAt": "2026-11-03T12:00:00.000Z",
                     *       "updatedAt": "2026-11-03T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `customer_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomersIdWallet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The wallet as the clock has it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cashback": {
                     *         "activeCents": 950,
                     *         "pendingCents": 1200,
                     *         "reservedCents": 0,
                     *         "debtCents": 0
                     *       },
                     *       "points": {
                     *         "activePoints": 0,
                     *         "pendingPoints": 0,
                     *         "reservedPoints": 0,
                     *         "debtPoints": 0
                     *       },
                     *       "expirations": [
                     *         {
                     *           "date": "2027-02-01",
                     *           "cents": 950
                     *         }
                     *       ],
                     *       "vouchers": [
                     *         {
                     *           "code": "K7QM-3XRT-9WHP",
                     *           "template": "volta-20",
                     *           "state": "active",
                     *           "usesLeft": 1,
                     *           "expiresOn": "2027-01-15"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Wallet"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `customer_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomersIdStatement: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `seq` of the last line already seen */
                before?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of movements */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "seq": 2,
                     *           "at": "2026-11-03T12:00:00.000Z",
                     *           "type": "ACTIVATE",
                     *           "description": "Liberação para uso: R$ 9,50 de cashback",
                     *           "cashback": {
                     *             "activeCents": 950,
                     *             "pendingCents": -950,
                     *             "reservedCents": 0,
                     *             "debtCents": 0
                     *           },
                     *           "saleId": null,
                     *           "channel": null,
                     *           "told": null,
                     *           "redemptionId": null,
                     *           "operator": null,
                     *           "key": null,
                     *           "reason": null,
                     *           "programVersion": 1,
                     *           "ruleId": "cashback-5"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["StatementLine"][];
                        /** @description Give as `before` for the next page; null: this was the last */
                        next: number | null;
                    };
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `customer_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomersIdPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customer": {
                     *         "id": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *         "name": "Maria Exemplo",
                     *         "document": {
                     *           "kind": "cpf",
                     *           "value": "52998224725"
                     *         },
                     *         "phones": [
                     *           "+5511987654321"
                     *         ],
                     *         "emails": [
                     *           "maria@example.com"
                     *         ],
                     *         "birthDate": null,
                     *         "segments": [
                     *           "vip-ouro"
                     *         ],
                     *         "mergedInto": null,
                     *         "createdAt": "2026-11-03T12:00:00.000Z",
                     *         "updatedAt": "2026-11-03T12:00:00.000Z"
                     *       },
                     *       "wallet": {
                     *         "cashback": {
                     *           "activeCents": 950,
                     *           "pendingCents": 1200,
                     *           "reservedCents": 0,
                     *           "debtCents": 0
                     *         },
                     *         "points": {
                     *           "activePoints": 0,
                     *           "pendingPoints": 0,
                     *           "reservedPoints": 0,
                     *           "debtPoints": 0
                     *         },
                     *         "expirations": [
                     *           {
                     *             "date": "2027-02-01",
                     *             "cents": 950
                     *           }
                     *         ],
                     *         "vouchers": [
                     *           {
                     *             "code": "K7QM-3XRT-9WHP",
                     *             "template": "volta-20",
                     *             "state": "active",
                     *             "usesLeft": 1,
                     *             "expiresOn": "2027-01-15"
                     *           }
                     *         ]
                     *       },
                     *       "lots": [
                     *         {
                     *           "id": "lot_7h2k9m4q8r5t6v3w1x0y",
                     *           "type": "cashback",
                     *           "saleId": "sal_7h2k9m4q8r5t6v3w1x0y",
                     *           "ruleId": "cashback-5",
                     *           "programVersion": 1,
                     *           "createdAt": "2026-11-03T12:05:00.000Z",
                     *           "activatesAt": "2026-11-03T12:05:00.000Z",
                     *           "expiresOn": "2027-02-01",
                     *           "granted": 950,
                     *           "active": 950,
                     *           "pending": 0,
                     *           "reserved": 0
                     *         }
                     *       ],
                     *       "statement": {
                     *         "data": [
                     *           {
                     *             "seq": 2,
                     *             "at": "2026-11-03T12:00:00.000Z",
                     *             "type": "ACTIVATE",
                     *             "description": "Liberação para uso: R$ 9,50 de cashback",
                     *             "cashback": {
                     *               "activeCents": 950,
                     *               "pendingCents": -950,
                     *               "reservedCents": 0,
                     *               "debtCents": 0
                     *             },
                     *             "saleId": null,
                     *             "channel": null,
                     *             "told": null,
                     *             "redemptionId": null,
                     *             "operator": null,
                     *             "key": null,
                     *             "reason": null,
                     *             "programVersion": 1,
                     *             "ruleId": "cashback-5"
                     *           }
                     *         ],
                     *         "next": null
                     *       },
                     *       "purchases": {
                     *         "data": [
                     *           {
                     *             "id": "sal_7h2k9m4q8r5t6v3w1x0y",
                     *             "channel": "bling",
                     *             "externalId": "26737100001",
                     *             "number": "10231",
                     *             "storeId": null,
                     *             "status": "active",
                     *             "sourceStatus": "completed",
                     *             "parked": null,
                     *             "soldAt": "2026-11-03T12:00:00.000Z",
                     *             "completedAt": "2026-11-03T12:05:00.000Z",
                     *             "totalCents": 18990,
                     *             "freightCents": 0,
                     *             "otherExpensesCents": 0,
                     *             "discountCents": 0,
                     *             "returnedCents": 0,
                     *             "customerId": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *             "customerName": "Maria Exemplo",
                     *             "programVersion": 1,
                     *             "earnedCents": 949,
                     *             "createdAt": "2026-11-03T12:00:02.000Z"
                     *           }
                     *         ],
                     *         "next": null
                     *       },
                     *       "consents": [
                     *         {
                     *           "id": "cst_7h2k9m4q8r5t6v3w1x0y",
                     *           "channel": "whatsapp",
                     *           "given": true,
                     *           "text": "Aceito receber mensagens do Clube da Loja pelo WhatsApp.",
                     *           "at": "2026-11-03T12:00:00.000Z",
                     *           "source": "staff",
                     *           "purpose": "all",
                     *           "actor": {
                     *             "kind": "key",
                     *             "id": "5f2b6c1d9e0a47f3",
                     *             "name": "caixas"
                     *           },
                     *           "operator": "caixa 1",
                     *           "storeId": "centro"
                     *         }
                     *       ],
                     *       "merges": [
                     *         {
                     *           "id": "mrg_5h2v9kq0c4w8d1mz6p3t",
                     *           "from": "cus_8v1b6n3d4q0c9m7t2x5k",
                     *           "into": "cus_4q0c9m7t2x5k8v1b6n3d",
                     *           "at": "2026-11-03T15:04:05.000Z",
                     *           "automatic": false,
                     *           "operator": "gerente",
                     *           "key": {
                     *             "id": "key_9c4w8d1mz6p3t5h2v0kq",
                     *             "label": "Frente de caixa"
                     *           },
                     *           "reason": "Mesmo CPF, confirmado com a cliente",
                     *           "sales": 3,
                     *           "undoneAt": null,
                     *           "undoneBy": null,
                     *           "undoReason": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CustomerPage"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `customer_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomersIdLots: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As the clock has them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "lot_7h2k9m4q8r5t6v3w1x0y",
                     *           "type": "cashback",
                     *           "saleId": "sal_7h2k9m4q8r5t6v3w1x0y",
                     *           "ruleId": "cashback-5",
                     *           "programVersion": 1,
                     *           "createdAt": "2026-11-03T12:05:00.000Z",
                     *           "activatesAt": "2026-11-03T12:05:00.000Z",
                     *           "expiresOn": "2027-02-01",
                     *           "granted": 950,
                     *           "active": 950,
                     *           "pending": 0,
                     *           "reserved": 0
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Lot"][];
                    };
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `customer_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomersIdLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link in force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pageUrl": "https://fidelidade.loja.com.br/c/mFJ2sQnq0bS1o8Jd4Zt7Vw3kXcYp9LrE",
                     *       "optOutUrl": "https://fidelidade.loja.com.br/u/fzgkLJjzORNfs82zRN23JYYvuyHLqVtl"
                     *     }
                     */
                    "application/json": components["schemas"]["CustomerLink"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `customer_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCustomersIdLink: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique for each operation. The same key and body get the same answer, marked Idempotency-Replayed. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new link */
            201: {
                headers: {
                    /** @description `true` where the answer is that of an earlier call with the same key */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pageUrl": "https://fidelidade.loja.com.br/c/mFJ2sQnq0bS1o8Jd4Zt7Vw3kXcYp9LrE",
                     *       "optOutUrl": "https://fidelidade.loja.com.br/u/fzgkLJjzORNfs82zRN23JYYvuyHLqVtl"
                     *     }
                     */
                    "application/json": components["schemas"]["CustomerLink"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `customer_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` · `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `outcome_unknown` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomersIdConsents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All facts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "cst_7h2k9m4q8r5t6v3w1x0y",
                     *           "channel": "whatsapp",
                     *           "given": true,
                     *           "text": "Aceito receber mensagens do Clube da Loja pelo WhatsApp.",
                     *           "at": "2026-11-03T12:00:00.000Z",
                     *           "source": "staff",
                     *           "purpose": "all",
                     *           "actor": {
                     *             "kind": "key",
                     *             "id": "5f2b6c1d9e0a47f3",
                     *             "name": "caixas"
                     *           },
                     *           "operator": "caixa 1",
                     *           "storeId": "centro"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Consent"][];
                    };
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `customer_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCustomersIdConsents: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique for each operation. The same key and body get the same answer, marked Idempotency-Replayed. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "email",
                 *       "given": false,
                 *       "text": "Não quero mais e-mails.",
                 *       "operator": "caixa 1"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    channel: "whatsapp" | "email";
                    /** @description false: the customer does not want it, or no longer */
                    given: boolean;
                    /** @description What the customer was asked or said, word by word */
                    text: string;
                    operator?: string;
                    storeId?: string;
                };
            };
        };
        responses: {
            /** @description The fact */
            201: {
                headers: {
                    /** @description `true` where the answer is that of an earlier call with the same key */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "cst_7h2k9m4q8r5t6v3w1x0y",
                     *       "channel": "whatsapp",
                     *       "given": true,
                     *       "text": "Aceito receber mensagens do Clube da Loja pelo WhatsApp.",
                     *       "at": "2026-11-03T12:00:00.000Z",
                     *       "source": "staff",
                     *       "purpose": "all",
                     *       "actor": {
                     *         "kind": "key",
                     *         "id": "5f2b6c1d9e0a47f3",
                     *         "name": "caixas"
                     *       },
                     *       "operator": "caixa 1",
                     *       "storeId": "centro"
                     *     }
                     */
                    "application/json": components["schemas"]["Consent"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `customer_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` · `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `outcome_unknown` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomersIdMerges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All merges */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "mrg_5h2v9kq0c4w8d1mz6p3t",
                     *           "from": "cus_8v1b6n3d4q0c9m7t2x5k",
                     *           "into": "cus_4q0c9m7t2x5k8v1b6n3d",
                     *           "at": "2026-11-03T15:04:05.000Z",
                     *           "automatic": false,
                     *           "operator": "gerente",
                     *           "key": {
                     *             "id": "key_9c4w8d1mz6p3t5h2v0kq",
                     *             "label": "Frente de caixa"
                     *           },
                     *           "reason": "Mesmo CPF, confirmado com a cliente",
                     *           "sales": 3,
                     *           "undoneAt": null,
                     *           "undoneBy": null,
                     *           "undoReason": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Merge"][];
                    };
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `customer_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCustomersIdMerges: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique for each operation. The same key and body get the same answer, marked Idempotency-Replayed. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "cus_8v1b6n3d4q0c9m7t2x5k",
                 *       "reason": "Mesmo CPF, confirmado com a cliente",
                 *       "operator": "gerente"
                 *     }
                 */
                "application/json": {
                    /** @description The other record, which goes into this one */
                    from: string;
                    reason: string;
                    operator?: string | null;
                    /** @description true: also where both have a CPF or CNPJ, and not the same */
                    force?: boolean;
                };
            };
        };
        responses: {
            /** @description The merge */
            201: {
                headers: {
                    /** @description `true` where the answer is that of an earlier call with the same key */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "mrg_5h2v9kq0c4w8d1mz6p3t",
                     *       "from": "cus_8v1b6n3d4q0c9m7t2x5k",
                     *       "into": "cus_4q0c9m7t2x5k8v1b6n3d",
                     *       "at": "2026-11-03T15:04:05.000Z",
                     *       "automatic": false,
                     *       "operator": "gerente",
                     *       "key": {
                     *         "id": "key_9c4w8d1mz6p3t5h2v0kq",
                     *         "label": "Frente de caixa"
                     *       },
                     *       "reason": "Mesmo CPF, confirmado com a cliente",
                     *       "sales": 3,
                     *       "undoneAt": null,
                     *       "undoneBy": null,
                     *       "undoReason": null
                     *     }
                     */
                    "application/json": components["schemas"]["Merge"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `customer_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `customers_not_mergeable` · `customers_in_conflict` · `request_in_progress` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` · `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `outcome_unknown` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMergesIdUndo: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique for each operation. The same key and body get the same answer, marked Idempotency-Replayed. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "São mãe e filha",
                 *       "operator": "gerente"
                 *     }
                 */
                "application/json": {
                    reason: string;
                    operator?: string | null;
                };
            };
        };
        responses: {
            /** @description The merge as it is now */
            200: {
                headers: {
                    /** @description `true` where the answer is that of an earlier call with the same key */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "mrg_5h2v9kq0c4w8d1mz6p3t",
                     *       "from": "cus_8v1b6n3d4q0c9m7t2x5k",
                     *       "into": "cus_4q0c9m7t2x5k8v1b6n3d",
                     *       "at": "2026-11-03T15:04:05.000Z",
                     *       "automatic": false,
                     *       "operator": "gerente",
                     *       "key": {
                     *         "id": "key_9c4w8d1mz6p3t5h2v0kq",
                     *         "label": "Frente de caixa"
                     *       },
                     *       "reason": "Mesmo CPF, confirmado com a cliente",
                     *       "sales": 3,
                     *       "undoneAt": null,
                     *       "undoneBy": null,
                     *       "undoReason": null
                     *     }
                     */
                    "application/json": components["schemas"]["Merge"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merge_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merge_already_undone` · `merge_entangled` · `customers_not_mergeable` · `request_in_progress` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` · `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `outcome_unknown` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomersIdMergesPreview: {
        parameters: {
            query: {
                /** @description The other record, which would go into this one */
                with: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Before and after */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "into": {
                     *         "id": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *         "name": "Maria Exemplo",
                     *         "document": {
                     *           "kind": "cpf",
                     *           "value": "52998224725"
                     *         },
                     *         "phones": [
                     *           "+5511987654321"
                     *         ],
                     *         "emails": [
                     *           "maria@example.com"
                     *         ],
                     *         "birthDate": null,
                     *         "segments": [
                     *           "vip-ouro"
                     *         ],
                     *         "mergedInto": null,
                     *         "createdAt": "2026-11-03T12:00:00.000Z",
                     *         "updatedAt": "2026-11-03T12:00:00.000Z"
                     *       },
                     *       "from": {
                     *         "id": "cus_8v1b6n3d4q0c9m7t2x5k",
                     *         "name": "Maria Exemplo",
                     *         "document": null,
                     *         "phones": [],
                     *         "emails": [
                     *           "maria@example.com"
                     *         ],
                     *         "birthDate": null,
                     *         "segments": [
                     *           "vip-ouro"
                     *         ],
                     *         "mergedInto": null,
                     *         "createdAt": "2026-11-03T12:00:00.000Z",
                     *         "updatedAt": "2026-11-03T12:00:00.000Z"
                     *       },
                     *       "before": {
                     *         "into": {
                     *           "cashback": {
                     *             "activeCents": 950,
                     *             "pendingCents": 1200,
                     *             "reservedCents": 0,
                     *             "debtCents": 0
                     *           },
                     *           "points": {
                     *             "activePoints": 0,
                     *             "pendingPoints": 0,
                     *             "reservedPoints": 0,
                     *             "debtPoints": 0
                     *           },
                     *           "expirations": [
                     *             {
                     *               "date": "2027-02-01",
                     *               "cents": 950
                     *             }
                     *           ],
                     *           "vouchers": [
                     *             {
                     *               "code": "K7QM-3XRT-9WHP",
                     *               "template": "volta-20",
                     *               "state": "active",
                     *               "usesLeft": 1,
                     *               "expiresOn": "2027-01-15"
                     *             }
                     *           ]
                     *         },
                     *         "from": {
                     *           "cashback": {
                     *             "activeCents": 950,
                     *             "pendingCents": 1200,
                     *             "reservedCents": 0,
                     *             "debtCents": 0
                     *           },
                     *           "points": {
                     *             "activePoints": 0,
                     *             "pendingPoints": 0,
                     *             "reservedPoints": 0,
                     *             "debtPoints": 0
                     *           },
                     *           "expirations": [
                     *             {
                     *               "date": "2027-02-01",
                     *               "cents": 950
                     *             }
                     *           ],
                     *           "vouchers": [
                     *             {
                     *               "code": "K7QM-3XRT-9WHP",
                     *               "template": "volta-20",
                     *               "state": "active",
                     *               "usesLeft": 1,
                     *               "expiresOn": "2027-01-15"
                     *             }
                     *           ]
                     *         }
                     *       },
                     *       "after": {
                     *         "customer": {
                     *           "id": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *           "name": "Maria Exemplo",
                     *           "document": {
                     *             "kind": "cpf",
                     *             "value": "52998224725"
                     *           },
                     *           "phones": [
                     *             "+5511987654321"
                     *           ],
                     *           "emails": [
                     *             "maria@example.com"
                     *           ],
                     *           "birthDate": null,
                     *           "segments": [
                     *             "vip-ouro"
                     *           ],
                     *           "mergedInto": null,
                     *           "createdAt": "2026-11-03T12:00:00.000Z",
                     *           "updatedAt": "2026-11-03T12:00:00.000Z"
                     *         },
                     *         "wallet": {
                     *           "cashback": {
                     *             "activeCents": 950,
                     *             "pendingCents": 1200,
                     *             "reservedCents": 0,
                     *             "debtCents": 0
                     *           },
                     *           "points": {
                     *             "activePoints": 0,
                     *             "pendingPoints": 0,
                     *             "reservedPoints": 0,
                     *             "debtPoints": 0
                     *           },
                     *           "expirations": [
                     *             {
                     *               "date": "2027-02-01",
                     *               "cents": 950
                     *             }
                     *           ],
                     *           "vouchers": [
                     *             {
                     *               "code": "K7QM-3XRT-9WHP",
                     *               "template": "volta-20",
                     *               "state": "active",
                     *               "usesLeft": 1,
                     *               "expiresOn": "2027-01-15"
                     *             }
                     *           ]
                     *         }
                     *       },
                     *       "sales": {
                     *         "count": 3,
                     *         "more": false
                     *       },
                     *       "conflict": false
                     *     }
                     */
                    "application/json": components["schemas"]["MergePreview"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `customer_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `customers_not_mergeable` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSettingsStandIns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is in force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "words": [
                     *         "cliente whatsapp"
                     *       ],
                     *       "emails": [
                     *         "caixa@lojadamaria.com.br",
                     *         "@lojadamaria.com.br"
                     *       ],
                     *       "phones": [
                     *         "(11) 3456-7890"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["StandIns"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putSettingsStandIns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "words": [
                 *         "cliente whatsapp"
                 *       ],
                 *       "emails": [
                 *         "caixa@lojadamaria.com.br",
                 *         "@lojadamaria.com.br"
                 *       ],
                 *       "phones": [
                 *         "(11) 3456-7890"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["StandIns"];
            };
        };
        responses: {
            /** @description What is in force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "words": [
                     *         "cliente whatsapp"
                     *       ],
                     *       "emails": [
                     *         "caixa@lojadamaria.com.br",
                     *         "@lojadamaria.com.br"
                     *       ],
                     *       "phones": [
                     *         "(11) 3456-7890"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["StandIns"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askOptOut: {
        parameters: {
            query?: {
                /** @description What the form has done, of which the page tells */
                feito?: string;
            };
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The link is nobody’s; the page says nothing of anybody */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Too many links of nobody were opened from one network */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description MongoDB is away */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    optOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @enum {string} */
                    canal?: "whatsapp" | "email" | "tudo";
                    /** @enum {string} */
                    "List-Unsubscribe"?: "One-Click";
                };
            };
        };
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description To the page, which tells of it */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The link is nobody’s; the page says nothing of anybody */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many links of nobody were opened from one network */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description MongoDB is away */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    openCustomersPage: {
        parameters: {
            query?: {
                /** @description Movements before this one */
                antes?: string;
                /** @description Which page of vouchers, from 0 */
                vales?: string;
                /** @description Given: the regulation in place of all else */
                regulamento?: string;
            };
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The link is nobody’s, or not any more; the page says nothing of anybody */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Too many links of nobody were opened from one network */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description MongoDB is away */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    chooseMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @enum {string} */
                    parar?: "whatsapp" | "email" | "tudo";
                    /** @enum {string} */
                    receber?: "whatsapp" | "email";
                };
            };
        };
        responses: {
            /** @description To the page, which tells of it */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The link is nobody’s, or not any more; the page says nothing of anybody */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many links of nobody were opened from one network */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description MongoDB is away */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    postSuppressions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "phones": [
                 *         "(11) 98765-4321"
                 *       ],
                 *       "emails": [
                 *         "ana@exemplo.com.br"
                 *       ],
                 *       "documents": [
                 *         "529.982.247-25"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SuppressionRequest"];
            };
        };
        responses: {
            /** @description What became of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "added": 2,
                     *       "known": 1,
                     *       "unreadable": []
                     *     }
                     */
                    "application/json": components["schemas"]["SuppressionReceipt"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postCustomersIdAdjustments: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique for each operation. The same key and body get the same answer, marked Idempotency-Replayed. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "cashback",
                 *       "cents": 500,
                 *       "reason": "Brinde de aniversário"
                 *     }
                 */
                "application/json": components["schemas"]["CashbackAdjustment"] | components["schemas"]["PointsAdjustment"];
            };
        };
        responses: {
            /** @description The wallet after it */
            201: {
                headers: {
                    /** @description `true` where the answer is that of an earlier call with the same key */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cashback": {
                     *         "activeCents": 950,
                     *         "pendingCents": 1200,
                     *         "reservedCents": 0,
                     *         "debtCents": 0
                     *       },
                     *       "points": {
                     *         "activePoints": 0,
                     *         "pendingPoints": 0,
                     *         "reservedPoints": 0,
                     *         "debtPoints": 0
                     *       },
                     *       "expirations": [
                     *         {
                     *           "date": "2027-02-01",
                     *           "cents": 950
                     *         }
                     *       ],
                     *       "vouchers": [
                     *         {
                     *           "code": "K7QM-3XRT-9WHP",
                     *           "template": "volta-20",
                     *           "state": "active",
                     *           "usesLeft": 1,
                     *           "expiresOn": "2027-01-15"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Wallet"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `customer_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `insufficient_balance` · `invalid_request` · `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_expired` · `outcome_unknown` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRedemptions: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique for each operation. The same key and body get the same answer, marked Idempotency-Replayed. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customerId": "cus_7h2k9m4q8r5t6v3w1x0y",
                 *       "type": "cashback",
                 *       "amountCents": 950,
                 *       "saleTotalCents": 12900,
                 *       "saleRef": "10231"
                 *     }
                 */
                "application/json": components["schemas"]["CashbackUse"] | components["schemas"]["PointsUse"];
            };
        };
        responses: {
            /** @description Reserved, or used */
            201: {
                headers: {
                    /** @description `true` where the answer is that of an earlier call with the same key */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "red_7h2k9m4q8r5t6v3w1x0y",
                     *       "customerId": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *       "type": "cashback",
                     *       "amountCents": 950,
                     *       "state": "reserved",
                     *       "reservedAt": "2026-11-03T12:00:00.000Z",
                     *       "reservedUntil": "2026-11-03T12:15:00.000Z",
                     *       "confirmedAt": null,
                     *       "closedAt": null,
                     *       "saleTotalCents": 12900,
                     *       "freightCents": 0,
                     *       "saleRef": "10231",
                     *       "operator": "caixa 1",
                     *       "storeId": null,
                     *       "leftCents": 0
                     *     }
                     */
                    "application/json": components["schemas"]["Redemption"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `customer_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `below_min_sale` · `above_max_share` · `insufficient_balance` · `invalid_request` · `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_expired` · `outcome_unknown` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRedemptionsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The redemption */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "red_7h2k9m4q8r5t6v3w1x0y",
                     *       "customerId": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *       "type": "cashback",
                     *       "amountCents": 950,
                     *       "state": "reserved",
                     *       "reservedAt": "2026-11-03T12:00:00.000Z",
                     *       "reservedUntil": "2026-11-03T12:15:00.000Z",
                     *       "confirmedAt": null,
                     *       "closedAt": null,
                     *       "saleTotalCents": 12900,
                     *       "freightCents": 0,
                     *       "saleRef": "10231",
                     *       "operator": "caixa 1",
                     *       "storeId": null
                     *     }
                     */
                    "application/json": components["schemas"]["Redemption"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `redemption_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRedemptionsIdConfirm: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique for each operation. The same key and body get the same answer, marked Idempotency-Replayed. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "operator": "caixa 1"
                 *     }
                 */
                "application/json": {
                    operator?: string;
                    storeId?: string;
                };
            };
        };
        responses: {
            /** @description The redemption as it is now */
            200: {
                headers: {
                    /** @description `true` where the answer is that of an earlier call with the same key */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "red_7h2k9m4q8r5t6v3w1x0y",
                     *       "customerId": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *       "type": "cashback",
                     *       "amountCents": 950,
                     *       "state": "reserved",
                     *       "reservedAt": "2026-11-03T12:00:00.000Z",
                     *       "reservedUntil": "2026-11-03T12:15:00.000Z",
                     *       "confirmedAt": null,
                     *       "closedAt": null,
                     *       "saleTotalCents": 12900,
                     *       "freightCents": 0,
                     *       "saleRef": "10231",
                     *       "operator": "caixa 1",
                     *       "storeId": null
                     *     }
                     */
                    "application/json": components["schemas"]["Redemption"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `redemption_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `reservation_expired` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` · `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_expired` · `outcome_unknown` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRedemptionsIdRelease: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique for each operation. The same key and body get the same answer, marked Idempotency-Replayed. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "operator": "caixa 1"
                 *     }
                 */
                "application/json": {
                    operator?: string;
                    storeId?: string;
                };
            };
        };
        responses: {
            /** @description The redemption as it is now */
            200: {
                headers: {
                    /** @description `true` where the answer is that of an earlier call with the same key */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "red_7h2k9m4q8r5t6v3w1x0y",
                     *       "customerId": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *       "type": "cashback",
                     *       "amountCents": 950,
                     *       "state": "reserved",
                     *       "reservedAt": "2026-11-03T12:00:00.000Z",
                     *       "reservedUntil": "2026-11-03T12:15:00.000Z",
                     *       "confirmedAt": null,
                     *       "closedAt": null,
                     *       "saleTotalCents": 12900,
                     *       "freightCents": 0,
                     *       "saleRef": "10231",
                     *       "operator": "caixa 1",
                     *       "storeId": null
                     *     }
                     */
                    "application/json": components["schemas"]["Redemption"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `redemption_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` · `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_expired` · `outcome_unknown` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRedemptionsIdRollback: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique for each operation. The same key and body get the same answer, marked Idempotency-Replayed. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "operator": "caixa 1"
                 *     }
                 */
                "application/json": {
                    operator?: string;
                    storeId?: string;
                };
            };
        };
        responses: {
            /** @description The redemption as it is now */
            200: {
                headers: {
                    /** @description `true` where the answer is that of an earlier call with the same key */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "red_7h2k9m4q8r5t6v3w1x0y",
                     *       "customerId": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *       "type": "cashback",
                     *       "amountCents": 950,
                     *       "state": "reserved",
                     *       "reservedAt": "2026-11-03T12:00:00.000Z",
                     *       "reservedUntil": "2026-11-03T12:15:00.000Z",
                     *       "confirmedAt": null,
                     *       "closedAt": null,
                     *       "saleTotalCents": 12900,
                     *       "freightCents": 0,
                     *       "saleRef": "10231",
                     *       "operator": "caixa 1",
                     *       "storeId": null
                     *     }
                     */
                    "application/json": components["schemas"]["Redemption"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `redemption_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already_rolled_back` · `request_in_progress` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rollback_window_closed` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` · `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_expired` · `outcome_unknown` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReviews: {
        parameters: {
            query?: {
                state?: "open" | "resolved" | "all";
                kind?: "same_sale" | "same_customer";
                limit?: number;
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of reviews */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "rev_5h2v9kq0c4w8d1mz6p3t",
                     *           "kind": "same_sale",
                     *           "subjects": [
                     *             "sal_4q0c9m7t2x5k8v1b6n3d",
                     *             "sal_8v1b6n3d4q0c9m7t2x5k"
                     *           ],
                     *           "facts": {
                     *             "reasons": [
                     *               "Nenhum número em comum",
                     *               "Mesmo total: R$ 189,90",
                     *               "Mesmo dia",
                     *               "Mesmo cliente"
                     *             ]
                     *           },
                     *           "state": "open",
                     *           "decision": null,
                     *           "operator": null,
                     *           "reason": null,
                     *           "openedAt": "2026-11-03T15:04:05.000Z",
                     *           "resolvedAt": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Review"][];
                        /** @description Give as `before` for the next page; null: this was the last */
                        next: string | null;
                    };
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReviewsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The review */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "rev_5h2v9kq0c4w8d1mz6p3t",
                     *       "kind": "same_sale",
                     *       "subjects": [
                     *         "sal_4q0c9m7t2x5k8v1b6n3d",
                     *         "sal_8v1b6n3d4q0c9m7t2x5k"
                     *       ],
                     *       "facts": {
                     *         "reasons": [
                     *           "Nenhum número em comum",
                     *           "Mesmo total: R$ 189,90",
                     *           "Mesmo dia",
                     *           "Mesmo cliente"
                     *         ]
                     *       },
                     *       "state": "open",
                     *       "decision": null,
                     *       "operator": null,
                     *       "reason": null,
                     *       "openedAt": "2026-11-03T15:04:05.000Z",
                     *       "resolvedAt": null,
                     *       "sales": [],
                     *       "heldSaleId": null,
                     *       "customers": []
                     *     }
                     */
                    "application/json": components["schemas"]["ReviewWithSides"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `review_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postReviewsIdResolve: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique for each operation. The same key and body get the same answer, marked Idempotency-Replayed. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "decision": "same",
                 *       "operator": "gerente",
                 *       "reason": "Conferido no pedido da loja"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    decision: "same" | "distinct";
                    operator?: string | null;
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description The review as it is now */
            200: {
                headers: {
                    /** @description `true` where the answer is that of an earlier call with the same key */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "rev_5h2v9kq0c4w8d1mz6p3t",
                     *       "kind": "same_sale",
                     *       "subjects": [
                     *         "sal_4q0c9m7t2x5k8v1b6n3d",
                     *         "sal_8v1b6n3d4q0c9m7t2x5k"
                     *       ],
                     *       "facts": {
                     *         "reasons": [
                     *           "Nenhum número em comum",
                     *           "Mesmo total: R$ 189,90",
                     *           "Mesmo dia",
                     *           "Mesmo cliente"
                     *         ]
                     *       },
                     *       "state": "open",
                     *       "decision": null,
                     *       "operator": null,
                     *       "reason": null,
                     *       "openedAt": "2026-11-03T15:04:05.000Z",
                     *       "resolvedAt": null,
                     *       "sales": [],
                     *       "heldSaleId": null,
                     *       "customers": []
                     *     }
                     */
                    "application/json": components["schemas"]["ReviewWithSides"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `review_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `review_resolved` · `request_in_progress` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` · `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `outcome_unknown` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVouchersCode: {
        parameters: {
            query?: {
                /** @description Left out: looked at as if the sale were large enough */
                saleTotalCents?: number;
                operator?: string;
                storeId?: string;
                /** @description Whose voucher it is. With it a valid code is accepted also while wrong codes have locked the caller */
                customerId?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The voucher as the clock has it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "K7QM-3XRT-9WHP",
                     *       "template": "volta-20",
                     *       "state": "active",
                     *       "usesLeft": 1,
                     *       "expiresOn": "2027-01-15",
                     *       "usable": true,
                     *       "refusal": null,
                     *       "discount": {
                     *         "type": "amount",
                     *         "cents": 2000
                     *       },
                     *       "minSaleCents": 10000,
                     *       "stores": null,
                     *       "storeNames": null,
                     *       "uses": 1,
                     *       "activatesOn": "2026-11-16",
                     *       "customerId": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *       "saleId": "sal_7h2k9m4q8r5t6v3w1x0y",
                     *       "discountCents": 2000,
                     *       "unusedCents": 0
                     *     }
                     */
                    "application/json": components["schemas"]["Voucher"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `voucher_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVouchersCodeAttempts: {
        parameters: {
            query?: {
                limit?: number;
                before?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of attempts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "att_7h2k9m4q8r5t6v3w1x0y",
                     *           "at": "2026-11-20T12:00:00.000Z",
                     *           "codeEnding": "9WHP",
                     *           "action": "redeem",
                     *           "outcome": "below_min_sale",
                     *           "repeated": false,
                     *           "facts": {
                     *             "minSaleCents": 10000,
                     *             "saleTotalCents": 4200
                     *           },
                     *           "operator": "caixa 1",
                     *           "storeId": "centro",
                     *           "caller": "5f2b6c1d9e0a47f3",
                     *           "redemptionId": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["VoucherAttempt"][];
                        /** @description Give as `before` for the next page; null: this was the last */
                        next: string | null;
                    };
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `voucher_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVoucherAttempts: {
        parameters: {
            query?: {
                limit?: number;
                before?: string;
                operator?: string;
                /** @description `ok`, or a refusal such as `voucher_not_found` */
                outcome?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of attempts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "att_7h2k9m4q8r5t6v3w1x0y",
                     *           "at": "2026-11-20T12:00:00.000Z",
                     *           "codeEnding": "9WHP",
                     *           "action": "redeem",
                     *           "outcome": "below_min_sale",
                     *           "repeated": false,
                     *           "facts": {
                     *             "minSaleCents": 10000,
                     *             "saleTotalCents": 4200
                     *           },
                     *           "operator": "caixa 1",
                     *           "storeId": "centro",
                     *           "caller": "5f2b6c1d9e0a47f3",
                     *           "redemptionId": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["VoucherAttempt"][];
                        /** @description Give as `before` for the next page; null: this was the last */
                        next: string | null;
                    };
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postVouchersCodeReserve: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique for each operation. The same key and body get the same answer, marked Idempotency-Replayed. */
                "Idempotency-Key": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "saleTotalCents": 12900,
                 *       "saleRef": "10231",
                 *       "operator": "caixa 1",
                 *       "storeId": "centro"
                 *     }
                 */
                "application/json": {
                    saleTotalCents: number;
                    /** @description Id, external id or number of the sale it is used for */
                    saleRef?: string;
                    operator?: string;
                    storeId?: string;
                    /** @description Whose voucher it is. With it a valid code is accepted also while wrong codes have locked the caller */
                    customerId?: string;
                };
            };
        };
        responses: {
            /** @description The use as it is now */
            201: {
                headers: {
                    /** @description `true` where the answer is that of an earlier call with the same key */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "red_7h2k9m4q8r5t6v3w1x0y",
                     *       "customerId": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *       "state": "reserved",
                     *       "reservedAt": "2026-11-03T12:00:00.000Z",
                     *       "reservedUntil": "2026-11-03T12:15:00.000Z",
                     *       "confirmedAt": null,
                     *       "closedAt": null,
                     *       "saleTotalCents": 12900,
                     *       "freightCents": 0,
                     *       "saleRef": "10231",
                     *       "operator": "caixa 1",
                     *       "storeId": null,
                     *       "type": "voucher",
                     *       "code": "K7QM-3XRT-9WHP",
                     *       "discountCents": 2000,
                     *       "unusedCents": 0,
                     *       "usesLeft": 1
                     *     }
                     */
                    "application/json": components["schemas"]["VoucherUse"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `voucher_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `voucher_reserved` · `voucher_already_redeemed` · `request_in_progress` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `voucher_expired` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `voucher_cancelled` · `voucher_not_active_yet` · `below_min_sale` · `wrong_store` · `invalid_request` · `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_expired` · `outcome_unknown` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postVouchersCodeRedeem: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique for each operation. The same key and body get the same answer, marked Idempotency-Replayed. */
                "Idempotency-Key": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "saleTotalCents": 12900,
                 *       "saleRef": "10231",
                 *       "operator": "caixa 1",
                 *       "storeId": "centro"
                 *     }
                 */
                "application/json": {
                    saleTotalCents: number;
                    /** @description Id, external id or number of the sale it is used for */
                    saleRef?: string;
                    operator?: string;
                    storeId?: string;
                    /** @description Whose voucher it is. With it a valid code is accepted also while wrong codes have locked the caller */
                    customerId?: string;
                };
            };
        };
        responses: {
            /** @description The use as it is now */
            200: {
                headers: {
                    /** @description `true` where the answer is that of an earlier call with the same key */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "red_7h2k9m4q8r5t6v3w1x0y",
                     *       "customerId": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *       "state": "reserved",
                     *       "reservedAt": "2026-11-03T12:00:00.000Z",
                     *       "reservedUntil": "2026-11-03T12:15:00.000Z",
                     *       "confirmedAt": null,
                     *       "closedAt": null,
                     *       "saleTotalCents": 12900,
                     *       "freightCents": 0,
                     *       "saleRef": "10231",
                     *       "operator": "caixa 1",
                     *       "storeId": null,
                     *       "type": "voucher",
                     *       "code": "K7QM-3XRT-9WHP",
                     *       "discountCents": 2000,
                     *       "unusedCents": 0,
                     *       "usesLeft": 1
                     *     }
                     */
                    "application/json": components["schemas"]["VoucherUse"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `voucher_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `voucher_reserved` · `voucher_already_redeemed` · `request_in_progress` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `voucher_expired` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `voucher_cancelled` · `voucher_not_active_yet` · `below_min_sale` · `wrong_store` · `invalid_request` · `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_expired` · `outcome_unknown` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postVouchersCodeRelease: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique for each operation. The same key and body get the same answer, marked Idempotency-Replayed. */
                "Idempotency-Key": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "saleRef": "10231",
                 *       "operator": "caixa 1"
                 *     }
                 */
                "application/json": {
                    /** @description Not needed here */
                    saleTotalCents?: number;
                    /** @description Id, external id or number of the sale it is used for */
                    saleRef?: string;
                    operator?: string;
                    storeId?: string;
                    /** @description Whose voucher it is. With it a valid code is accepted also while wrong codes have locked the caller */
                    customerId?: string;
                    /** @description The very use that is meant: `id` of its answer. It counts before `saleRef`. Left out: the latest */
                    redemptionId?: string;
                };
            };
        };
        responses: {
            /** @description The use as it is now */
            200: {
                headers: {
                    /** @description `true` where the answer is that of an earlier call with the same key */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "red_7h2k9m4q8r5t6v3w1x0y",
                     *       "customerId": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *       "state": "reserved",
                     *       "reservedAt": "2026-11-03T12:00:00.000Z",
                     *       "reservedUntil": "2026-11-03T12:15:00.000Z",
                     *       "confirmedAt": null,
                     *       "closedAt": null,
                     *       "saleTotalCents": 12900,
                     *       "freightCents": 0,
                     *       "saleRef": "10231",
                     *       "operator": "caixa 1",
                     *       "storeId": null,
                     *       "type": "voucher",
                     *       "code": "K7QM-3XRT-9WHP",
                     *       "discountCents": 2000,
                     *       "unusedCents": 0,
                     *       "usesLeft": 1
                     *     }
                     */
                    "application/json": components["schemas"]["VoucherUse"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `voucher_not_found` · `redemption_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` · `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_expired` · `outcome_unknown` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postVouchersCodeRollback: {
        parameters: {
            query?: never;
            header: {
                /** @description Unique for each operation. The same key and body get the same answer, marked Idempotency-Replayed. */
                "Idempotency-Key": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "saleRef": "10231",
                 *       "operator": "caixa 1"
                 *     }
                 */
                "application/json": {
                    /** @description Not needed here */
                    saleTotalCents?: number;
                    /** @description Id, external id or number of the sale it is used for */
                    saleRef?: string;
                    operator?: string;
                    storeId?: string;
                    /** @description Whose voucher it is. With it a valid code is accepted also while wrong codes have locked the caller */
                    customerId?: string;
                    /** @description The very use that is meant: `id` of its answer. It counts before `saleRef`. Left out: the latest */
                    redemptionId?: string;
                };
            };
        };
        responses: {
            /** @description The use as it is now */
            200: {
                headers: {
                    /** @description `true` where the answer is that of an earlier call with the same key */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "red_7h2k9m4q8r5t6v3w1x0y",
                     *       "customerId": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *       "state": "reserved",
                     *       "reservedAt": "2026-11-03T12:00:00.000Z",
                     *       "reservedUntil": "2026-11-03T12:15:00.000Z",
                     *       "confirmedAt": null,
                     *       "closedAt": null,
                     *       "saleTotalCents": 12900,
                     *       "freightCents": 0,
                     *       "saleRef": "10231",
                     *       "operator": "caixa 1",
                     *       "storeId": null,
                     *       "type": "voucher",
                     *       "code": "K7QM-3XRT-9WHP",
                     *       "discountCents": 2000,
                     *       "unusedCents": 0,
                     *       "usesLeft": 1
                     *     }
                     */
                    "application/json": components["schemas"]["VoucherUse"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `voucher_not_found` · `redemption_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `already_rolled_back` · `request_in_progress` */
            409: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rollback_window_closed` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` · `idempotency_key_reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests` */
            429: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_expired` · `outcome_unknown` · `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLedgerVerify: {
        parameters: {
            query?: {
                /** @description `next` of the answer before */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was looked at, and what does not hold */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true,
                     *       "customers": 120,
                     *       "entries": 2310,
                     *       "problems": [],
                     *       "firstMisfit": null,
                     *       "sealed": {
                     *         "seals": 41,
                     *         "entries": 2298,
                     *         "last": {
                     *           "n": 41,
                     *           "hash": "5f2b6c1d9e0a47f38b1c2d3e4f5061728394a5b6c7d8e9f00112233445566778",
                     *           "at": "2026-11-03T06:00:00.000Z"
                     *         }
                     *       },
                     *       "unattestedSales": 0,
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMessages: {
        parameters: {
            query?: {
                customerId?: string;
                saleId?: string;
                state?: "queued" | "sending" | "sent" | "delivered" | "read" | "failed" | "skipped" | "unknown";
                occasion?: "earned" | "expiring" | "expired" | "repurchase" | "returned" | "welcome" | "balance" | "winBack" | "birthday";
                limit?: number;
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of messages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "c2FsXzdoMmsvZXhwaXJpbmcvUDdEL3doYXRzYXBw",
                     *           "saleId": "sal_7h2k",
                     *           "customerId": "cus_7h2m",
                     *           "occasion": "expiring",
                     *           "channel": "whatsapp",
                     *           "state": "queued",
                     *           "reason": "quiet_hours",
                     *           "text": "Aviso de vencimento próximo por WhatsApp: na fila: está fora do horário de envio da loja",
                     *           "decision": {
                     *             "at": "2026-11-03T23:30:00.000Z",
                     *             "do": "wait",
                     *             "because": "quiet_hours",
                     *             "until": "2026-11-04T11:12:00.000Z",
                     *             "text": "Espera: está fora do horário de envio da loja"
                     *           },
                     *           "attempts": 0,
                     *           "createdAt": "2026-11-03T23:30:00.000Z",
                     *           "nextAttemptAt": "2026-11-04T11:12:00.000Z",
                     *           "sentAt": null,
                     *           "reportedAt": null,
                     *           "updatedAt": "2026-11-03T23:30:00.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Message"][];
                        /** @description Give as `before` for the next page; null: this was the last */
                        next: string | null;
                    };
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMessagesPreviews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One of each occasion */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "occasion": "expiring",
                     *           "channels": [
                     *             "whatsapp",
                     *             "email"
                     *           ],
                     *           "whatsapp": {
                     *             "template": "retorno_beneficio_expirando",
                     *             "parameters": [
                     *               "Ana",
                     *               "Clube da Loja",
                     *               "R$ 12,50",
                     *               "30/06/2030"
                     *             ],
                     *             "body": "Olá, {{1}}! Passando para lembrar: no programa {{2}}, você tem {{3}} para usar até {{4}}. Esperamos você! Para não receber mais, responda SAIR.",
                     *             "text": "Olá, Ana! Passando para lembrar: no programa Clube da Loja, você tem R$ 12,50 para usar até 30/06/2030. Esperamos você! Para não receber mais, responda SAIR.",
                     *             "button": true
                     *           },
                     *           "email": {
                     *             "subject": "Seu benefício vence em 30/06/2030 | Clube da Loja",
                     *             "text": "Olá, Ana!\n\nPassando para lembrar: no programa Clube da Loja você tem R$ 12,50 para usar até 30/06/2030.\n\nVale até o fim desse dia. Aproveite na próxima compra: é só se identificar na loja na hora de pagar.\n\nVer meu saldo, vales e extrato:\nhttps://retorno.example.com/c/exemplo\n\nClube da Loja\n\n--\nVocê recebeu esta mensagem porque participa do programa Clube da Loja. Dúvidas sobre o programa ou sobre estas mensagens? Fale com a loja.\n\nNão quero mais receber estes e-mails:\nhttps://retorno.example.com/u/exemplo\n",
                     *             "html": "<!doctype html>\n<html lang=\"pt-BR\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>Seu benefício vence em 30/06/2030 | Clube da Loja</title>\n</head>\n<body style=\"margin:0;padding:0;background:#f5f7fa\">\n<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" style=\"background:#f5f7fa\">\n<tr><td align=\"center\" style=\"padding:24px 12px\">\n<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" style=\"max-width:560px;background:#ffffff;border-radius:8px\">\n<tr><td style=\"padding:32px 24px 16px\">\n<p style=\"margin:0 0 16px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:14px;line-height:20px;font-weight:600;color:#0b7a4b\">Clube da Loja</p>\n<p style=\"margin:0 0 16px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:20px;line-height:28px;font-weight:600;color:#1f2933\">Olá, Ana!</p>\n<p style=\"margin:0 0 16px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:28px;line-height:36px;font-weight:700;color:#0b7a4b\">R$ 12,50</p>\n<p style=\"margin:0 0 16px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:24px;color:#1f2933\">Passando para lembrar: no programa Clube da Loja você tem R$ 12,50 para usar até 30/06/2030.</p>\n<p style=\"margin:0 0 16px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:24px;color:#1f2933\">Vale até o fim desse dia. Aproveite na próxima compra: é só se identificar na loja na hora de pagar.</p>\n<p style=\"margin:0 0 16px\"><a href=\"https://retorno.example.com/c/exemplo\" style=\"display:inline-block;padding:12px 24px;border-radius:6px;background:#0b7a4b;color:#ffffff;text-decoration:none;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:24px;font-weight:600\">Ver meu saldo, vales e extrato</a></p>\n<p style=\"margin:0 0 16px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:13px;line-height:20px;color:#52606d;word-break:break-all\">https://retorno.example.com/c/exemplo</p>\n</td></tr>\n<tr><td style=\"padding:16px 24px 24px;border-top:1px solid #e4e7eb\">\n<p style=\"margin:0 0 16px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:13px;line-height:20px;color:#52606d\">Você recebeu esta mensagem porque participa do programa Clube da Loja. Dúvidas sobre o programa ou sobre estas mensagens? Fale com a loja.</p>\n<p style=\"margin:0 0 16px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:13px;line-height:20px;color:#52606d\"><a href=\"https://retorno.example.com/u/exemplo\" style=\"color:#52606d\">Não quero mais receber estes e-mails</a></p>\n</td></tr>\n</table>\n</td></tr>\n</table>\n</body>\n</html>\n"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["MessagePreview"][];
                    };
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMessagesTexts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Of each occasion; without words of its own all is as it is without */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "occasion": "birthday",
                     *           "subject": "Parabéns, {nome}!",
                     *           "opening": [],
                     *           "closing": [
                     *             "Abraços da equipe."
                     *           ],
                     *           "variables": [
                     *             "{nome}",
                     *             "{programa}",
                     *             "{beneficio}"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["MessageText"][];
                    };
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putMessagesTexts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "occasion": "birthday",
                 *       "subject": "Parabéns, {nome}!",
                 *       "opening": [],
                 *       "closing": []
                 *     }
                 */
                "application/json": components["schemas"]["MessageTextChange"];
            };
        };
        responses: {
            /** @description Of each occasion; without words of its own all is as it is without */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "occasion": "birthday",
                     *           "subject": "Parabéns, {nome}!",
                     *           "opening": [],
                     *           "closing": [
                     *             "Abraços da equipe."
                     *           ],
                     *           "variables": [
                     *             "{nome}",
                     *             "{programa}",
                     *             "{beneficio}"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["MessageText"][];
                    };
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `foreign_origin` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_timeout` */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMessagesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "c2FsXzdoMmsvZXhwaXJpbmcvUDdEL3doYXRzYXBw",
                     *       "saleId": "sal_7h2k",
                     *       "customerId": "cus_7h2m",
                     *       "occasion": "expiring",
                     *       "channel": "whatsapp",
                     *       "state": "queued",
                     *       "reason": "quiet_hours",
                     *       "text": "Aviso de vencimento próximo por WhatsApp: na fila: está fora do horário de envio da loja",
                     *       "decision": {
                     *         "at": "2026-11-03T23:30:00.000Z",
                     *         "do": "wait",
                     *         "because": "quiet_hours",
                     *         "until": "2026-11-04T11:12:00.000Z",
                     *         "text": "Espera: está fora do horário de envio da loja"
                     *       },
                     *       "attempts": 0,
                     *       "createdAt": "2026-11-03T23:30:00.000Z",
                     *       "nextAttemptAt": "2026-11-04T11:12:00.000Z",
                     *       "sentAt": null,
                     *       "reportedAt": null,
                     *       "updatedAt": "2026-11-03T23:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description `invalid_request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `message_not_found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAlerts: {
        parameters: {
            query?: {
                state?: "open" | "all";
                limit?: number;
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of alerts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "alt_5h2v9kq0c4w8d1mz6p3t",
                     *           "kind": "ledger_misfit",
                     *           "subject": "ledger",
                     *           "text": "A conferência do livro de lançamentos encontrou 1 divergência em 120 clientes e 2.310 lançamentos. O primeiro lançamento que não confere é o nº 7 do cliente cus_7h2m (spend/red_1).",
                     *           "facts": {
                     *             "customers": 120,
                     *             "entries": 2310,
                     *             "problems": 1
                     *           },
                     *           "about": {
                     *             "kind": "customer",
                     *             "id": "cus_7h2m"
                     *           },
                     *           "raisedAt": "2026-11-03T06:00:00.000Z",
                     *           "lastSeenAt": "2026-11-04T06:00:00.000Z",
                     *           "resolvedAt": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Alert"][];
                        /** @description Give as `before` for the next page; null: this was the last */
                        next: string | null;
                    };
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAudit: {
        parameters: {
            query?: {
                limit?: number;
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the audit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "aud_7h2k9m4q8r5t6v3w1x0y",
                     *           "at": "2026-11-29T12:00:00.000Z",
                     *           "actor": {
                     *             "kind": "person",
                     *             "id": "per_4w8d1mz6p3t5h2v9kq0c",
                     *             "name": "Ana Exemplo"
                     *           },
                     *           "address": "203.0.113.7",
                     *           "act": "program.publish",
                     *           "text": "Publicação do programa",
                     *           "subject": null,
                     *           "outcome": "done",
                     *           "before": {
                     *             "version": 3
                     *           },
                     *           "after": {
                     *             "version": 4
                     *           },
                     *           "requestId": "0f8fad5b-d9cb-469f-a165-70867728950e"
                     *         }
                     *       ],
                     *       "names": {},
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["AuditLine"][];
                        /** @description What the people, invitations and stores that these lines name by their ids are called now */
                        names: {
                            [key: string]: string;
                        };
                        /** @description Give as `before` for the next page; null: this was the last */
                        next: string | null;
                    };
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOverview: {
        parameters: {
            query?: {
                /** @description Today’s sales of this store alone */
                storeId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As of now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-03T12:00:00.000Z",
                     *       "day": "2026-11-03",
                     *       "timezone": "America/Sao_Paulo",
                     *       "live": true,
                     *       "programVersion": 1,
                     *       "needs": {
                     *         "reviews": {
                     *           "count": 2,
                     *           "more": false,
                     *           "href": "/v1/reviews"
                     *         },
                     *         "alerts": {
                     *           "count": 2,
                     *           "more": false,
                     *           "href": "/v1/alerts"
                     *         },
                     *         "connections": [],
                     *         "unidentifiedSales": {
                     *           "count": 2,
                     *           "more": false,
                     *           "href": "/v1/sales?status=unidentified"
                     *         },
                     *         "refusedSales": {
                     *           "count": 0,
                     *           "more": false,
                     *           "href": "/v1/sales?status=refused"
                     *         },
                     *         "parkedSales": {
                     *           "count": 0,
                     *           "more": false,
                     *           "href": "/v1/connections"
                     *         },
                     *         "lateSales": {
                     *           "count": 0,
                     *           "more": false,
                     *           "href": "/v1/alerts",
                     *           "first": []
                     *         }
                     *       },
                     *       "today": {
                     *         "sales": {
                     *           "count": 31,
                     *           "totalCents": 589000,
                     *           "waiting": 2,
                     *           "cancelled": 1
                     *         },
                     *         "granted": {
                     *           "cents": 949,
                     *           "points": 0,
                     *           "voucherUses": 1
                     *         },
                     *         "used": {
                     *           "cents": 0,
                     *           "points": 0,
                     *           "voucherUses": 0
                     *         },
                     *         "takenBack": {
                     *           "cents": 0,
                     *           "points": 0,
                     *           "voucherUses": 0
                     *         },
                     *         "expired": {
                     *           "cents": 0,
                     *           "points": 0,
                     *           "voucherUses": 0
                     *         }
                     *       },
                     *       "ending": [
                     *         {
                     *           "date": "2026-11-09",
                     *           "cents": 950,
                     *           "points": 0
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsLiability: {
        parameters: {
            query?: {
                /** @description `source`: also by store and channel of the sale */
                by?: "month" | "source";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As of now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-03T12:00:00.000Z",
                     *       "timezone": "America/Sao_Paulo",
                     *       "months": [
                     *         {
                     *           "month": "2027-01",
                     *           "storeId": null,
                     *           "storeName": null,
                     *           "channel": null,
                     *           "cashback": {
                     *             "activeCents": 95000,
                     *             "pendingCents": 12000,
                     *             "reservedCents": 0
                     *           },
                     *           "points": {
                     *             "active": 0,
                     *             "pending": 0,
                     *             "reserved": 0
                     *           },
                     *           "vouchers": {
                     *             "activeUses": 0,
                     *             "pendingUses": 0,
                     *             "reservedUses": 0,
                     *             "faceCents": 0
                     *           }
                     *         },
                     *         {
                     *           "month": null,
                     *           "storeId": null,
                     *           "storeName": null,
                     *           "channel": null,
                     *           "cashback": {
                     *             "activeCents": 0,
                     *             "pendingCents": 0,
                     *             "reservedCents": 0
                     *           },
                     *           "points": {
                     *             "active": 0,
                     *             "pending": 0,
                     *             "reserved": 0
                     *           },
                     *           "vouchers": {
                     *             "activeUses": 3,
                     *             "pendingUses": 0,
                     *             "reservedUses": 0,
                     *             "faceCents": 6000
                     *           }
                     *         }
                     *       ],
                     *       "total": {
                     *         "cashback": {
                     *           "activeCents": 95000,
                     *           "pendingCents": 12000,
                     *           "reservedCents": 0
                     *         },
                     *         "points": {
                     *           "active": 0,
                     *           "pending": 0,
                     *           "reserved": 0
                     *         },
                     *         "vouchers": {
                     *           "activeUses": 3,
                     *           "pendingUses": 0,
                     *           "reservedUses": 0,
                     *           "faceCents": 6000
                     *         }
                     *       },
                     *       "debt": {
                     *         "cents": 0,
                     *         "points": 0
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["LiabilityReport"];
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsActivity: {
        parameters: {
            query?: {
                /** @description Default: twelve months before `until` */
                from?: string;
                /** @description Inclusive; default: today */
                until?: string;
                /** @description `source`: also by store and channel of the sale */
                by?: "month" | "source";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Over the period */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-03T12:00:00.000Z",
                     *       "from": "2025-11-04",
                     *       "until": "2026-11-03",
                     *       "timezone": "America/Sao_Paulo",
                     *       "rows": [
                     *         {
                     *           "month": "2026-10",
                     *           "storeId": null,
                     *           "storeName": null,
                     *           "channel": null,
                     *           "cashbackCents": {
                     *             "granted": 95000,
                     *             "credited": 0,
                     *             "used": 21000,
                     *             "expired": 0,
                     *             "extended": 0,
                     *             "takenBack": 0,
                     *             "debited": 0,
                     *             "net": 74000
                     *           },
                     *           "points": {
                     *             "granted": 0,
                     *             "credited": 0,
                     *             "used": 0,
                     *             "expired": 0,
                     *             "extended": 0,
                     *             "takenBack": 0,
                     *             "debited": 0,
                     *             "net": 0
                     *           },
                     *           "voucherUses": {
                     *             "granted": 0,
                     *             "credited": 0,
                     *             "used": 0,
                     *             "expired": 0,
                     *             "extended": 0,
                     *             "takenBack": 0,
                     *             "debited": 0,
                     *             "net": 0
                     *           }
                     *         }
                     *       ],
                     *       "total": {
                     *         "cashbackCents": {
                     *           "granted": 95000,
                     *           "credited": 0,
                     *           "used": 21000,
                     *           "expired": 0,
                     *           "extended": 0,
                     *           "takenBack": 0,
                     *           "debited": 0,
                     *           "net": 74000
                     *         },
                     *         "points": {
                     *           "granted": 0,
                     *           "credited": 0,
                     *           "used": 0,
                     *           "expired": 0,
                     *           "extended": 0,
                     *           "takenBack": 0,
                     *           "debited": 0,
                     *           "net": 0
                     *         },
                     *         "voucherUses": {
                     *           "granted": 0,
                     *           "credited": 0,
                     *           "used": 0,
                     *           "expired": 0,
                     *           "extended": 0,
                     *           "takenBack": 0,
                     *           "debited": 0,
                     *           "net": 0
                     *         }
                     *       },
                     *       "debt": []
                     *     }
                     */
                    "application/json": components["schemas"]["ActivityReport"];
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsReturning: {
        parameters: {
            query?: {
                /** @description Default: twelve months before `until` */
                from?: string;
                /** @description Inclusive; default: today */
                until?: string;
                /** @description `source`: also by store and channel of the sale */
                by?: "month" | "source";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Over the period */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-03T12:00:00.000Z",
                     *       "from": "2025-11-04",
                     *       "until": "2026-11-03",
                     *       "timezone": "America/Sao_Paulo",
                     *       "customers": 120,
                     *       "repeatCustomers": 42,
                     *       "purchases": 214,
                     *       "totalCents": 2140000,
                     *       "repeatTotalCents": 1310000,
                     *       "repeatRateBps": 3500,
                     *       "grantedCents": 95000,
                     *       "usedCents": 21000,
                     *       "redemptionRateBps": 2210,
                     *       "grantedPoints": 0,
                     *       "usedPoints": 0,
                     *       "pointsRedemptionRateBps": null,
                     *       "rows": [
                     *         {
                     *           "storeId": null,
                     *           "storeName": null,
                     *           "channel": "bling",
                     *           "customers": 120,
                     *           "repeatCustomers": 42,
                     *           "purchases": 214,
                     *           "totalCents": 2140000,
                     *           "repeatTotalCents": 1310000,
                     *           "repeatRateBps": 3500,
                     *           "grantedCents": 0,
                     *           "usedCents": 0,
                     *           "redemptionRateBps": null,
                     *           "grantedPoints": 0,
                     *           "usedPoints": 0,
                     *           "pointsRedemptionRateBps": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ReturningReport"];
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsMessages: {
        parameters: {
            query?: {
                /** @description Default: twelve months before `until` */
                from?: string;
                /** @description Inclusive; default: today */
                until?: string;
                /** @description Days after an invitation within which a purchase counts as coming back */
                backWithin?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Over the period */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-03T12:00:00.000Z",
                     *       "from": "2025-11-04",
                     *       "until": "2026-11-03",
                     *       "timezone": "America/Sao_Paulo",
                     *       "rows": [
                     *         {
                     *           "occasion": "expiring",
                     *           "channel": "whatsapp",
                     *           "planned": 406,
                     *           "waiting": 0,
                     *           "sent": 0,
                     *           "delivered": 84,
                     *           "read": 310,
                     *           "failed": 0,
                     *           "skipped": 12,
                     *           "unknown": 0
                     *         }
                     *       ],
                     *       "total": {
                     *         "planned": 406,
                     *         "waiting": 0,
                     *         "sent": 0,
                     *         "delivered": 84,
                     *         "read": 310,
                     *         "failed": 0,
                     *         "skipped": 12,
                     *         "unknown": 0
                     *       },
                     *       "reasons": [
                     *         {
                     *           "occasion": "expiring",
                     *           "channel": "whatsapp",
                     *           "state": "skipped",
                     *           "reason": "opted_out",
                     *           "text": "a pessoa não quer mais receber mensagens",
                     *           "count": 12
                     *         }
                     *       ],
                     *       "invitations": {
                     *         "backWithin": 30,
                     *         "until": "2026-10-03",
                     *         "occasions": [
                     *           {
                     *             "occasion": "repurchase",
                     *             "invited": {
                     *               "customers": 950,
                     *               "cameBack": 190,
                     *               "rateBps": 2000,
                     *               "totalCents": 2850000
                     *             },
                     *             "heldOut": {
                     *               "customers": 50,
                     *               "cameBack": 6,
                     *               "rateBps": 1200,
                     *               "totalCents": 84000
                     *             },
                     *             "difference": {
                     *               "bps": 800,
                     *               "lowBps": -405,
                     *               "highBps": 1492
                     *             }
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["MessageResults"];
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsMovements: {
        parameters: {
            query: {
                flow: "granted" | "credited" | "used" | "expired" | "extended" | "takenBack" | "debited";
                benefit?: "cashback" | "points" | "voucher";
                /** @description Default: twelve months before `until` */
                from?: string;
                /** @description Inclusive; default: today */
                until?: string;
                /** @description Of sales of this store, by any of its names; `none`: of those that name no store */
                storeId?: string;
                /** @description Of sales of this channel; `none`: of no sale */
                channel?: "bling" | "ecommerce" | "pos" | "import" | "manual" | "none";
                limit?: number;
                /** @description `next` of the page before */
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of movements */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "earn/sal_7h2k9m4q8r5t6v3w1x0y/base/1",
                     *           "type": "EARN_PENDING",
                     *           "at": "2026-11-03T12:00:00.000Z",
                     *           "customerId": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *           "customerName": "Ana Souza",
                     *           "saleId": "sal_7h2k9m4q8r5t6v3w1x0y",
                     *           "amount": 950
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Movement"][];
                        /** @description Give as `before` for the next page; null: this was the last */
                        next: string | null;
                    };
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReportsLots: {
        parameters: {
            query?: {
                state?: "active" | "pending" | "reserved";
                benefit?: "cashback" | "points" | "voucher";
                /** @description Of their last day; `never`: those that have none. Left out: all */
                month?: string;
                /** @description Their last day; `month` then says nothing */
                lastDay?: string;
                /** @description Of sales of this store, by any of its names; `none`: of those that name no store */
                storeId?: string;
                /** @description Of sales of this channel; `none`: of no sale */
                channel?: "bling" | "ecommerce" | "pos" | "import" | "manual" | "none";
                limit?: number;
                /** @description `next` of the page before */
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of lots */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "sal_7h2k9m4q8r5t6v3w1x0y/base/1",
                     *           "customerId": "cus_7h2k9m4q8r5t6v3w1x0y",
                     *           "customerName": "Ana Souza",
                     *           "saleId": "sal_7h2k9m4q8r5t6v3w1x0y",
                     *           "lastDay": "2027-01-31",
                     *           "amount": 950
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["HeldLot"][];
                        /** @description Give as `before` for the next page; null: this was the last */
                        next: string | null;
                    };
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /** @description On calls that take an API key: how to bring it */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `merchant_suspended` · `second_factor_missing` · `forbidden` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal_error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service_unavailable` */
            503: {
                headers: {
                    /** @description Seconds to wait before repeating */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOpenapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openapi: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDocs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description To /docs/, beside which the page’s files lie */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `headers_too_large` */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
