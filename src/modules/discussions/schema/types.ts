import type { Day } from '../../../kernel/day.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Cx } from '../../../platform/cx.ts';
import type {
  CommentState,
  DiscussionRules,
  FeedbackState,
  FeedbackTopic,
  Finding,
  PollShowing,
  PollState,
  ReportCause,
  Voice,
} from '../rules/index.ts';

/** What is talked about, as the module that has it knows it. */
export interface Subject {
  readonly organisationId: string;
  readonly title: string;
  /** What a letter says of it beside the title. */
  readonly lead?: string | null;
  /** Its public address, from the root of the site on. */
  readonly href: string;
  /** It takes comments itself. */
  readonly open: boolean;
  /** In which its page and what is said about it are; Vietnamese when left out. */
  readonly language?: Language;
  /** The day on which it was published; null: no day closes it. */
  readonly since?: Day | null;
}

/** How a kind of subject is found; null for what the public may not see. */
export interface SubjectKind {
  find(cx: Cx, pid: string): Promise<Subject | null>;
}

export interface SubjectRef {
  readonly kind: string;
  readonly pid: string;
}

/** The settings of an organisation; version 0: nobody has set any. */
export interface Settings extends DiscussionRules {
  readonly version: number;
}

/** A comment as everybody sees it. */
export interface PublicComment {
  readonly id: string;
  readonly pid: string;
  readonly voice: Voice;
  readonly name: string;
  readonly body: string;
  readonly postedAt: Date;
  readonly likes: number;
  /** The reader of the page is one of them. */
  readonly liked: boolean;
  readonly parentId: string | null;
}

/** A comment with its answers. */
export interface Thread extends PublicComment {
  readonly replies: readonly PublicComment[];
}

/** A comment as the office sees it. */
export interface Comment {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly discussionId: string;
  readonly subject: SubjectRef & { readonly title: string; readonly href: string };
  /** What it answers. */
  readonly parent: { readonly pid: string; readonly name: string; readonly body: string } | null;
  readonly voice: Voice;
  readonly name: string;
  readonly email: string | null;
  readonly body: string;
  readonly state: CommentState;
  readonly findings: readonly Finding[];
  readonly score: number;
  readonly reason: string | null;
  readonly postedAt: Date;
  readonly publishedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly likes: number;
  readonly reports: number;
  readonly origin: string | null;
  readonly version: number;
}

export interface Report {
  readonly cause: ReportCause;
  readonly note: string | null;
  readonly at: Date;
  readonly settledAt: Date | null;
}

/** How many comments of an organisation stand where. */
export interface QueueFigures {
  readonly held: number;
  readonly reported: number;
  readonly published: number;
  readonly refused: number;
  readonly hidden: number;
  /** When the oldest that waits was written. */
  readonly since: Date | null;
}

export interface PollOption {
  readonly position: number;
  readonly label: string;
  readonly votes: number;
}

export interface Poll {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly question: string;
  readonly note: string | null;
  readonly most: number;
  readonly opensOn: Day | null;
  readonly closesOn: Day | null;
  readonly shown: PollShowing;
  readonly state: PollState;
  readonly voters: number;
  readonly options: readonly PollOption[];
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly version: number;
  readonly deletedAt: Date | null;
}

export interface Feedback {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly organisation: string;
  /** null once forgotten. */
  readonly name: string | null;
  readonly email: string | null;
  readonly topic: FeedbackTopic;
  readonly body: string;
  readonly suspect: boolean;
  readonly findings: readonly Finding[];
  readonly state: FeedbackState;
  readonly answer: string | null;
  readonly reason: string | null;
  readonly sentAt: Date;
  readonly doneAt: Date | null;
  readonly doneBy: string | null;
  readonly version: number;
}
