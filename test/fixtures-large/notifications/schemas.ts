/** Unions in unions, schemas that lead back to themselves, maps of maps, values that may be null. */
export const SCHEMAS = `
enum Channel in-app email sms chat push
enum StepKind in-app email sms chat push digest delay throttle custom http
enum Severity none low medium high
enum JobState pending queued running completed failed delayed cancelled merged skipped
enum ContentState seen unseen read unread archived snoozed
enum Unit seconds minutes hours days weeks months
enum Direction before after
enum Order asc desc
enum Align left center right
enum Provider smtp ses mailgun resend twilio vonage sns apns fcm slack teams telegram discord webhook
enum Locale en_US de_DE fr_FR ja_JP pt_BR ar_SA
enum Origin api dashboard code import
enum IssueKind missing-value invalid-value illegal-variable over-limit
enum Scope workflow layout step

Issue { kind: IssueKind; message: text; variable?: text|null }
StepIssues { controls: Map<Issue[]>; integration: Map<Issue[]>|null }
ProblemDto { statusCode: int * eg:404; timestamp: text; path: text; message: text|object|null; ctx?: object|null; errorId?: text }
ValidationProblemDto extends ProblemDto { errors: Map<ConstraintDto> }
ConstraintDto { messages: text[]; value: text|number|flag|object|Deep[]|null }
Deep { values: (text|number|flag|Deep)[] }
CursorPage<T> { data: T[] *; next: text|null *; previous: text|null *; totalCount: int; totalCountCapped: flag }
PageOf<T> { page: int; hasMore: flag *; pageSize: int; data: T[] }
CursorQuery { after?: text; before?: text; limit?: int 1..100 =10 *; orderDirection?: Order ="desc"; orderBy?: text; includeCursor?: flag }
OffsetQuery { page?: int 0.. =0; limit?: int 1..100 =10 }

ChannelData { kind: text; values: Map<text> }
Credentials { webhookUrl?: text; channel?: text; deviceTokens?: text[]; title?: text|null; attachments?: Map<any> }
ChannelSettings { providerId: Provider *; integrationId?: text; credentials: Credentials * }
SubscriberInput { subscriberId: text 1.. *; firstName?: text|null; lastName?: text|null; email?: text|null like:^[^@]+@[^@]+$; phone?: text|null; avatar?: text|null; locale?: Locale|null; timezone?: text|null; data?: Map<text|text[]|flag|number>|null * }
Subscriber extends SubscriberInput { id?: text; channels?: ChannelSettings[]; topics?: text[] deprecated; isOnline?: flag|null; lastOnlineAt?: datetime|null; version?: int; createdAt: datetime; updatedAt: datetime; deleted: flag }
SubscriberPatch { firstName?: text|null; lastName?: text|null; email?: text|null; phone?: text|null; avatar?: text|null; locale?: text|null; timezone?: text|null; data?: Map<text|text[]|flag|number>|null }
SubscriberQuery extends CursorQuery { email?: text; name?: text; phone?: text; subscriberId?: text }
SubscriberBulk { subscribers: SubscriberInput[] 1..500 }
SubscriberBulkResult { updated: UpdatedSubscriber[]; created: CreatedSubscriber[]; failed: FailedSubscriber[] }
UpdatedSubscriber { subscriberId: text }
CreatedSubscriber = pick Subscriber subscriberId
FailedSubscriber { message?: text; subscriberId?: text }
OnlineFlag { isOnline: flag }
Removed { acknowledged: flag *; status: text }
Preferences { global: Preference; workflows: WorkflowPreference[] }
Preference { enabled: flag; channels: ChannelFlags; schedule?: Schedule|null }
ChannelFlags { email?: flag; sms?: flag; in_app?: flag; chat?: flag; push?: flag }
Schedule { isEnabled: flag; weekly?: WeeklySchedule }
WeeklySchedule { monday?: DaySchedule|null; tuesday?: DaySchedule|null; wednesday?: DaySchedule|null; thursday?: DaySchedule|null; friday?: DaySchedule|null; saturday?: DaySchedule|null; sunday?: DaySchedule|null }
DaySchedule { isEnabled: flag; hours?: TimeRange[] }
TimeRange { start: text * eg:"09:00 AM"; end: text }
WorkflowPreference extends Preference { overrides: PreferenceOverride[]; workflow: WorkflowSummary }
PreferenceOverride { channel: Channel; source: PreferenceSource }
enum PreferenceSource subscriber template workflow-override
PatchPreferences { channels?: ChannelFlags; workflowId?: text *; schedule?: Schedule|null }
BulkPreferences { preferences: PatchPreferences[] ..100 }
PreferencesQuery { criticality?: Severity ="none"; contextKeys?: text[] }

Actor { kind: text; data: text|null }
MessageFilter { feed?: text[]; seen?: flag; read?: flag; archived?: flag; payload?: text; severity?: Severity[] unique }
Message { id: text; templateId?: text|null; environmentId: text; subscriberId: text; subscriber?: Subscriber|null; title?: text|null; subject?: text; content: EmailBlock[]|text; channel: Channel; seen: flag; read: flag; archived?: flag; snoozedUntil?: datetime|null; actor?: Actor|null; cta: Cta; payload: object; overrides: Map<Map<any>>; status: MessageState; errorText?: text|null; providerId?: Provider|null; createdAt: datetime; lastReadAt?: datetime[]|null; tags?: text[] unique; contexts: Map<Context> }
enum MessageState sent error warning
EmailBlock { kind: text; content: text; url?: url|null; styles?: BlockStyles|null }
BlockStyles { align?: Align|null; padding?: int[] 4..4; colors?: Map<text> }
Cta { kind: text; data: CtaUrl|CtaAction|null; action?: CtaButtons|null }
CtaUrl { url: text; target?: LinkTarget|null }
enum LinkTarget _self _blank _parent _top _unfencedTop
CtaAction { identifier: text; confirm?: Cta|null }
CtaButtons { status?: ActionState; buttons?: Button[] ..2; result?: ButtonResult|null }
enum ActionState pending done
Button { kind: ButtonKind; content: text; result?: text|null }
enum ButtonKind primary secondary
ButtonResult { kind: ButtonKind; payload?: object }
MarkMessages { messageId: text|text[] *; markAs: ContentState }
MarkAll { markAs: ContentState; feedIdentifier?: text|text[]|null *  }
MarkByFilter { from: MessageFilter; to: ContentState }
SnoozeInput { until: datetime *; note?: text|null }
UnseenCount { count: int }
CountPair { count: int; filter: MessageFilter }

TopicRecipient { kind: text; topicKey: text; exclude?: text[] }
SubscriberRecipient extends SubscriberInput { channels?: ChannelSettings[] }
TenantInput { identifier: text; name?: text; data?: object }
Context { id: text; kind: text; data: object; parent?: Context|null }
ContextValue { id: text 1..100; data?: object }
EventInput { name: text * eg:"order-shipped"; payload?: object * ; overrides?: Overrides *; to: text|SubscriberRecipient|TopicRecipient|(text|SubscriberRecipient|TopicRecipient)[] *; transactionId?: text; actor?: text|SubscriberRecipient; tenant?: text|TenantInput deprecated; contexts?: Map<text|ContextValue>; severity?: Severity }
Overrides { steps?: Map<StepOverride>; channels?: ChannelOverrides; providers?: Map<Map<any>>; email?: Map<any> deprecated; sms?: Map<any> deprecated; severity?: Severity|null; layoutIdentifier?: text|null }
StepOverride { providers: Map<Map<any>>; layoutId?: text|null }
ChannelOverrides { email?: EmailOverride|null; sms?: SmsOverride|null }
EmailOverride { subject?: text; from?: email; cc?: email[]; headers?: Map<text>; attachments?: AttachmentInput[] ..10 }
AttachmentInput { name: text; mime?: text; file: bytes; disposition?: text|null }
SmsOverride { from?: text; unicode?: flag }
BroadcastInput { name: text; payload: object; overrides?: Overrides; transactionId?: text; actor?: text|SubscriberRecipient; tenant?: text|TenantInput }
BulkEventInput { events: EventInput[] 1..100 }
EventResult { acknowledged: flag; status: EventState; error?: text[]; transactionId?: text; activityUrl?: url|null }
enum EventState error trigger-not-active no-workflow-steps no-workflow-active processed subscriber-missing no-tenant invalid-recipients

TextBlock { block: text; text: text ..4000; marks?: Mark[] }
Mark { kind: text; attrs?: Map<text|number|flag|null> }
ImageBlock { block: text; url: url; alt?: text|null; size?: number[] 2..2 }
ButtonBlock { block: text; label: text; url: url; style?: ButtonKind|null }
DividerBlock { block: text; height?: int 1..64 }
ColumnsBlock { block: text; columns: Column[] 1..4 }
Column { width: number 0..100; blocks: (TextBlock|ImageBlock|ButtonBlock|DividerBlock|ColumnsBlock|RepeatBlock|WhenBlock)[] }
RepeatBlock { block: text; each: text; blocks: (TextBlock|ImageBlock|ButtonBlock|DividerBlock|ColumnsBlock|RepeatBlock|WhenBlock)[] }
WhenBlock { block: text; when: Rule; then: (TextBlock|ImageBlock|ButtonBlock|DividerBlock|ColumnsBlock|RepeatBlock|WhenBlock)[]; otherwise?: (TextBlock|ImageBlock|ButtonBlock|DividerBlock|ColumnsBlock|RepeatBlock|WhenBlock)[]|null }
Rule { all?: (Rule|Comparison)[]; any?: (Rule|Comparison)[]; not?: Rule|Comparison|null }
Comparison { field: text; operator: Operator; value?: text|number|flag|(text|number)[]|null }
enum Operator equal not-equal smaller larger in not-in like between is-defined

InAppControls { skip?: Rule|null; body?: text; subject?: text; avatar?: text; primaryAction?: ActionLink|null; secondaryAction?: ActionLink|null; redirect?: Redirect|null; data?: Map<any>|null }
ActionLink { label?: text; redirect?: Redirect }
Redirect { url?: text; target?: LinkTarget ="_self" }
EmailControls { skip?: Rule|null; subject: text 1..; body: text|(TextBlock|ImageBlock|ButtonBlock|DividerBlock|ColumnsBlock|RepeatBlock|WhenBlock)[]; editor?: Editor ="block"; layoutId?: text|null; disableSanitization?: flag =false }
enum Editor block html
SmsControls { skip?: Rule|null; body: text ..1600 }
ChatControls { skip?: Rule|null; body: text; blocks?: Map<any>[] }
PushControls { skip?: Rule|null; subject: text; body: text; badge?: int|null 0.. }
DigestControls { kind: text; amount: int 1..; unit: Unit; digestKey?: text|null; lookBack?: LookBack|null; cron?: text|null }
LookBack { amount: int 1..; unit: Unit }
FixedDelay { kind: text; amount: int 1..; unit: Unit }
CronDelay { kind: text; cron: text; timezone?: text|null }
DynamicDelay { kind: text; key: text }
DelayControls { skip?: Rule|null; delay: FixedDelay|CronDelay|DynamicDelay by:kind }
ThrottleControls { skip?: Rule|null; window: FixedDelay|DynamicDelay by:kind; threshold: int 1..; key?: text }
CustomControls { skip?: Rule|null; custom?: Map<any> }
HttpControls { method: text; url: text; headers?: Map<text>; body?: object|text|null; timeout?: int above:0 ..30000; retries?: Retry|null }
Retry { attempts: int 0..5; backoff: FixedDelay|DynamicDelay by:kind; onlyOn?: (int|text)[] }
StepInput { name: text 1.. *; stepId?: text *; kind: StepKind; controls: InAppControls|EmailControls|SmsControls|ChatControls|PushControls|DigestControls|DelayControls|ThrottleControls|CustomControls|HttpControls }
StepBase { id: text; stepId: text; name: text; slug: text; kind: text; origin: Origin; workflowId: text; issues?: StepIssues|null; variables: object }
InAppStep extends StepBase { controls: InAppControls; schema?: SchemaNode|null }
EmailStep extends StepBase { controls: EmailControls; schema?: SchemaNode|null }
SmsStep extends StepBase { controls: SmsControls }
ChatStep extends StepBase { controls: ChatControls }
PushStep extends StepBase { controls: PushControls }
DigestStep extends StepBase { controls: DigestControls }
DelayStep extends StepBase { controls: DelayControls }
ThrottleStep extends StepBase { controls: ThrottleControls }
CustomStep extends StepBase { controls: CustomControls }
HttpStep extends StepBase { controls: HttpControls }
SchemaNode { title?: text; kinds?: text[]; properties?: Map<SchemaNode>; items?: SchemaNode|SchemaNode[]|null; defaults?: any; alternatives?: (SchemaNode|flag)[] }
WorkflowSummary { id: text; identifier: text; name: text; critical: flag; tags?: text[]; data?: object; severity: Severity }
Workflow { id: text; workflowId: text; slug: text; name: text; description?: text; tags?: text[] ..16; origin: Origin; active?: flag =false; validatePayload?: flag; payloadSchema?: SchemaNode|null; translates?: flag =false; severity?: Severity; steps: (InAppStep|EmailStep|SmsStep|ChatStep|PushStep|DigestStep|DelayStep|ThrottleStep|CustomStep|HttpStep)[] by:kind; preferences: WorkflowPreferences; issues?: Map<Issue[]>; lastTriggeredAt?: datetime|null; payloadExample?: object|null; updatedBy?: Author|null; createdAt: text; updatedAt: text }
Author { id: text; firstName?: text|null; lastName?: text|null }
WorkflowPreferences { user: PreferenceRule|null; default: PreferenceRule }
PreferenceRule { all: ChannelRule * ; channels: Map<ChannelRule> }
ChannelRule { enabled?: flag =true; readOnly?: flag =false; condition?: Rule }
WorkflowInput { name: text 1..64; workflowId: text like:^[a-z0-9]+([-_][a-z0-9]+)*$; description?: text; tags?: text[] ..16 unique; active?: flag =false; validatePayload?: flag; payloadSchema?: SchemaNode|null; translates?: flag; severity?: Severity; steps: StepInput[] ..20; preferences?: WorkflowPreferences|null; source?: Origin ="api" }
WorkflowUpdate = omit WorkflowInput workflowId
WorkflowPatch { active?: flag; name?: text; description?: text; tags?: text[]; payloadSchema?: object|null; validatePayload?: flag }
WorkflowQuery extends OffsetQuery { orderDirection?: Order; orderBy?: text; query?: text; tags?: text[]; status?: WorkflowState[] }
enum WorkflowState active inactive error
WorkflowList { workflows: WorkflowSummary[]; totalCount: int }
SyncInput { targetEnvironmentId: text; resources?: (WorkflowResource|LayoutResource)[] by:resource; force?: flag }
WorkflowResource { resource: text; id: text }
LayoutResource { resource: text; id: text }
PreviewInput { controlValues?: object *; payload?: PreviewPayload }
PreviewPayload { subscriber?: SubscriberPatch|null; payload?: object; steps?: Map<any>; contexts?: Map<text|ContextValue> }
Preview { result: InAppPreview|EmailPreview|TextPreview|RegulatorPreview|NoPreview; payloadExample: PreviewPayload; schema?: SchemaNode|null }
InAppPreview { kind: text; preview: InAppControls }
EmailPreview { kind: text; preview: EmailRendered }
EmailRendered { subject: text; body: text }
TextPreview { kind: text; preview: SmsControls|ChatControls|PushControls }
RegulatorPreview { kind: text; preview: DigestControls|DelayControls|null }
NoPreview { kind: text; preview?: object }
StepResult { step: InAppStep|EmailStep|SmsStep|ChatStep|PushStep|DigestStep|DelayStep|ThrottleStep|CustomStep|HttpStep by:kind }
LayoutInput { layoutId: text; name: text; translates?: flag; source?: Origin }
Layout { id: text; layoutId: text; slug: text; name: text; isDefault: flag; controls: LayoutControls; variables?: object; updatedAt: text; createdAt: text }
LayoutControls { schema?: SchemaNode|null; values: LayoutValues; }
LayoutValues { email?: EmailLayout|null }
EmailLayout { body: text|(TextBlock|ImageBlock|ButtonBlock|DividerBlock|ColumnsBlock|RepeatBlock|WhenBlock)[]; editor: Editor }
LayoutUpdate { name: text; translates?: flag =false; values?: LayoutValues|null }
Usage { workflows: WorkflowSummary[] }

TopicInput { key: text * like:^[A-Za-z0-9_:.-]+$ ..100; name?: text ..100 }
TopicUpdate { name: text }
Topic { id: text; key: text; name?: text|null; createdAt?: datetime; updatedAt?: datetime }
TopicQuery extends CursorQuery { key?: text; name?: text }
SubscriptionInput { subscriptions: (text|SubscriptionTarget)[] ..100; name?: text; contexts?: Map<text|ContextValue>; preferences?: (text|PreferenceFilter|GroupFilter)[] }
SubscriptionTarget { identifier: text; subscriberId: text; name?: text|null }
PreferenceFilter { workflowId: text; condition?: Rule|flag; enabled?: flag =true }
GroupFilter { filter: GroupRule; condition?: Rule|flag; enabled?: flag }
GroupRule { workflowIds?: text[]; tags?: text[] }
Subscription { id: text; identifier?: text; topic: Topic|null; subscriber: Subscriber|null; preferences?: PreferenceFilter[]; contextKeys?: text[]; createdAt: text }
SubscriptionProblem { subscriberId: text; code: text; message: text }
SubscriptionResult { data: Subscription[]; meta: ResultMeta; errors?: SubscriptionProblem[] }
ResultMeta { totalCount: int; successful: int; failed: int }

CredentialSet { apiKey?: text writeonly; user?: text; secretKey?: text writeonly; domain?: text; password?: text writeonly; host?: text; port?: text; secure?: flag; region?: text; from?: text; tlsOptions?: Map<any>; serviceAccount?: text; extras?: Map<text|flag|number|null> }
IntegrationInput { name?: text; identifier?: text; environmentId?: text; providerId: Provider *; channel: Channel; credentials?: CredentialSet; active?: flag; check?: flag; conditions?: StepFilter[]; settings?: Map<Map<any>> }
StepFilter { isNegated?: flag; kind: FilterKind; value: Operator2; children: (FieldFilter|WebhookFilter|OnlineFilter|StepFilter)[] by:on }
enum FilterKind group statement
enum Operator2 AND OR
FieldFilter { on: text; field: text; operator: Operator; value: text }
WebhookFilter { on: text; url: url; field: text; operator: Operator; value: text }
OnlineFilter { on: text; timeOperator: Unit; value: number|flag }
Integration extends IntegrationInput { id?: text; deleted: flag; primary: flag; priority: int; createdAt?: datetime }
IntegrationPatch = partial IntegrationInput
Environment { id: text; name: text; parentId?: text|null; identifier: text; apiKeys?: EnvironmentKey[]; kind?: EnvironmentKind|null; slug?: text }
enum EnvironmentKind dev prod
EnvironmentKey { key: text; userId: text; hash?: text|null }
EnvironmentInput { name: text; parentId?: text|null; color: text like:/^#([A-Fa-f0-9]{6})$/ }
EnvironmentUpdate = partial EnvironmentInput
Diff { source: text; target: text; resources: (WorkflowDiff|LayoutDiff)[] by:resource; summary: DiffSummary }
WorkflowDiff { resource: text; changes: Change[]; steps?: Change[] }
LayoutDiff { resource: text; changes: Change[] }
Change { action: ChangeAction; path: text[]; before?: any; after?: any; inner?: Change[] }
enum ChangeAction added modified deleted unchanged moved
DiffSummary { added: int; modified: int; deleted: int; unchanged: int }
Variable { id: text; key: text like:^[A-Za-z_][A-Za-z0-9_]*$; values: Map<text|null>; isSecret: flag }
VariableInput { key: text like:^[A-Za-z_][A-Za-z0-9_]*$; values?: Map<text|null>|null; isSecret?: flag }
VariableUpdate = partial VariableInput

Activity { id: text; environmentId: text; subscriber?: Subscriber|null; template?: WorkflowSummary|null; channels: StepKind[]; to?: Map<any>|null; payload?: object|null; jobs: Job[]; topics: ActivityTopic[]; severity: Severity; critical?: flag; createdAt: datetime }
ActivityTopic { topicKey: text; id: text }
Job { id: text; kind: StepKind; state: JobState; digest?: JobDigest|null; executions: Execution[]; step: StepInput|null; overrides?: Overrides|null; payload?: object|null; providerId?: Provider|null; scheduledFor?: datetime|null; children?: Job[] }
JobDigest { unit: Unit; amount?: number; events: Map<any>[]; schedule?: Map<any>|null }
Execution { id: text; state: JobState; detail: text; isRetry: flag; isTest: flag; providerId?: Provider|null; raw?: text|null; source: Origin; createdAt: datetime }
ActivityQuery extends OffsetQuery { channels?: Channel[]; templates?: text[]; emails?: email[]; search?: text; subscriberIds?: text[]; transactionId?: text|text[]; severity?: Severity[]; after?: text; before?: text; topicKey?: text }
Statistics { weeklySent: int; monthlySent: int }
GraphPoint { id: text; count: int; channels: Channel[]; templates: text[] }
InboxSession { applicationIdentifier: text; subscriber?: SubscriberInput|null; subscriberHash?: text; defaultSchedule?: Schedule|null; contexts?: Map<text|ContextValue> }
InboxToken { token: text; unread: Map<int>; removesBranding: flag; snoozeDays: int; development: flag; schedule?: Schedule|null }
InboxItem { id: text; subject?: text; body: text; to: InboxSubscriber; isRead: flag; isSeen: flag; isArchived: flag; isSnoozed: flag; createdAt: text; readAt?: text|null; avatar?: url; primaryAction?: ActionLink|null; secondaryAction?: ActionLink|null; redirect?: Redirect|null; tags?: text[]; data?: Map<any>; channel: Channel; severity: Severity; workflow?: WorkflowSummary }
InboxSubscriber = pick Subscriber id subscriberId firstName lastName avatar
InboxQuery extends CursorQuery { tags?: text[]; read?: flag; archived?: flag; snoozed?: flag; seen?: flag; data?: text; severity?: Severity[] }
SlackEndpoint { kind: text; channelId: text }
TeamsEndpoint { kind: text; teamId: text; channelId: text }
PhoneEndpoint { kind: text; number: text like:^\\+[0-9]+$ }
WebhookEndpoint { kind: text; url: url; channel?: text|null }
EndpointInput { identifier?: text; subscriberId: text; integration: text; endpoint: SlackEndpoint|TeamsEndpoint|PhoneEndpoint|WebhookEndpoint by:kind; contexts?: Map<text|ContextValue> }
Endpoint extends EndpointInput { id: text; channel: Channel|null; createdAt: text }
EndpointQuery extends CursorQuery { subscriberId?: text; channel?: Channel; providerId?: Provider; contextKeys?: text[] }
ConnectionInput { identifier?: text; subscriberId?: text; integration: text; workspace: Workspace; auth: ConnectionAuth }
Workspace { id: text; name?: text|null }
ConnectionAuth { accessToken: text }
Connection = omit ConnectionInput auth
TranslationInput { resourceId: text; resource: Scope; locale: Locale; content: TranslationTree }
TranslationTree { entries: Map<text|TranslationTree> }
Translation { resourceId: text; resource: Scope; locale: Locale; content: TranslationTree; createdAt: text; outdated?: Locale[]|null }
TranslationUpload { files: binary[]; resourceId: text; resource: Scope }
TranslationUploadResult { totalFiles: int; successful: int; failed: int; errors: text[] }
`;
