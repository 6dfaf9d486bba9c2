/** The row is not there, or the actor may not know that it is. */
export class NotFound extends Error {
  readonly what: string;
  constructor(what = 'page') {
    super(`not found: ${what}`);
    this.what = what;
  }
}

/** The actor may see it but may not do this. */
export class Forbidden extends Error {
  readonly permission: string;
  constructor(permission: string) {
    super(`forbidden: ${permission}`);
    this.permission = permission;
  }
}

/** Somebody is not signed in where signing in is needed. */
export class Unauthenticated extends Error {
  constructor() {
    super('not signed in');
  }
}

/** The record changed since the form was opened; `version` is the one that stands now. */
export class Conflict extends Error {
  readonly version: number;
  constructor(version: number) {
    super('the record changed meanwhile');
    this.version = version;
  }
}

/** The request is larger than the door takes; bytes, `size` null when it was not declared. */
export class TooLarge extends Error {
  readonly limit: number;
  readonly size: number | null;
  constructor(limit: number, size: number | null) {
    super(`request over ${limit} bytes`);
    this.limit = limit;
    this.size = size;
  }
}
