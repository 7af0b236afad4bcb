/** Envelopes and pages as generics, dated names, names with dots, unions of ten, lists of sixty permissions. */
export const SCHEMAS = `
enum Status success error
enum Role member manager owner
enum Plan trial basic team enterprise
enum Priority lowest low medium high highest
enum Currency EUR USD GBP CHF JPY
enum Weekday Monday Tuesday Wednesday Thursday Friday Saturday Sunday
enum Locale en de fr nl pt-BR zh-CN zh-TW
enum VehicleState available rented serviced retired
enum Fuel petrol diesel electric hybrid hydrogen
enum InvoiceState draft open paid void uncollectible
enum WebhookEvent vehicle.created vehicle.updated vehicle.retired booking.requested booking.confirmed booking.cancelled booking.moved invoice.paid invoice.failed member.joined member.left *
enum Permission *.* role.create role.read role.update role.delete vehicle.create vehicle.read vehicle.update vehicle.delete vehicle.assign depot.create depot.read depot.update depot.delete depot.invite depot.remove depot.listMembers depot.changeMemberRole organization.read organization.update organization.invite organization.remove organization.manageBilling booking.create booking.read booking.readAll booking.update booking.readAudit booking.readRecordings insights.read insights.export workflow.create workflow.read workflow.update workflow.delete organization.attributes.create organization.attributes.read organization.attributes.update organization.attributes.delete organization.attributes.assign form.create form.read form.update form.delete webhook.create webhook.read webhook.update webhook.delete watchlist.create watchlist.read watchlist.update watchlist.delete invoice.read invoice.refund invoice.void
enum AssignmentMode everyone in-turn nearest-first
enum Channel email sms push webhook
enum Granularity hour day week month
enum Sort asc desc

ErrorDto { code: text; message: text; details?: object }
Failure { status: Status eg:"error"; timestamp: datetime; path: text; error: ErrorDto }
Envelope<T> { status: Status * eg:"success"; data: T; error?: object }
PaginatedResponseDto<T> { status: Status eg:"success"; data: T[]; pagination: PageInfo_2024_08_13 }
PageInfo_2024_08_13 { totalItems: int * eg:125; remainingItems: int; returnedItems: int; itemsPerPage: int; currentPage: int; totalPages: int; hasNextPage: flag; hasPreviousPage: flag }
Empty { }
PageQuery { take?: number 1..250 =250 * eg:25; skip?: number 0.. =0 * eg:0 }
SortedPageQuery extends PageQuery { sortCreated?: Sort; sortUpdated?: Sort }
BookingQuery extends SortedPageQuery { status?: BookingState[]; customerEmail?: text; vehicleIds?: int[]; depotId?: int; afterStart?: datetime eg:"2025-03-07T10:00:00.000Z"; beforeEnd?: datetime }
enum BookingState upcoming recurring past cancelled unconfirmed
MembersQuery extends PageQuery { emails?: email[] * ..50; assignedOptionIds?: text[]; optionOperator?: Operator ="AND"; depotIds?: int[] 1..100 }
enum Operator AND OR NONE
InsightQuery { from: date; to: date; granularity?: Granularity ="day"; depotIds?: int[]; compare?: flag =false }
AvailabilityQuery { start: text * like:^\\d{4}-\\d\\d-\\d\\d eg:"2050-09-05"; end: text; timeZone?: text eg:"Europe/Rome"; duration?: number 1.. eg:30; format?: SlotFormat; excluded?: text }
enum SlotFormat range time

Organization { id: int; name: text; slug: text; bio?: text|null; logoUrl?: url|null; locale?: Locale|null; timeZone?: text; weekStart?: Weekday ="Monday"; isPrivate?: flag; metadata?: object; parentId?: int|null; plan: Plan }
CreateOrganization { name: text 1.. eg:"Lantern Rentals"; slug?: text like:^[a-z0-9-]+$; plan?: Plan; metadata?: object *; timeZone?: text }
UpdateOrganization = partial CreateOrganization
ApiKeyInput { daysValid?: int 1.. =30; neverExpires?: flag }
ApiKeyOutput { id: text; key: text writeonly }
Address { street: text; city: text; postcode?: text; country: text 2..2; location?: Point|null }
Point { latitude: double -90..90; longitude: double -180..180 }
Depot { id: int; organizationId: int; name: text; slug?: text; address: Address *; openingHours: OpeningHours[]; brandColor?: text|null =null; hideBranding: flag; metadata?: object; manager?: Profile|null }
OpeningHours { day: Weekday; from: text like:^\\d\\d:\\d\\d$; to: text like:^\\d\\d:\\d\\d$ }
CreateDepot { name: text 1.. *; slug?: text; address: Address; openingHours?: OpeningHours[]; autoAcceptCreator?: flag =true *; metadata?: object; theme?: text|null }
UpdateDepot = partial CreateDepot
Profile { id: int; username?: text; organizationId: int; userId: int }
Person { id: int; email: email *; username: text|null *; timeZone: text; weekStart: Weekday; timeFormat?: number; locale?: Locale|null ="en"; theme?: text|null; avatarUrl?: url|null; bio?: text|null; verified?: flag; invitedBy?: int|null *; metadata?: object; createdDate: datetime; profile: Profile * }
CreatePerson { email: email *; username?: text; weekday?: text; brandColor?: text eg:"#FFFFFF"; bio?: text; metadata?: object *; hideBranding?: flag; timeZone?: text; theme?: text|null; timeFormat?: number; defaultScheduleId?: number 0..; locale?: text|null ="en"; role?: Role ="member"; autoAccept?: flag =true }
UpdatePerson = partial CreatePerson
TextAttribute { id: text; name: text; type: text; option: text; optionId: text }
NumberAttribute { id: text; name: text; type: text; option: number; optionId: text }
SingleSelectAttribute { id: text; name: text; type: text; option: text; optionId: text }
MultiSelectOption { optionId: text; option: text }
MultiSelectAttribute { id: text; name: text; type: text; options: MultiSelectOption[] }
Membership { id: int; userId: int; depotId: int; accepted: flag; role: Role; disableImpersonation?: flag; user: MemberUser; attributes: (TextAttribute|NumberAttribute|SingleSelectAttribute|MultiSelectAttribute)[] }
MemberUser = pick Person email username avatarUrl bio metadata
CreateMembership { userId: int *; accepted?: flag =false; role: Role ="member" *; disableImpersonation?: flag =false }
UpdateMembership = partial CreateMembership
Attribute { id: text; organizationId: int; name: text; slug: text; type: AttributeKind; enabled: flag; usersCanEdit: flag; options: AttributeOption[] }
enum AttributeKind text number single-select multi-select
AttributeOption { id: text; value: text; slug: text }
CreateAttributeOption { value: text 1..; slug: text 1.. }
CreateAttribute { name: text 1..; slug: text 1..; type: AttributeKind; options: CreateAttributeOption[]; enabled?: flag }
UpdateAttribute = partial CreateAttribute
AssignOption { value?: text; attributeId: text; optionId?: text }
AssignedOption { id: text; memberId: number; optionId: text }
RoleOutput { id: text; name: text; color: text|null; description: text|null; organizationId: number|null; type: RoleKind; permissions: Permission[] *; createdAt: text; updatedAt: text }
enum RoleKind system custom
CreateRole { color?: text; description?: text; permissions?: Permission[] * unique; name: text 1.. }
UpdateRole = partial CreateRole
PermissionsInput { permissions: Permission[] * 1.. }
Webhook { id: text; subscriberUrl: url; triggers: WebhookEvent[]; active: flag; template?: text; secret?: text; organizationId?: number; depotId?: number }
CreateWebhook { active: flag; subscriberUrl: url; triggers: WebhookEvent[] 1..; template?: text * eg:"{{type}} {{at}}"; secret?: text; version?: text }
UpdateWebhook = partial CreateWebhook
NameField { type: text *; label: text; placeholder: text; disableOnPrefill?: flag }
EmailField { type: text; label: text; required?: flag; placeholder: text; hidden?: flag }
PhoneField { type: text; slug: text *; label: text; required: flag; placeholder?: text; hidden?: flag }
AddressField { type: text; slug: text; label: text; required: flag; placeholder?: text }
TextField { type: text; slug: text; label: text; required: flag; placeholder?: text; limit?: Limits|null }
NumberField { type: text; slug: text; label: text; required: flag; least?: number; most?: number }
TextAreaField { type: text; slug: text; label: text; required: flag; rows?: int 1..40 }
SelectField { type: text; slug: text; label: text; required: flag; options: text[] 1.. }
MultiSelectField { type: text; slug: text; label: text; required: flag; options: text[] 1.. }
CheckboxGroupField { type: text; slug: text; label: text; required: flag; options: text[] }
RadioGroupField { type: text; slug: text; label: text; required: flag; options: text[] }
BooleanField { type: text; slug: text; label: text; required: flag }
UrlField { type: text; slug: text; label: text; required: flag; placeholder?: text }
Limits { least?: int 0..; most?: int 1.. }
AtDepot { type: text; depotId: int; public: flag }
AtAddress { type: text; address: text; public: flag }
AtLink { type: text; link: url; public: flag }
AtPhone { type: text; phone: text like:^\\+?[0-9]+$; public: flag }
AtCustomer { type: text }
BufferBefore { minutes: int 0.. }
WindowBusiness { type: text; value: int 0..; rolling?: flag =false }
WindowCalendar { type: text; value: int 0..; rolling?: flag =false }
WindowRange { type: text; value: date[] 2..2 }
Recurrence { interval: int 1..; occurrences: int 1..; frequency: Granularity }
Disabled { disabled: flag =true }
LimitsByCount { day?: int 1..; week?: int 1..; month?: int 1..; year?: int 1..; disabled?: flag }
Seats { perSlot: int 1.. *; showAttendees: flag; showAvailable: flag }
Colors { light: text like:^#[0-9a-fA-F]{6}$; dark: text like:^#[0-9a-fA-F]{6}$ }
Host { userId: int *; mandatory?: flag *; priority?: Priority ="medium" }
Offer_2024_06_14 { id: int; ownerId?: int|null; depotId: int; lengthInMinutes: number 1..; title: text; slug: text; description: text; locations: (AtDepot|AtAddress|AtLink|AtPhone|AtCustomer)[]; fields: (NameField|EmailField|PhoneField|AddressField|TextField|NumberField|TextAreaField|SelectField|MultiSelectField|CheckboxGroupField|RadioGroupField|BooleanField|UrlField)[]; recurrence?: Recurrence|null; window?: (WindowBusiness|WindowCalendar|WindowRange)[]; limits?: LimitsByCount|Disabled; seats?: Seats|Disabled; color?: Colors|null; hosts: Host[]; metadata?: object; price?: Money.Amount|null; hidden: flag }
CreateOffer_2024_06_14 { lengthInMinutes: number 1.. eg:60; lengthOptions?: number[] * eg:[15,30]; title: text eg:"A day on the water"; slug: text like:^[a-z0-9-]+$; description?: text; locations?: (AtDepot|AtAddress|AtLink|AtPhone|AtCustomer)[] *; fields?: (NameField|EmailField|PhoneField|AddressField|TextField|NumberField|TextAreaField|SelectField|MultiSelectField|CheckboxGroupField|RadioGroupField|BooleanField|UrlField)[] *; noticeMinutes?: int 0..; slotInterval?: number|null; window?: WindowBusiness|WindowCalendar|WindowRange|Disabled *; limits?: LimitsByCount|Disabled *; seats?: Seats|Disabled; color?: Colors; recurrence?: Recurrence|Disabled; successUrl?: url; hideNotes?: flag; hidden?: flag; price?: Money.Amount; hosts?: Host[]; mode: AssignmentMode ="everyone" }
UpdateOffer_2024_06_14 = partial CreateOffer_2024_06_14
Money.Amount { value: int64 *; currency: Currency ="EUR" }
Money.Tax { rate: double 0..1 step:0.001; included: flag }
Billing.Line { title: text; quantity: number above:0; unit: Money.Amount; taxes: Money.Tax[]; discounts?: Billing.Discount[] }
Billing.Discount { title: text; percent?: number 0..100; amount?: Money.Amount|null }
Billing.Invoice { id: text; number: text readonly; state: InvoiceState readonly; customer: Customer; lines: Billing.Line[]; totals: Map<Money.Amount>; history: Billing.Event[][]; dueOn: date|null; paidAt: datetime|null; parent?: Billing.Invoice|null }
Billing.Event { at: datetime; what: InvoiceState; by?: text|null }
Billing.CreateInvoice { customerId: int; lines: Billing.Line[] 1..100; dueOn?: date|null; notes?: Map<text>; currency?: Currency ="EUR" }
Billing.Refund { amount: Money.Amount; reason?: text|null ..500; lines?: int[] unique }
Billing.Plan { plan: Plan; seats: int 1..; renewsOn: date; features: Map<flag> }
ConsumerCustomer { kind: text; firstName: text; lastName: text; birthDate?: date|null }
BusinessCustomer { kind: text; company: text; vatNumber?: text|null; contacts: Contact[] }
Contact { name: text; email: email; phone?: text|null; preferred?: Channel[] unique }
Customer { id: int readonly; who: ConsumerCustomer|BusinessCustomer by:kind; email: email; addresses: Map<Address>; referredBy?: Customer|null; notes: Note[]; createdAt: datetime readonly }
CreateCustomer { who: ConsumerCustomer|BusinessCustomer by:kind; email: email; addresses?: Map<Address>; notes?: Note[] }
UpdateCustomer = partial CreateCustomer
Note { text: text ..4000; pinned?: flag =false; author?: Person|null; replies?: Note[] }
Vehicle { id: int readonly; name: text; state: VehicleState; fuel: Fuel|null; depotId: int; plates: text[]; dimensions?: Dimensions|null; equipment: Map<text[]>; checks: Inspection[]; photos: Photo[] }
Dimensions { length: number above:0; width: number above:0; height?: number above:0 }
CreateVehicle { name: text 1..200; fuel?: Fuel|null; plates?: text[] ..4 unique; dimensions?: Dimensions|null; equipment?: Map<text[]>; seats?: int32 1..9 }
UpdateVehicle = partial CreateVehicle
VehicleQuery extends PageQuery { state?: VehicleState[] unique; fuel?: Fuel; minSeats?: int 1..; near?: text }
Inspection { id: int; at: datetime; by: MemberUser; passed: flag; findings: (Scratch|Defect|Missing)[]; grid: int[][] }
Scratch { kind: text; where: Point; centimetres: number 0..500 step:0.5 }
Defect { kind: text; part: text; severity: Priority; parts?: Defect[] }
Missing { kind: text; what: text[] 1.. }
CreateInspection { passed: flag; findings: (Scratch|Defect|Missing)[] ..200; grid?: int[][] ..50; mileage?: int64|null 0.. }
Photo { id: text; caption?: text|null; url: url; takenAt: datetime }
PhotoUpload { file: binary; caption?: text }
Schedule { id: int; ownerId: int; name: text; timeZone: text; availability: ScheduleSlot[]; isDefault: flag; overrides: ScheduleOverride[] }
ScheduleSlot { days: Weekday[] 1..7 unique; startTime: text like:^([01][0-9]|2[0-3]):[0-5][0-9]$; endTime: text like:^([01][0-9]|2[0-3]):[0-5][0-9]$ }
ScheduleOverride { date: date; startTime: text; endTime: text }
CreateSchedule { name: text eg:"In the season"; timeZone: text; availability?: ScheduleSlot[] *; isDefault: flag; overrides?: ScheduleOverride[] }
UpdateSchedule = partial CreateSchedule
OutOfOffice { id: int; userId: int; toUserId?: int|null; start: datetime; end: datetime; notes?: text|null; reason?: Reason ="vacation" }
enum Reason unspecified vacation travel sick holiday
CreateOutOfOffice = omit OutOfOffice id userId
UpdateOutOfOffice = partial CreateOutOfOffice
Attendee { name: text; email?: email; timeZone: text; phone?: text; language?: Locale ="en" }
Booking { id: int; uid: text; title: text; hosts: Person[]; status: BookingState; start: datetime; end: datetime; offer: Offer_2024_06_14; attendees: Attendee[]; answers: object; vehicle?: Vehicle|null; invoice?: Billing.Invoice|null; location: AtDepot|AtAddress|AtLink|AtPhone|AtCustomer }
RecurringBooking extends Booking { seriesUid: text }
SeatedBooking extends Booking { seats: Attendee[] }
CreateBooking { start: datetime * eg:"2050-09-05T09:00:00Z"; attendee: Attendee *; offerId?: int eg:123; offerSlug?: text; guests?: email[] ..30; answers?: Map<any>; metadata?: Map<text> ..50; lengthInMinutes?: number 1..; location?: AtDepot|AtAddress|AtLink|AtPhone|AtCustomer }
CreateInstantBooking extends CreateBooking { instant: flag * }
CreateRecurringBooking extends CreateBooking { occurrences: number 1.. eg:5 }
MoveBooking { start: datetime; movedBy?: text; reason?: text }
MoveSeatedBooking { start: datetime; seatUid: text }
CancelBooking { reason?: text; following?: flag }
CancelSeatedBooking { seatUid: text }
DeclineBooking { reason?: text eg:"No skipper is free" }
MarkAbsent { host?: flag; attendees?: Absence[] }
Absence { email: email; absent: flag }
ReassignBooking { bookingUid: text; to: ReassignedTo }
ReassignedTo { id: int; name: text; email: email }
AddGuests { guests: Attendee[] 1..30 }
Recording { id: text; roomName: text; startedAt: int64; status: text; maxParticipants?: number; duration: number; shareToken?: text; downloadUrl?: url|null }
Slot { start: datetime; end?: datetime; seatsTotal?: int; seatsLeft?: int|null }
Slots = pick Slot start end
ReserveSlot { offerId: int; slotStart: text *; slotDuration?: text; reservationDuration?: number =5 }
ReservedSlot { reservationUid: text; offerId: int; slotStart: text; slotEnd: text; until: text }
BusyTime { start: datetime; end: datetime; source?: text|null }
Calendar { id: text; provider: CalendarProvider; isPrimary: flag|null; readOnly: flag; email?: text|null }
enum CalendarProvider google office365 apple
ConnectCalendar { url: url; username: text; password: secret writeonly }
CalendarList { connected: Map<Calendar[]>; destination: Calendar|null }
SelectCalendar { integration: text; externalId: text; credentialId: int; delegationId?: text }
CalendarEvent { id: text; title: text; description?: text|null; start: EventTime; end: EventTime; attendees?: EventAttendee[]; status?: EventState|null; hosts?: Contact[]; source: CalendarProvider }
EventTime { time: text; timeZone: text }
EventAttendee { email: email; name?: text; response?: EventState|null; self?: flag; optional?: flag }
enum EventState accepted pending declined cancelled
UpdateCalendarEvent = partial CalendarEvent
ConnectionState { connected: flag; problems?: text[] }
OAuthClient { id: text; name: text; secret?: text; permissions: int; logo?: url|null; redirectUris: url[]; organizationId: int; createdAt: datetime; areEmailsEnabled: flag }
CreateOAuthClient { name: text; logo?: url; redirectUris: url[]; permissions: text[] *; bookingRedirectUri?: url; areEmailsEnabled?: flag }
UpdateOAuthClient = partial CreateOAuthClient
ManagedUser { id: number; email: email; username: text|null; name: text|null; bio: text|null; timeZone: text; weekStart: text; createdDate: text; timeFormat: number|null; defaultScheduleId: number|null; locale?: Locale; avatarUrl?: text|null; metadata?: object }
CreateManagedUser { email: email eg:"ada@example.com"; name: text; timeFormat?: number =12; weekStart?: Weekday; timeZone?: text; locale?: Locale; avatarUrl?: url; bio?: text; metadata?: object }
UpdateManagedUser = partial CreateManagedUser
Tokens { accessToken: text; refreshToken: text; accessTokenExpiresAt: number; refreshTokenExpiresAt: number }
CreatedUser { user: ManagedUser; accessToken: text; refreshToken: text }
RefreshToken { refreshToken: text * }
Form { id: text; name: text; description?: text|null; position: int; routes?: FormRoute[]; fields?: FormField[]; settings?: object|null; depotId?: int|null }
FormRoute { id: text; name?: text; isFallback?: flag; action: FormAction; query: ConditionGroup }
FormAction { type: FormActionKind; value: text; offerId?: number }
enum FormActionKind showMessage redirect offer
FormField { id: text; label: text; type: text; required?: flag; options?: FormOption[] }
FormOption { id: text|null; label: text }
ConditionGroup { conjunction: Operator; negated?: flag; conditions: (Condition|ConditionGroup)[] }
Condition { field: text; operator: text; value: (text|number|flag)[] }
FormAnswer { id: number; formId: text; routedTo?: text; answers: Map<FormAnswerValue>; createdAt: datetime }
FormAnswerValue { label: text; value: text|text[] }
CreateFormAnswer { answers: Map<FormAnswerValue> }
Workflow { id: int; name: text; trigger: WorkflowTrigger; steps: WorkflowStep[]; activation: Activation; createdAt?: datetime; updatedAt?: datetime }
WorkflowTrigger { type: WebhookEvent; offset?: WorkflowOffset }
WorkflowOffset { value: number 0.. * eg:24; unit: Granularity ="hour" }
EmailStep { action: text; to: text; message: HtmlMessage; sender: text; includeEvent?: flag }
SmsStep { action: text; phone?: text; message: TextMessage; sender: text }
CallStep { action: text; agentId: text; message: TextMessage }
WorkflowStep { id: int; order: int; step: EmailStep|SmsStep|CallStep by:action }
HtmlMessage { subject: text; html: text *; text?: text }
TextMessage { text: text ..1600 }
Activation { all?: flag =false; offerIds?: int[] }
CreateWorkflow { name: text eg:"After a rental"; trigger: WorkflowTrigger; activation: Activation; steps: (EmailStep|SmsStep|CallStep)[] 1.. by:action }
UpdateWorkflow = partial CreateWorkflow
Conferencing { id: int; type: text; userId: int; invalid?: flag|null }
Phone { id: int; number: text; userId: int; depotId?: int }
RequestCode { email: email }
VerifyCode { email: email; code: text 6..6 }
Verified { id: int; value: text; userId: int; depotId?: int|null }
Watch { id: text; value: text; reason?: text|null; createdBy: Profile }
CreateWatch = omit Watch id createdBy
Insight { at: text; values: Map<number>; previous?: Map<number>|null }
Export { id: text; state: ExportState; url?: url|null; expiresAt?: datetime|null }
enum ExportState queued running done failed
CreateExport { kinds: ExportKind[] 1.. unique; from?: date; to?: date; format?: ExportFormat ="csv" }
enum ExportKind bookings invoices customers vehicles
enum ExportFormat csv xlsx json
AuditEntry { at: datetime; actor: Profile|null; action: Permission; before?: object|null; after?: object|null }
Credits { remaining: CreditBalance; purchase?: Map<int> }
CreditBalance { monthly: int; extra: int; limit: int|null }
CreditCharge { amount: int 1..; reference: text; channel?: Channel }
Delegation { id: text; domain: text; workspace: Workspace; enabled: flag }
Workspace { name: text; slug: text }
CreateDelegation { workspaceSlug: text; domain: text; key: GoogleKey|MicrosoftKey; enabled?: flag }
GoogleKey { private_key: text; client_email: text; client_id: text }
MicrosoftKey { private_key: text; tenant_id: text; client_id: text }
JobTicket { jobId: uuid; acceptedAt: datetime }
Telemetry { vehicleId: int; at: int64; position: Point; readings: Map<double> }
Complaint { bookingUid: text; text: text 10..5000; severity: Priority ="medium" }
DraftInput { title: text; body: text; tags?: text[] unique }
Draft extends DraftInput { id: text; ownerId: text }
`;
