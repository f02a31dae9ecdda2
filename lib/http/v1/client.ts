// Made by `npm run api:client` from the description of the API. Do not edit.

export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly current?: unknown;
};

export type Me = {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly memberships: readonly { readonly bodyId: string | null; readonly role: string }[];
  readonly scopes: readonly string[];
};

export type TaskList = {
  readonly rows: readonly {
    readonly id: string;
    readonly number: number;
    readonly reference: string;
    readonly symbol: string;
    readonly para: string;
    readonly ask: string;
    readonly verb: string;
    readonly deliverable:
      | "report"
      | "meeting"
      | "agenda_item"
      | "appointment"
      | "renewal"
      | "funding"
      | "text"
      | "implementation";
    readonly agendaTitle: string;
    readonly status:
      | "PROPOSED"
      | "NOT_ACTIONABLE"
      | "PENDING"
      | "IN_PROGRESS"
      | "SUBMITTED"
      | "IMPLEMENTED"
      | "ONGOING"
      | "DEFERRED"
      | "SUPERSEDED"
      | "RETIRED"
      | "NOT_IMPLEMENTED";
    readonly statusSince: string;
    readonly timeliness: "OVERDUE" | "STEP_LATE" | "DUE_SOON" | "ON_TRACK" | "NO_DATE" | "DONE";
    readonly isBlocked: boolean;
    readonly blockedReason: string;
    readonly isClosureProposed: boolean;
    readonly leads: readonly { readonly bodyId: string | null; readonly name: string }[];
    readonly responsible: { readonly id: string; readonly name: string } | null;
    readonly owner: { readonly id: string; readonly name: string } | null;
    readonly target: {
      readonly organ: string;
      readonly session: number;
      readonly part: string | null;
    } | null;
    readonly dueFrom: string | null;
    readonly dueOn: string | null;
    readonly dueCertainty: "fixed" | "expected" | "unknown";
    readonly nextStep: { readonly code: string; readonly on: string } | null;
    readonly internalTarget: string | null;
    readonly version: number;
  }[];
  readonly total: { readonly count: number; readonly isExact: boolean };
  readonly nextCursor: string | null;
  readonly asOf: string;
  readonly isPast: boolean;
};

export type TaskDetail = {
  readonly task: {
    readonly id: string;
    readonly number: number;
    readonly reference: string;
    readonly symbol: string;
    readonly para: string;
    readonly ask: string;
    readonly verb: string;
    readonly deliverable:
      | "report"
      | "meeting"
      | "agenda_item"
      | "appointment"
      | "renewal"
      | "funding"
      | "text"
      | "implementation";
    readonly agendaTitle: string;
    readonly status:
      | "PROPOSED"
      | "NOT_ACTIONABLE"
      | "PENDING"
      | "IN_PROGRESS"
      | "SUBMITTED"
      | "IMPLEMENTED"
      | "ONGOING"
      | "DEFERRED"
      | "SUPERSEDED"
      | "RETIRED"
      | "NOT_IMPLEMENTED";
    readonly statusSince: string;
    readonly timeliness: "OVERDUE" | "STEP_LATE" | "DUE_SOON" | "ON_TRACK" | "NO_DATE" | "DONE";
    readonly isBlocked: boolean;
    readonly blockedReason: string;
    readonly isClosureProposed: boolean;
    readonly leads: readonly { readonly bodyId: string | null; readonly name: string }[];
    readonly responsible: { readonly id: string; readonly name: string } | null;
    readonly owner: { readonly id: string; readonly name: string } | null;
    readonly target: {
      readonly organ: string;
      readonly session: number;
      readonly part: string | null;
    } | null;
    readonly dueFrom: string | null;
    readonly dueOn: string | null;
    readonly dueCertainty: "fixed" | "expected" | "unknown";
    readonly nextStep: { readonly code: string; readonly on: string } | null;
    readonly internalTarget: string | null;
    readonly version: number;
  };
  readonly because: readonly string[];
  readonly mandateStatus: string;
  readonly mandateDocument: string;
  readonly meetingOn: string | null;
  readonly agreedSlot: string | null;
  readonly jobNumber: string;
  readonly paragraph: string;
  readonly bodies: readonly {
    readonly bodyId: string | null;
    readonly name: string;
    readonly role: string;
  }[];
  readonly plan: readonly {
    readonly code: string;
    readonly on: string;
    readonly title: string;
    readonly state: string;
  }[];
  readonly evidence: readonly {
    readonly symbol: string;
    readonly title: string;
    readonly url: string;
    readonly day: string | null;
  }[];
  readonly transitions: readonly {
    readonly name: string;
    readonly to:
      | "PROPOSED"
      | "NOT_ACTIONABLE"
      | "PENDING"
      | "IN_PROGRESS"
      | "SUBMITTED"
      | "IMPLEMENTED"
      | "ONGOING"
      | "DEFERRED"
      | "SUPERSEDED"
      | "RETIRED"
      | "NOT_IMPLEMENTED";
    readonly needs: readonly string[];
    readonly problem: string | null;
  }[];
  readonly links: readonly { readonly number: number; readonly relation: string }[];
};

export type History = {
  readonly rows: readonly {
    readonly sequence: number;
    readonly at: string;
    readonly effectiveOn: string;
    readonly actorName: string;
    readonly type: string;
    readonly text: string;
    readonly hash: string;
  }[];
};

export type Changed = {
  readonly number: number;
  readonly status:
    | "PROPOSED"
    | "NOT_ACTIONABLE"
    | "PENDING"
    | "IN_PROGRESS"
    | "SUBMITTED"
    | "IMPLEMENTED"
    | "ONGOING"
    | "DEFERRED"
    | "SUPERSEDED"
    | "RETIRED"
    | "NOT_IMPLEMENTED";
  readonly version: number;
  readonly text: string;
};

export type Resolution = {
  readonly symbol: string;
  readonly title: string;
  readonly organ: string;
  readonly session: number | null;
  readonly adopted: string | null;
  readonly paragraphs: readonly {
    readonly id: string;
    readonly number: string;
    readonly kind: string;
    readonly depth: number;
    readonly text: string;
  }[];
};

export type Ingested = {
  readonly outcome: "created" | "version" | "expression" | "unchanged";
  readonly symbol: string;
  readonly title: string;
  readonly version: number;
  readonly operativeCount: number;
  readonly proposals: number;
  readonly warnings: readonly string[];
};

export type Import = {
  readonly id: string;
  readonly title: string;
  readonly state: "running" | "done" | "failed";
  readonly message: string;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly tally: Readonly<Record<string, number>>;
  readonly startedAt: string;
  readonly finishedAt: string | null;
};

export type ImportRows = {
  readonly rows: readonly {
    readonly ordinal: number;
    readonly name: string;
    readonly outcome: string;
    readonly subject: string;
    readonly message: string;
  }[];
};

export type Bodies = { readonly rows: readonly { readonly id: string; readonly name: string }[] };

/** What a request is made of. */
export type Request = {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly ifMatch?: string;
  readonly idempotencyKey?: string;
};

/** An answer: its status, its ETag, and what it says. */
export type Answer<T> =
  | { readonly ok: true; readonly status: number; readonly etag: string | null; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly etag: string | null; readonly problem: Problem };

/** Sends a request; see `fetchCall`. */
export type Call = <T>(request: Request) => Promise<Answer<T>>;

/** Sends requests with `fetch`, or with anything of its shape. */
export const fetchCall =
  (base: string, token: string, send: (request: globalThis.Request) => Promise<Response> = fetch): Call =>
  async <T>(request: Request): Promise<Answer<T>> => {
    const url = new URL(base + request.path);
    for (const [name, value] of Object.entries(request.query))
      for (const one of [value].flat())
        if (one !== undefined && one !== null) url.searchParams.append(name, String(one));
    const isFile = request.body instanceof Uint8Array;
    const headers = new Headers({ authorization: `Bearer ${token}` });
    if (request.body !== undefined)
      headers.set("content-type", isFile ? "application/octet-stream" : "application/json");
    if (request.ifMatch !== undefined) headers.set("if-match", request.ifMatch);
    if (request.idempotencyKey !== undefined) headers.set("idempotency-key", request.idempotencyKey);
    const body = isFile
      ? (request.body as BodyInit)
      : request.body === undefined
        ? null
        : JSON.stringify(request.body);
    const response = await send(new globalThis.Request(url, { method: request.method, headers, body }));
    const etag = response.headers.get("etag");
    if (!response.ok)
      return { ok: false, status: response.status, etag, problem: (await response.json()) as Problem };
    const value = response.headers.has("content-disposition") ? response : await response.json();
    return { ok: true, status: response.status, etag, value: value as T };
  };

/** The operations of the API at `base`, with a token. */
export const createClient = (call: Call) => ({
  /** Who this token belongs to, and what it opens. */
  me: () => call<Me>({ method: "GET", path: "/me", query: {} }),
  /** Tasks by the same filters as the list of the application, page by page. */
  listTasks: (
    given: {
      readonly status?: readonly (
        | "PROPOSED"
        | "NOT_ACTIONABLE"
        | "PENDING"
        | "IN_PROGRESS"
        | "SUBMITTED"
        | "IMPLEMENTED"
        | "ONGOING"
        | "DEFERRED"
        | "SUPERSEDED"
        | "RETIRED"
        | "NOT_IMPLEMENTED"
      )[];
      readonly open?: boolean;
      readonly timeliness?: readonly (
        | "OVERDUE"
        | "STEP_LATE"
        | "DUE_SOON"
        | "ON_TRACK"
        | "NO_DATE"
        | "DONE"
      )[];
      readonly body?: string;
      readonly bodyRole?: "lead" | "any";
      readonly organ?: string;
      readonly session?: number;
      readonly adoptedOrgan?: string;
      readonly adoptedSession?: number;
      readonly owner?: string;
      readonly responsible?: string;
      readonly resolution?: string;
      readonly deliverable?: readonly (
        | "report"
        | "meeting"
        | "agenda_item"
        | "appointment"
        | "renewal"
        | "funding"
        | "text"
        | "implementation"
      )[];
      readonly dueFrom?: string;
      readonly dueTo?: string;
      readonly addedFrom?: string;
      readonly addedTo?: string;
      readonly sinceFrom?: string;
      readonly sinceTo?: string;
      readonly committee?: "1" | "2" | "3" | "4" | "5" | "6" | "plenary" | "none";
      readonly text?: string;
      readonly blocked?: boolean;
      readonly unassigned?: boolean;
      readonly closureProposed?: boolean;
      readonly sortBy?: "due" | "step" | "number";
      readonly sortDirection?: "asc" | "desc";
      readonly cursor?: string;
      readonly limit?: number;
      readonly asOf?: string;
    } = {},
  ) =>
    call<TaskList>({
      method: "GET",
      path: "/tasks",
      query: {
        status: given.status,
        open: given.open,
        timeliness: given.timeliness,
        body: given.body,
        bodyRole: given.bodyRole,
        organ: given.organ,
        session: given.session,
        adoptedOrgan: given.adoptedOrgan,
        adoptedSession: given.adoptedSession,
        owner: given.owner,
        responsible: given.responsible,
        resolution: given.resolution,
        deliverable: given.deliverable,
        dueFrom: given.dueFrom,
        dueTo: given.dueTo,
        addedFrom: given.addedFrom,
        addedTo: given.addedTo,
        sinceFrom: given.sinceFrom,
        sinceTo: given.sinceTo,
        committee: given.committee,
        text: given.text,
        blocked: given.blocked,
        unassigned: given.unassigned,
        closureProposed: given.closureProposed,
        sortBy: given.sortBy,
        sortDirection: given.sortDirection,
        cursor: given.cursor,
        limit: given.limit,
        asOf: given.asOf,
      },
    }),
  /** One task with its deadline, plan, evidence and the moves that its owner may make. */
  getTask: (given: { readonly number: number; readonly asOf?: string }) =>
    call<TaskDetail>({
      method: "GET",
      path: `/tasks/${encodeURIComponent(given.number)}`,
      query: { asOf: given.asOf },
    }),
  /** The history of a task, newest line first, with the hashes of its chain. */
  getHistory: (given: { readonly number: number }) =>
    call<History>({ method: "GET", path: `/tasks/${encodeURIComponent(given.number)}/history`, query: {} }),
  /** Moves a task through the workflow, or proposes or declines its closure. */
  moveTask: (given: {
    readonly number: number;
    readonly body: {
      readonly effectiveOn?: string;
      readonly transition:
        | "confirm"
        | "dismiss"
        | "revive"
        | "start"
        | "monitor"
        | "submit"
        | "return"
        | "implement"
        | "defer"
        | "resume"
        | "supersede"
        | "retire"
        | "fail"
        | "reopen"
        | "proposeClosure"
        | "declineClosure";
      readonly reason?: string;
      readonly documentSymbol?: string;
      readonly jobNumber?: string;
      readonly evidence?: readonly {
        readonly symbol?: string;
        readonly title?: string;
        readonly url?: "" | string;
        readonly day?: string | null;
      }[];
      readonly decidingDocument?: string;
      readonly newSession?: { readonly organ: string; readonly session: number } | null;
      readonly reviewSession?: { readonly organ: string; readonly session: number } | null;
      readonly successor?: string;
    };
    readonly ifMatch: string;
    readonly idempotencyKey?: string;
  }) =>
    call<Changed>({
      method: "POST",
      path: `/tasks/${encodeURIComponent(given.number)}/moves`,
      query: {},
      body: given.body,
      ifMatch: given.ifMatch,
      ...(given.idempotencyKey !== undefined && { idempotencyKey: given.idempotencyKey }),
    }),
  /** Names the person who sees the task through; null for nobody. */
  setOwner: (given: {
    readonly number: number;
    readonly body: {
      readonly effectiveOn?: string;
      readonly ownerId: string | null;
      readonly reason?: string;
    };
    readonly ifMatch: string;
    readonly idempotencyKey?: string;
  }) =>
    call<Changed>({
      method: "PUT",
      path: `/tasks/${encodeURIComponent(given.number)}/owner`,
      query: {},
      body: given.body,
      ifMatch: given.ifMatch,
      ...(given.idempotencyKey !== undefined && { idempotencyKey: given.idempotencyKey }),
    }),
  /** Routes the task to a body of the register; null for none. */
  setResponsible: (given: {
    readonly number: number;
    readonly body: {
      readonly effectiveOn?: string;
      readonly responsibleId: string | null;
      readonly reason?: string;
    };
    readonly ifMatch: string;
    readonly idempotencyKey?: string;
  }) =>
    call<Changed>({
      method: "PUT",
      path: `/tasks/${encodeURIComponent(given.number)}/responsible`,
      query: {},
      body: given.body,
      ifMatch: given.ifMatch,
      ...(given.idempotencyKey !== undefined && { idempotencyKey: given.idempotencyKey }),
    }),
  /** Records the day on which the organ takes the item. */
  setMeeting: (given: {
    readonly number: number;
    readonly body: {
      readonly effectiveOn?: string;
      readonly meetingOn: string | null;
      readonly reason?: string;
    };
    readonly ifMatch: string;
    readonly idempotencyKey?: string;
  }) =>
    call<Changed>({
      method: "PUT",
      path: `/tasks/${encodeURIComponent(given.number)}/meeting`,
      query: {},
      body: given.body,
      ifMatch: given.ifMatch,
      ...(given.idempotencyKey !== undefined && { idempotencyKey: given.idempotencyKey }),
    }),
  /** Sets the target day of staff; the deadline of the text stays. */
  setInternalTarget: (given: {
    readonly number: number;
    readonly body: { readonly internalTarget: string | null; readonly reason?: string };
    readonly ifMatch: string;
    readonly idempotencyKey?: string;
  }) =>
    call<Changed>({
      method: "PUT",
      path: `/tasks/${encodeURIComponent(given.number)}/internal-target`,
      query: {},
      body: given.body,
      ifMatch: given.ifMatch,
      ...(given.idempotencyKey !== undefined && { idempotencyKey: given.idempotencyKey }),
    }),
  /** Adds a comment. */
  comment: (given: {
    readonly number: number;
    readonly body: {
      readonly text: string;
      readonly mentions?: readonly string[];
      readonly isQuestion?: boolean;
      readonly answers?: string | null;
      readonly key?: string;
    };
    readonly idempotencyKey?: string;
  }) =>
    call<Changed>({
      method: "POST",
      path: `/tasks/${encodeURIComponent(given.number)}/comments`,
      query: {},
      body: given.body,
      ...(given.idempotencyKey !== undefined && { idempotencyKey: given.idempotencyKey }),
    }),
  /** Adds a document that shows what was done. */
  addEvidence: (given: {
    readonly number: number;
    readonly body: {
      readonly symbol?: string;
      readonly title?: string;
      readonly url?: "" | string;
      readonly day?: string | null;
    };
    readonly idempotencyKey?: string;
  }) =>
    call<Changed>({
      method: "POST",
      path: `/tasks/${encodeURIComponent(given.number)}/evidence`,
      query: {},
      body: given.body,
      ...(given.idempotencyKey !== undefined && { idempotencyKey: given.idempotencyKey }),
    }),
  /** A resolution with its paragraphs; write the symbol percent-encoded, A%2FRES%2F52%2F205. */
  getResolution: (given: { readonly symbol: string }) =>
    call<Resolution>({ method: "GET", path: `/resolutions/${encodeURIComponent(given.symbol)}`, query: {} }),
  /** Takes in the text of a resolution; the same text again changes nothing. */
  ingestResolution: (given: {
    readonly body: { readonly text?: string; readonly symbol?: string };
    readonly idempotencyKey?: string;
  }) =>
    call<Ingested>({
      method: "POST",
      path: "/resolutions",
      query: {},
      body: given.body,
      ...(given.idempotencyKey !== undefined && { idempotencyKey: given.idempotencyKey }),
    }),
  /** Imports a file or a ZIP archive of resolutions (TXT, PDF, DOCX, Akoma Ntoso); the body is its bytes. */
  startImport: (given: {
    readonly name: string;
    readonly body: Uint8Array;
    readonly idempotencyKey?: string;
  }) =>
    call<Import>({
      method: "POST",
      path: "/imports",
      query: { name: given.name },
      body: given.body,
      ...(given.idempotencyKey !== undefined && { idempotencyKey: given.idempotencyKey }),
    }),
  /** How an import stands. */
  getImport: (given: { readonly id: string }) =>
    call<Import>({ method: "GET", path: `/imports/${encodeURIComponent(given.id)}`, query: {} }),
  /** What became of each file. */
  getImportRows: (given: {
    readonly id: string;
    readonly outcome?: "created" | "version" | "unchanged" | "refused";
    readonly after?: number;
    readonly limit?: number;
  }) =>
    call<ImportRows>({
      method: "GET",
      path: `/imports/${encodeURIComponent(given.id)}/rows`,
      query: { outcome: given.outcome, after: given.after, limit: given.limit },
    }),
  /** Bodies of the register by any name they have or had. */
  searchBodies: (given: { readonly text: string; readonly limit?: number }) =>
    call<Bodies>({ method: "GET", path: "/bodies", query: { text: given.text, limit: given.limit } }),
  /** A list of tasks as a file: CSV, XLSX, JSON or JSON-LD, every row of it. */
  exportTasks: (
    given: {
      readonly status?: readonly (
        | "PROPOSED"
        | "NOT_ACTIONABLE"
        | "PENDING"
        | "IN_PROGRESS"
        | "SUBMITTED"
        | "IMPLEMENTED"
        | "ONGOING"
        | "DEFERRED"
        | "SUPERSEDED"
        | "RETIRED"
        | "NOT_IMPLEMENTED"
      )[];
      readonly open?: boolean;
      readonly timeliness?: readonly (
        | "OVERDUE"
        | "STEP_LATE"
        | "DUE_SOON"
        | "ON_TRACK"
        | "NO_DATE"
        | "DONE"
      )[];
      readonly body?: string;
      readonly bodyRole?: "lead" | "any";
      readonly organ?: string;
      readonly session?: number;
      readonly adoptedOrgan?: string;
      readonly adoptedSession?: number;
      readonly owner?: string;
      readonly responsible?: string;
      readonly resolution?: string;
      readonly deliverable?: readonly (
        | "report"
        | "meeting"
        | "agenda_item"
        | "appointment"
        | "renewal"
        | "funding"
        | "text"
        | "implementation"
      )[];
      readonly dueFrom?: string;
      readonly dueTo?: string;
      readonly addedFrom?: string;
      readonly addedTo?: string;
      readonly sinceFrom?: string;
      readonly sinceTo?: string;
      readonly committee?: "1" | "2" | "3" | "4" | "5" | "6" | "plenary" | "none";
      readonly text?: string;
      readonly blocked?: boolean;
      readonly unassigned?: boolean;
      readonly closureProposed?: boolean;
      readonly sortBy?: "due" | "step" | "number";
      readonly sortDirection?: "asc" | "desc";
      readonly asOf?: string;
      readonly format?: "csv" | "xlsx" | "json" | "jsonld";
      readonly title?: string;
    } = {},
  ) =>
    call<Response>({
      method: "GET",
      path: "/exports/tasks",
      query: {
        status: given.status,
        open: given.open,
        timeliness: given.timeliness,
        body: given.body,
        bodyRole: given.bodyRole,
        organ: given.organ,
        session: given.session,
        adoptedOrgan: given.adoptedOrgan,
        adoptedSession: given.adoptedSession,
        owner: given.owner,
        responsible: given.responsible,
        resolution: given.resolution,
        deliverable: given.deliverable,
        dueFrom: given.dueFrom,
        dueTo: given.dueTo,
        addedFrom: given.addedFrom,
        addedTo: given.addedTo,
        sinceFrom: given.sinceFrom,
        sinceTo: given.sinceTo,
        committee: given.committee,
        text: given.text,
        blocked: given.blocked,
        unassigned: given.unassigned,
        closureProposed: given.closureProposed,
        sortBy: given.sortBy,
        sortDirection: given.sortDirection,
        asOf: given.asOf,
        format: given.format,
        title: given.title,
      },
    }),
  /** A resolution in Akoma Ntoso with our analysis, or its paragraphs as rows of a registry of mandates. */
  exportResolution: (given: { readonly symbol: string; readonly format?: "akn" | "csv" | "xlsx" | "json" }) =>
    call<Response>({
      method: "GET",
      path: `/exports/resolutions/${encodeURIComponent(given.symbol)}`,
      query: { format: given.format },
    }),
  /** The forecast of documents of a session as a sheet, with the fields of a slot request. */
  exportForecast: (given: {
    readonly organ: string;
    readonly session: number;
    readonly format: "csv" | "xlsx";
  }) =>
    call<Response>({
      method: "GET",
      path: "/exports/forecast",
      query: { organ: given.organ, session: given.session, format: given.format },
    }),
  /** The binder of a session: one HTML file that works without network. */
  sessionBinder: (given: { readonly organ: string; readonly session: number }) =>
    call<Response>({
      method: "GET",
      path: "/exports/binder",
      query: { organ: given.organ, session: given.session },
    }),
  /** A document: follow-up report, session brief, handover pack, forecast, draft annotations. */
  makeReport: (given: {
    readonly kind:
      | "follow-up-resolution"
      | "follow-up-body"
      | "follow-up-session"
      | "session-brief"
      | "handover"
      | "forecast"
      | "annotated-agenda";
    readonly symbol?: string;
    readonly body?: string;
    readonly organ?: string;
    readonly session?: number;
    readonly format?: "docx" | "pdf" | "html";
  }) =>
    call<Response>({
      method: "GET",
      path: `/reports/${encodeURIComponent(given.kind)}`,
      query: {
        symbol: given.symbol,
        body: given.body,
        organ: given.organ,
        session: given.session,
        format: given.format,
      },
    }),
});
