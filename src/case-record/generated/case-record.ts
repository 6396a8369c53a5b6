// Generated from case-record.openapi.yaml by src/commands/generateTypes.ts. Do not edit.
export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the record answers and can store */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases whose reference begins with the given letters, at most 50, in order of their reference */
        get: operations["findCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{caseRef}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
            };
            cookie?: never;
        };
        /** One case */
        get: operations["getCase"];
        /**
         * Creates a case, or gives it a new version, where this record allows that to the bot
         * @description A record that does not allow it answers 403 `not-allowed-here`; the case is then made in the record itself.
         */
        put: operations["putCase"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{caseRef}/measure-administrations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
            };
            cookie?: never;
        };
        /** Every administration of a measure held for the case, oldest first */
        get: operations["listMeasureAdministrations"];
        put?: never;
        /** Adds one administration of a measure, or a new version of it */
        post: operations["addMeasureAdministration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{caseRef}/self-help-entries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
            };
            cookie?: never;
        };
        /** Every version of every self-help entry held for the case, oldest first */
        get: operations["listSelfHelpEntries"];
        put?: never;
        /** Adds a self-help entry, or a new version of it */
        post: operations["addSelfHelpEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{caseRef}/goals": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
            };
            cookie?: never;
        };
        /** Every version of every goal held for the case, oldest first */
        get: operations["listGoals"];
        put?: never;
        /** Adds a goal, or a new version of it */
        post: operations["addGoal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{caseRef}/session-records": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
            };
            cookie?: never;
        };
        /** Every version of every session record held for the case, oldest first */
        get: operations["listSessionRecords"];
        put?: never;
        /** Adds what was recorded of a session, or a new version of it */
        post: operations["addSessionRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{caseRef}/closures": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
            };
            cookie?: never;
        };
        /** Every version of every closure held for the case, oldest first */
        get: operations["listClosures"];
        put?: never;
        /** Adds the closure of the case, or a new version of it */
        post: operations["addClosure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{caseRef}/risk-flags": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
            };
            cookie?: never;
        };
        /** Every risk flag held for the case, oldest first */
        get: operations["listRiskFlags"];
        put?: never;
        /** Adds a risk flag */
        post: operations["addRiskFlag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{caseRef}/risk-flags/{flagId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
                /** @description The flag's id, as it was added */
                flagId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** What happened to a risk flag, oldest first */
        get: operations["listRiskFlagEvents"];
        put?: never;
        /**
         * Adds something that happened to a risk flag; an acknowledgement, a note, its release, its end
         * @description The flag must be held already; otherwise 404 `flag-not-found`.
         */
        post: operations["addRiskFlagEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{caseRef}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
            };
            cookie?: never;
        };
        /** Every thing held for the case in the order it was received, without its words */
        get: operations["readLedger"];
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
        /**
         * Format: uuid
         * @description Given by the bot; the same in every version
         */
        Id: string;
        CaseRef: string;
        /**
         * Format: date-time
         * @description With zone, as 2026-03-29T16:15:00.000Z
         */
        Instant: string;
        /**
         * Format: date
         * @description The calendar day in England
         */
        Day: string;
        /** @description 1 for the first; an amended entry is the next and the old one stays */
        Version: number;
        /**
         * @description Who answered
         * @enum {string}
         */
        Respondent: "young-person" | "parent-carer" | "practitioner";
        /**
         * @description `entry` what happened and how it was, `plan` an intention, `review` how it went, `checkin` a short answer
         * @enum {string}
         */
        RecordType: "entry" | "plan" | "review" | "checkin";
        /** @description Name of the member of staff */
        StaffName: string;
        Health: {
            /** @enum {string} */
            status: "ok";
        };
        /** @description RFC 9457, with a stable code */
        Problem: {
            /** @example about:blank */
            type: string;
            title: string;
            status: number;
            code: string;
            detail?: string;
            /** @description Where the body does not fit, without what stood there */
            faults?: {
                place: string;
                problem: string;
            }[];
        };
        Receipt: {
            kind: components["schemas"]["Kind"];
            id: components["schemas"]["Id"];
            version: components["schemas"]["Version"];
            sequence: components["schemas"]["Sequence"];
            receivedAt: components["schemas"]["Instant"];
        };
        /**
         * @description What was added
         * @enum {string}
         */
        Kind: "measure-administration" | "goal" | "self-help-entry" | "session-record" | "closure" | "risk-flag" | "risk-flag-event";
        /** @description Rises with everything received; gaps are possible */
        Sequence: number;
        CaseDetails: {
            /** @enum {string} */
            state: "open" | "closed";
            /** @description Name of the practitioner who runs the case */
            practitioner: string;
            supervisor?: string;
            youngPerson?: {
                preferredName: string;
                dateOfBirth?: components["schemas"]["Day"];
            };
        };
        Case: {
            caseRef: components["schemas"]["CaseRef"];
            version: components["schemas"]["Version"];
            details: components["schemas"]["CaseDetails"];
            updatedAt: components["schemas"]["Instant"];
        };
        CaseList: {
            cases: components["schemas"]["Case"][];
        };
        /** @description One occasion on which a measure was answered, item by item */
        MeasureAdministration: {
            administrationId: components["schemas"]["Id"];
            version: components["schemas"]["Version"];
            personId: components["schemas"]["Id"];
            respondent: components["schemas"]["Respondent"];
            measure: {
                /** @example phq-9 */
                id: string;
                /** @description Version of the wording and rules that were shown */
                version: string;
            };
            startedAt: components["schemas"]["Instant"];
            completedAt: components["schemas"]["Instant"];
            localDate: components["schemas"]["Day"];
            contentVersion: string;
            /** @description One for every item of the measure, in its order */
            answers: (components["schemas"]["GivenAnswer"] | components["schemas"]["BlankAnswer"])[];
            /** @description The measure's total; not scorable where the measure has none or answers are missing */
            score: components["schemas"]["Scored"] | components["schemas"]["NotScorable"];
            /** @description Every scale of the measure with its own score, the total among them */
            scales?: components["schemas"]["ScaleScore"][];
            /** @description The record's own id of the care activity in which it was answered; absent where it was answered by chat */
            careActivityRef?: string;
            /** @description Answered too fast to have been read; for staff only */
            fast: boolean;
        };
        /** @description One scale (a subscale or the total) of one administration. Scores are raw; a T-score says in which norms. */
        ScaleScore: {
            /** @example MDD */
            scale: string;
            /** @example Depression */
            title: string;
            /**
             * @description SNOMED CT code of the score, from the national table of coded scored assessments
             * @example 718655001
             */
            code?: string;
            score: components["schemas"]["RawScore"] | components["schemas"]["NoScore"];
            tScore?: components["schemas"]["TScore"];
        };
        RawScore: {
            /** @constant */
            state: "scored";
            raw: number;
        };
        NoScore: {
            /** @constant */
            state: "not-scorable";
            reason: string;
        };
        /** @description 50 + 10 (raw - mean) / SD in the norm group named; never rounded */
        TScore: {
            value: number;
            /**
             * @description The norm table
             * @example rcads-47
             */
            form: string;
            /**
             * @description By which the band was chosen from the age
             * @example nhs-england
             */
            convention?: string;
            /** @example 9-10 */
            band: string;
            /**
             * @description Which norms the practitioner chose with the young person
             * @enum {string}
             */
            sex: "M" | "F";
        };
        GivenAnswer: {
            item: string;
            /** @constant */
            state: "given";
            /** @description The value of the response option that was chosen */
            answer: number;
        };
        /** @description An answer that was not given. It has no number, and 0 is never put in its place. */
        BlankAnswer: {
            item: string;
            /**
             * @description `declined` was asked and not answered, `missing` was never shown
             * @enum {string}
             */
            state: "declined" | "missing";
        };
        Scored: {
            /** @constant */
            state: "scored";
            total: number;
            /** @description The scoring rule by which the total came about */
            rule: string;
        };
        NotScorable: {
            /** @constant */
            state: "not-scorable";
            reason: string;
            rule: string;
        };
        /** @description Something done in a module between sessions */
        SelfHelpEntry: {
            entryId: components["schemas"]["Id"];
            version: components["schemas"]["Version"];
            personId: components["schemas"]["Id"];
            respondent: components["schemas"]["Respondent"];
            occurredAt: components["schemas"]["Instant"];
            localDate: components["schemas"]["Day"];
            contentVersion: string;
            recordType: components["schemas"]["RecordType"];
            module: string;
            name: string;
            dialog: {
                id: string;
                version: components["schemas"]["Version"];
            };
            /** @description Answers by name, as the module defines them */
            fields: {
                [key: string]: unknown;
            };
            /** @description Moved on without answering */
            skipped: string[];
            /** @description Preferred not to say; never mixed with skipped */
            declined: string[];
            /** @description What the entry follows up on */
            refersTo?: string;
            about?: components["schemas"]["Id"];
        };
        /** @description A goal in the words agreed in a session. A goal's number is never given to another goal. */
        Goal: {
            goalId: components["schemas"]["Id"];
            version: components["schemas"]["Version"];
            personId: components["schemas"]["Id"];
            respondent: components["schemas"]["Respondent"];
            agreedAt: components["schemas"]["Instant"];
            localDate: components["schemas"]["Day"];
            contentVersion: string;
            /** @description Its ratings are the scale goal1, goal2 or goal3 of gbo */
            number: number;
            words: string;
            /** @enum {string} */
            state: "active" | "reached" | "dropped";
        };
        /** @description What the practitioner recorded of a session, held or not */
        SessionRecord: {
            sessionId: components["schemas"]["Id"];
            version: components["schemas"]["Version"];
            personId: components["schemas"]["Id"];
            recordedAt: components["schemas"]["Instant"];
            localDate: components["schemas"]["Day"];
            contentVersion: string;
            /** @description Which session of the case it is */
            number: number;
            startsAt: components["schemas"]["Instant"];
            minutes?: number;
            /**
             * @description Nationally only the first four count as a contact
             * @enum {string}
             */
            how: "face-to-face" | "phone" | "video" | "talk-type" | "text" | "email" | "other";
            /**
             * @description Nationally `was-not-brought` is a contact that was not attended
             * @enum {string}
             */
            attendance: "attended" | "not-attended" | "was-not-brought" | "cancelled-by-family" | "cancelled-by-service";
            /** @description Who was there besides the practitioner */
            present: ("young-person" | "parent-carer" | "other")[];
            /** @description What was agreed until the next session */
            agreed?: string;
            nextSessionAt?: components["schemas"]["Instant"];
            note?: string;
            /** @description The record's own id of the care activity */
            careActivityRef?: string;
            recordedBy: components["schemas"]["StaffName"];
        };
        /** @description The end of the case as the practitioner and supervisor recorded it. Reasons are the service's own, no national codes. */
        Closure: {
            closureId: components["schemas"]["Id"];
            version: components["schemas"]["Version"];
            personId: components["schemas"]["Id"];
            closedAt: components["schemas"]["Instant"];
            localDate: components["schemas"]["Day"];
            contentVersion: string;
            /** @enum {string} */
            reason: "completed" | "other-service-agreed" | "not-attended" | "moved-away" | "declined" | "outside-remit" | "other";
            /** @enum {string} */
            destination: "no-further-support" | "universal-or-voluntary" | "specialist" | "none";
            /** @example school nurse */
            destinationDetail?: string;
            sessionsHeld: number;
            /** @description Measures without a paired score, each with the reason recorded */
            measuresMissing: {
                measure: string;
                reason: string;
            }[];
            note?: string;
            recordedBy: components["schemas"]["StaffName"];
            signedOffBy?: components["schemas"]["StaffName"];
        };
        /** @description Something a young person or parent/carer sent that a human must look at */
        RiskFlag: {
            flagId: components["schemas"]["Id"];
            personId: components["schemas"]["Id"];
            openedAt: components["schemas"]["Instant"];
            /** @description What it is about */
            lane: string;
            /**
             * @description How fast a human must look; not a prediction
             * @enum {string}
             */
            tier: "T1" | "T2" | "T3";
            priority: boolean;
            /** @description Exactly what was written or chosen */
            words: string;
            /** @description Ids of the rules that found it */
            rules: string[];
            rulesVersion: string;
            /** @description Messages around the words, as far as they were kept with the flag */
            context?: {
                [key: string]: unknown;
            }[];
        };
        RiskFlagEvent: {
            eventId: components["schemas"]["Id"];
            at: components["schemas"]["Instant"];
            /**
             * @description `raised` to a higher tier · `answered` by the person, in the conversation · `shown` to the person · `told`, a named
             *     person reached by an alert · `acknowledged` by a named person · `contact` made or tried · `note` ·
             *     `released`, dealt with and the hold ended · `closed`
             * @enum {string}
             */
            kind: "raised" | "answered" | "shown" | "told" | "acknowledged" | "contact" | "note" | "released" | "closed";
            /** @description Absent where no human did it */
            by?: components["schemas"]["StaffName"];
            /** @description As it stands in the flag's own history; `what` names it exactly */
            detail: {
                [key: string]: unknown;
            };
        };
        /** @description Where a thing stands in the ledger */
        Held: {
            sequence: components["schemas"]["Sequence"];
            receivedAt: components["schemas"]["Instant"];
        };
        MeasureAdministrationPage: {
            items: {
                held: components["schemas"]["Held"];
                body: components["schemas"]["MeasureAdministration"];
            }[];
            next?: components["schemas"]["Next"];
        };
        SelfHelpEntryPage: {
            items: {
                held: components["schemas"]["Held"];
                body: components["schemas"]["SelfHelpEntry"];
            }[];
            next?: components["schemas"]["Next"];
        };
        GoalPage: {
            items: {
                held: components["schemas"]["Held"];
                body: components["schemas"]["Goal"];
            }[];
            next?: components["schemas"]["Next"];
        };
        SessionRecordPage: {
            items: {
                held: components["schemas"]["Held"];
                body: components["schemas"]["SessionRecord"];
            }[];
            next?: components["schemas"]["Next"];
        };
        ClosurePage: {
            items: {
                held: components["schemas"]["Held"];
                body: components["schemas"]["Closure"];
            }[];
            next?: components["schemas"]["Next"];
        };
        RiskFlagPage: {
            items: {
                held: components["schemas"]["Held"];
                body: components["schemas"]["RiskFlag"];
            }[];
            next?: components["schemas"]["Next"];
        };
        RiskFlagEventPage: {
            items: {
                held: components["schemas"]["Held"];
                body: components["schemas"]["RiskFlagEvent"];
            }[];
            next?: components["schemas"]["Next"];
        };
        LedgerPage: {
            items: components["schemas"]["LedgerLine"][];
            next?: components["schemas"]["Next"];
        };
        LedgerLine: {
            sequence: components["schemas"]["Sequence"];
            kind: components["schemas"]["Kind"];
            id: components["schemas"]["Id"];
            version: components["schemas"]["Version"];
            idempotencyKey: string;
            digest: string;
            receivedAt: components["schemas"]["Instant"];
        };
        /** @description Give it as `after` for the next page; absent on the last */
        Next: number;
    };
    responses: {
        /** @description It is held. A repeated request gets this same answer again. */
        Receipt: {
            headers: {
                "API-Version": components["headers"]["ApiVersion"];
                /** @description `true` where the answer is repeated */
                "Idempotency-Replayed"?: "true";
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Receipt"];
            };
        };
        /**
         * @description 400 `invalid-request` · 401 `not-authorised` · 403 `not-allowed-here` · 404 `case-not-found`, `flag-not-found`,
         *     `path-not-found` · 405 `method-not-allowed` · 409 `already-held` (this version is held, with this content),
         *     `version-conflict` (this version is held with other content), `idempotency-key-reused`, `request-in-progress` · 412 `case-changed` ·
         *     413 `too-large` · 415 `not-json` · 422 `invalid-body` · 429 `too-many-requests` · 500 `failed` · 503 `unavailable`
         */
        Problem: {
            headers: {
                "API-Version": components["headers"]["ApiVersion"];
                /** @description Seconds to wait before the next try */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description The case's reference in the record */
        caseRef: components["schemas"]["CaseRef"];
        /** @description The same for the same thing, however often it is sent */
        idempotencyKey: string;
        /** @description Only what stands after this sequence number */
        after: number;
        /** @description How many at most */
        limit: number;
    };
    requestBodies: never;
    headers: {
        /** @description The version of this contract that the record follows */
        ApiVersion: string;
        /** @description Changes with every version of the case */
        ETag: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    findCases: {
        parameters: {
            query: {
                /** @description The beginning of a case reference, or the whole of it */
                caseRef: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cases found; an empty list where there is none */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseList"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    getCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the case as it is known already */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case as it stands */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description The case is as `If-None-Match` says */
            304: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    putCase: {
        parameters: {
            query?: never;
            header: {
                /** @description The same for the same thing, however often it is sent */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
                /** @description The ETag of the case as it was read; refused with 412 `case-changed` where it has another by now */
                "If-Match"?: string;
            };
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseDetails"];
            };
        };
        responses: {
            /** @description The case existed and has a new version */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description The case was created */
            201: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listMeasureAdministrations: {
        parameters: {
            query?: {
                /** @description Only what stands after this sequence number */
                after?: components["parameters"]["after"];
                /** @description How many at most */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasureAdministrationPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    addMeasureAdministration: {
        parameters: {
            query?: never;
            header: {
                /** @description The same for the same thing, however often it is sent */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeasureAdministration"];
            };
        };
        responses: {
            201: components["responses"]["Receipt"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listSelfHelpEntries: {
        parameters: {
            query?: {
                /** @description Only what stands after this sequence number */
                after?: components["parameters"]["after"];
                /** @description How many at most */
                limit?: components["parameters"]["limit"];
                /** @description Only plans, only reviews, and so on */
                recordType?: components["schemas"]["RecordType"];
            };
            header?: never;
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelfHelpEntryPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    addSelfHelpEntry: {
        parameters: {
            query?: never;
            header: {
                /** @description The same for the same thing, however often it is sent */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelfHelpEntry"];
            };
        };
        responses: {
            201: components["responses"]["Receipt"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listGoals: {
        parameters: {
            query?: {
                /** @description Only what stands after this sequence number */
                after?: components["parameters"]["after"];
                /** @description How many at most */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    addGoal: {
        parameters: {
            query?: never;
            header: {
                /** @description The same for the same thing, however often it is sent */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Goal"];
            };
        };
        responses: {
            201: components["responses"]["Receipt"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listSessionRecords: {
        parameters: {
            query?: {
                /** @description Only what stands after this sequence number */
                after?: components["parameters"]["after"];
                /** @description How many at most */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionRecordPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    addSessionRecord: {
        parameters: {
            query?: never;
            header: {
                /** @description The same for the same thing, however often it is sent */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionRecord"];
            };
        };
        responses: {
            201: components["responses"]["Receipt"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listClosures: {
        parameters: {
            query?: {
                /** @description Only what stands after this sequence number */
                after?: components["parameters"]["after"];
                /** @description How many at most */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosurePage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    addClosure: {
        parameters: {
            query?: never;
            header: {
                /** @description The same for the same thing, however often it is sent */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Closure"];
            };
        };
        responses: {
            201: components["responses"]["Receipt"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listRiskFlags: {
        parameters: {
            query?: {
                /** @description Only what stands after this sequence number */
                after?: components["parameters"]["after"];
                /** @description How many at most */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskFlagPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    addRiskFlag: {
        parameters: {
            query?: never;
            header: {
                /** @description The same for the same thing, however often it is sent */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RiskFlag"];
            };
        };
        responses: {
            201: components["responses"]["Receipt"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    listRiskFlagEvents: {
        parameters: {
            query?: {
                /** @description Only what stands after this sequence number */
                after?: components["parameters"]["after"];
                /** @description How many at most */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
                /** @description The flag's id, as it was added */
                flagId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskFlagEventPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    addRiskFlagEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description The same for the same thing, however often it is sent */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
                /** @description The flag's id, as it was added */
                flagId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RiskFlagEvent"];
            };
        };
        responses: {
            201: components["responses"]["Receipt"];
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
    readLedger: {
        parameters: {
            query?: {
                /** @description Only what stands after this sequence number */
                after?: components["parameters"]["after"];
                /** @description How many at most */
                limit?: components["parameters"]["limit"];
                /** @description Only what was received under this key */
                idempotencyKey?: string;
            };
            header?: never;
            path: {
                /** @description The case's reference in the record */
                caseRef: components["parameters"]["caseRef"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    "API-Version": components["headers"]["ApiVersion"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerPage"];
                };
            };
            "4XX": components["responses"]["Problem"];
            "5XX": components["responses"]["Problem"];
        };
    };
}
