/**
 * Some 230 routes below organisations, depots and fleets: up to fourteen segments and six variables in a path, the
 * caller's credentials as documented headers.
 */
export const ROUTES = `
organizations Organizations v2 #Managed Orgs
  GET    :orgId/organizations                      listManaged @x-client-secret ?SortedPageQuery -> PaginatedResponseDto<Organization>
  POST   :orgId/organizations                      createManaged @x-client-secret CreateOrganization -> Envelope<Organization>
  GET    :orgId/organizations/:childId             readManaged @x-client-secret :orgId=int -> Envelope<Organization> 404 Failure
  PATCH  :orgId/organizations/:childId             updateManaged @x-client-secret UpdateOrganization -> Envelope<Organization>
  DELETE :orgId/organizations/:childId             deleteManaged @x-client-secret -> Envelope<Organization>
  POST   :orgId/organizations/:childId/api-keys    createManagedKey @x-client-secret ApiKeyInput -> Envelope<ApiKeyOutput>
organizations/:orgId/people OrganizationPeople v2 #Orgs / Users
  GET    .                    listPeople ?MembersQuery @x-client-id -> PaginatedResponseDto<Person>
  POST   .                    createPerson CreatePerson @x-client-id -> Envelope<Person>
  PATCH  :userId              updatePerson :userId=int UpdatePerson @x-client-id -> Envelope<Person>
  DELETE :userId              deletePerson :userId=int @x-client-id -> Envelope<Person>
  GET    :userId/bookings     listPersonBookings :userId=int ?BookingQuery -> PaginatedResponseDto<Booking>
  GET    :userId/schedules    listPersonSchedules :userId=int -> Envelope<Schedule[]>
  POST   :userId/schedules    createPersonSchedule :userId=int CreateSchedule -> Envelope<Schedule>
  GET    :userId/schedules/:scheduleId     readPersonSchedule -> Envelope<Schedule>
  PATCH  :userId/schedules/:scheduleId     updatePersonSchedule UpdateSchedule -> Envelope<Schedule>
  DELETE :userId/schedules/:scheduleId     deletePersonSchedule -> Envelope<Empty>
  GET    :userId/absences     listPersonAbsences ?SortedPageQuery -> PaginatedResponseDto<OutOfOffice>
  POST   :userId/absences     createPersonAbsence CreateOutOfOffice -> Envelope<OutOfOffice>
  PATCH  :userId/absences/:absenceId       updatePersonAbsence UpdateOutOfOffice -> Envelope<OutOfOffice>
  DELETE :userId/absences/:absenceId       deletePersonAbsence -> Envelope<OutOfOffice>
organizations/:orgId/memberships OrganizationMemberships v2 #Orgs / Memberships
  GET    .                    listOrgMemberships ?PageQuery -> PaginatedResponseDto<Membership>
  POST   .                    createOrgMembership CreateMembership -> Envelope<Membership>
  GET    :membershipId        readOrgMembership :membershipId=int -> Envelope<Membership>
  PATCH  :membershipId        updateOrgMembership :membershipId=int UpdateMembership -> Envelope<Membership>
  DELETE :membershipId        deleteOrgMembership :membershipId=int -> Envelope<Membership>
organizations/:orgId/attributes Attributes v2 #Orgs / Attributes
  GET    .                    listAttributes ?PageQuery -> Envelope<Attribute[]>
  POST   .                    createAttribute CreateAttribute -> Envelope<Attribute>
  GET    :attributeId         readAttribute -> Envelope<Attribute>
  PATCH  :attributeId         updateAttribute UpdateAttribute -> Envelope<Attribute>
  DELETE :attributeId         deleteAttribute -> Envelope<Attribute>
  GET    :attributeId/options                  listOptions -> Envelope<AttributeOption[]>
  POST   :attributeId/options                  createOption CreateAttributeOption -> Envelope<AttributeOption>
  PATCH  :attributeId/options/:optionId        updateOption CreateAttributeOption -> Envelope<AttributeOption>
  DELETE :attributeId/options/:optionId        deleteOption -> Envelope<AttributeOption>
  GET    :attributeId/options/assigned         listAssigned ?PageQuery -> Envelope<AssignedOption[]>
  POST   options/:userId                       assignOption AssignOption -> Envelope<AssignedOption>
  GET    options/:userId                       readAssigned -> Envelope<AssignedOption[]>
  DELETE options/:userId/:optionId             unassignOption -> Envelope<AssignedOption>
organizations/:orgId/roles Roles v2 #Orgs / Roles
  GET    .                    listRoles ?PageQuery -> Envelope<RoleOutput[]>
  POST   .                    createRole CreateRole -> Envelope<RoleOutput>
  GET    :roleId              readRole -> Envelope<RoleOutput>
  PATCH  :roleId              updateRole UpdateRole -> Envelope<RoleOutput>
  DELETE :roleId              deleteRole -> Envelope<RoleOutput>
  GET    :roleId/permissions                   listPermissions -> Envelope<text[]>
  POST   :roleId/permissions                   addPermissions PermissionsInput -> Envelope<text[]>
  PUT    :roleId/permissions                   setPermissions PermissionsInput -> Envelope<text[]>
  DELETE :roleId/permissions                   removePermissions ?permissions=Permission[] -> 204
  DELETE :roleId/permissions/:permission       removePermission -> 204
organizations/:orgId/webhooks OrganizationWebhooks v2 #Orgs / Webhooks
  GET    .                    listOrgWebhooks ?PageQuery -> Envelope<Webhook[]>
  POST   .                    createOrgWebhook CreateWebhook -> Envelope<Webhook>
  GET    :webhookId           readOrgWebhook -> Envelope<Webhook>
  PATCH  :webhookId           updateOrgWebhook UpdateWebhook -> Envelope<Webhook>
  DELETE :webhookId           deleteOrgWebhook -> Envelope<Webhook>
organizations/:orgId/delegations Delegations v2 #Orgs / Delegation Credentials
  POST   .                    createDelegation CreateDelegation -> Envelope<Delegation>
  PATCH  :credentialId        updateDelegation CreateDelegation -> Envelope<Delegation>
organizations/:orgId/watchlist Watchlist v2 #Orgs / Watchlist
  GET    .                    listWatched -> Watch[]
  PUT    .                    replaceWatched CreateWatch[] -> Watch[]
  DELETE :watchId             unwatch -> 204
organizations/:orgId/insights Insights v2 #Orgs / Insights
  GET    .                    readInsights ?InsightQuery -> Insight[][]
  GET    audit                listAudit ?SortedPageQuery -> PaginatedResponseDto<AuditEntry>
  POST   exports              createExport CreateExport -> 202 Envelope<Export>
  GET    exports/:exportId    readExport -> Envelope<Export>
  GET    exports/:exportId/file.csv            downloadExport -> text/csv
organizations/:orgId/depots Depots v2 #Orgs / Depots
  GET    .                    listDepots ?PageQuery -> Envelope<Depot[]>
  POST   .                    createDepot CreateDepot -> Envelope<Depot>
  GET    me                   listMyDepots ?PageQuery -> Envelope<Depot[]>
  GET    :depotId             readDepot -> Envelope<Depot>
  PATCH  :depotId             updateDepot UpdateDepot -> Envelope<Depot>
  DELETE :depotId             deleteDepot -> Envelope<Depot>
  POST   :depotId/invite      createInvite -> 200 Envelope<JobTicket>
  GET    :depotId/bookings    listDepotBookings ?BookingQuery -> PaginatedResponseDto<Booking>
  GET    :depotId/bookings/:bookingUid/references     listBookingReferences -> Envelope<CalendarEvent[]>
  GET    :depotId/conferencing                 listConferencing -> Envelope<Conferencing[]>
  POST   :depotId/conferencing/:app/connect    connectConferencing -> Envelope<Conferencing>
  POST   :depotId/conferencing/:app/default    setDefaultConferencing -> 200 Envelope<Conferencing>
  DELETE :depotId/conferencing/:app/disconnect disconnectConferencing -> 204
  POST   :depotId/stripe/connect               connectPayments -> Envelope<ConnectionState>
  GET    :depotId/stripe/check                 checkPayments -> Envelope<ConnectionState>
organizations/:orgId/depots/:depotId/memberships DepotMemberships v2 #Orgs / Depots / Memberships
  GET    .                    listMemberships ?PageQuery -> Envelope<Membership[]>
  POST   .                    createMembership CreateMembership -> Envelope<Membership>
  GET    :membershipId        readMembership -> Envelope<Membership>
  PATCH  :membershipId        updateMembership UpdateMembership -> Envelope<Membership>
  DELETE :membershipId        deleteMembership -> Envelope<Membership>
organizations/:orgId/depots/:depotId/roles DepotRoles v2 #Orgs / Depots / Roles
  GET    .                    listDepotRoles ?PageQuery -> Envelope<RoleOutput[]>
  POST   .                    createDepotRole CreateRole -> Envelope<RoleOutput>
  GET    :roleId              readDepotRole -> Envelope<RoleOutput>
  PATCH  :roleId              updateDepotRole UpdateRole -> Envelope<RoleOutput>
  DELETE :roleId              deleteDepotRole -> Envelope<RoleOutput>
  GET    :roleId/permissions  listDepotPermissions -> Envelope<text[]>
  PUT    :roleId/permissions  setDepotPermissions PermissionsInput -> Envelope<text[]>
organizations/:orgId/depots/:depotId/people/:userId/schedules DepotSchedules v2 #Orgs / Depots / Users / Schedules
  GET    .                    listDepotSchedules ?offerId?=int -> Envelope<Schedule[]>
  POST   .                    createDepotSchedule CreateSchedule -> Envelope<Schedule>
  GET    :scheduleId          readDepotSchedule -> Envelope<Schedule>
  PATCH  :scheduleId          updateDepotSchedule UpdateSchedule -> Envelope<Schedule>
  DELETE :scheduleId          deleteDepotSchedule -> Envelope<Empty>
organizations/:orgId/depots/:depotId/offers Offers v2 #Orgs / Depots / Offers
  GET    .                    listOffers ?SortedPageQuery ?hostsLimit?=int -> Envelope<Offer_2024_06_14[]>
  POST   .                    createOffer CreateOffer_2024_06_14 -> Envelope<Offer_2024_06_14>
  GET    :offerId             readOffer -> Envelope<Offer_2024_06_14>
  PATCH  :offerId             updateOffer UpdateOffer_2024_06_14 -> Envelope<Offer_2024_06_14>
  DELETE :offerId             deleteOffer -> Envelope<Offer_2024_06_14>
  POST   :offerId/phone-call  callOffer object -> Envelope<JobTicket>
  GET    :offerId/webhooks    listOfferWebhooks ?PageQuery -> Envelope<Webhook[]>
  POST   :offerId/webhooks    createOfferWebhook CreateWebhook -> Envelope<Webhook>
  DELETE :offerId/webhooks    deleteOfferWebhooks -> Envelope<text>
  GET    :offerId/webhooks/:webhookId          readOfferWebhook -> Envelope<Webhook>
  PATCH  :offerId/webhooks/:webhookId          updateOfferWebhook UpdateWebhook -> Envelope<Webhook>
  DELETE :offerId/webhooks/:webhookId          deleteOfferWebhook -> Envelope<Webhook>
  GET    :offerId/links       listLinks -> Envelope<text[]>
  POST   :offerId/links       createLink Slots -> Envelope<text>
  PATCH  :offerId/links/:linkId                updateLink Slots -> Envelope<text>
  DELETE :offerId/links/:linkId                deleteLink -> Envelope<text>
organizations/:orgId/depots/:depotId/workflows Workflows v2 #Orgs / Depots / Workflows
  GET    .                    listWorkflows ?PageQuery -> Envelope<Workflow[]>
  POST   .                    createWorkflow CreateWorkflow -> Envelope<Workflow>
  GET    :workflowId          readWorkflow -> Envelope<Workflow>
  PATCH  :workflowId          updateWorkflow UpdateWorkflow -> Envelope<Workflow>
  DELETE :workflowId          deleteWorkflow -> 204
organizations/:orgId/depots/:depotId/verified Verified v2 #Orgs / Depots / Verified Resources
  POST   emails/request       requestEmailCode RequestCode -> 200 Envelope<Empty>
  POST   emails/verify        verifyEmail VerifyCode -> 200 Envelope<Verified>
  GET    emails               listEmails ?PageQuery -> Envelope<Verified[]>
  GET    emails/:id           readEmail -> Envelope<Verified>
  GET    phones               listPhones ?PageQuery -> Envelope<Phone[]>
  GET    phones/:id           readPhone -> Envelope<Phone>
organizations/:orgId/depots/:depotId/fleets/:fleetId/vehicles Vehicles v2 #Orgs / Depots / Fleets / Vehicles
  GET    .                    listVehicles ?VehicleQuery -> PaginatedResponseDto<Vehicle>
  POST   .                    createVehicle CreateVehicle -> Envelope<Vehicle>
  POST   batch                createVehicles CreateVehicle[] -> 207 Envelope<Vehicle>[]
  GET    :vehicleId           readVehicle -> Envelope<Vehicle> 404 Failure
  HEAD   :vehicleId           hasVehicle -> 200 !own
  PATCH  :vehicleId           updateVehicle UpdateVehicle -> Envelope<Vehicle>
  DELETE :vehicleId           deleteVehicle -> 204
  PUT    :vehicleId/state     setState VehicleState -> Envelope<Vehicle>
  GET    :vehicleId/inspections                listInspections ?PageQuery -> PaginatedResponseDto<Inspection>
  POST   :vehicleId/inspections                createInspection CreateInspection -> Envelope<Inspection>
  GET    :vehicleId/inspections/:inspectionId  readInspection -> Envelope<Inspection>
  POST   :vehicleId/inspections/:inspectionId/photos     addPhoto form:PhotoUpload -> Envelope<Photo>
  GET    :vehicleId/inspections/:inspectionId/photos/:photoId     readPhoto -> image/jpeg
organizations/:orgId/depots/:depotId/forms Forms v2 #Orgs / Depots / Routing forms
  GET    .                    listForms ?SortedPageQuery -> Envelope<Form[]>
  GET    :formId/responses    listAnswers ?SortedPageQuery -> Envelope<FormAnswer[]>
  POST   :formId/responses    createAnswer CreateFormAnswer ?AvailabilityQuery -> Envelope<FormAnswer>
  PATCH  :formId/responses/:responseId         updateAnswer CreateFormAnswer -> Envelope<FormAnswer>
organizations/:orgId/billing Billing v2 #Orgs / Billing
  GET    plan                 readPlan -> Envelope<Billing.Plan>
  PUT    plan                 changePlan Billing.Plan -> Envelope<Billing.Plan>
  GET    invoices             listInvoices ?SortedPageQuery ?state?=InvoiceState[] -> PaginatedResponseDto<Billing.Invoice>
  POST   invoices             createInvoice Billing.CreateInvoice -> Envelope<Billing.Invoice>
  GET    invoices/:invoiceId  readInvoice -> Envelope<Billing.Invoice>
  GET    invoices/:invoiceId/document.pdf      downloadInvoice -> application/pdf
  POST   invoices/:invoiceId/refund            refundInvoice Billing.Refund -> 200 Envelope<Billing.Invoice>
  GET    credits              readCredits -> Envelope<Credits>
  POST   credits/charge       chargeCredits CreditCharge -> 200 Envelope<Credits>
customers Customers v1 v2
  GET    .                    listCustomers ?SortedPageQuery -> PaginatedResponseDto<Customer>
  POST   .                    createCustomer CreateCustomer -> Envelope<Customer>
  GET    :customerId          readCustomer :customerId=int -> Envelope<Customer>
  PATCH  :customerId          updateCustomer :customerId=int UpdateCustomer -> Envelope<Customer>
  DELETE :customerId          deleteCustomer :customerId=int -> 204
  POST   :customerId/notes    addNote :customerId=int Note -> Envelope<Note>
bookings Bookings v2
  GET    .                    listBookings ?BookingQuery -> PaginatedResponseDto<Booking>
  POST   .                    createBooking CreateBooking|CreateInstantBooking|CreateRecurringBooking -> Envelope<Booking|RecurringBooking[]>
  GET    by-seat/:seatUid     readBySeat -> Envelope<SeatedBooking>
  GET    :bookingUid          readBooking -> Envelope<Booking|SeatedBooking|RecurringBooking>
  GET    :bookingUid/recordings                listRecordings -> Envelope<Recording[]>
  GET    :bookingUid/transcripts               listTranscripts -> Envelope<text[]>
  GET    :bookingUid/calendar-links            listCalendarLinks -> Envelope<Map<url>>
  POST   :bookingUid/move     moveBooking MoveBooking|MoveSeatedBooking -> Envelope<Booking>
  POST   :bookingUid/cancel   cancelBooking CancelBooking|CancelSeatedBooking -> 200 Envelope<Booking>
  POST   :bookingUid/absent   markAbsent MarkAbsent -> 200 Envelope<Booking>
  POST   :bookingUid/reassign reassignBooking -> 200 Envelope<ReassignBooking>
  POST   :bookingUid/reassign/:userId          reassignBookingTo MarkAbsent -> 200 Envelope<ReassignBooking>
  POST   :bookingUid/confirm  confirmBooking -> 200 Envelope<Booking>
  POST   :bookingUid/decline  declineBooking DeclineBooking -> 200 Envelope<Booking>
  POST   :bookingUid/guests   addGuests AddGuests -> 200 Envelope<Booking>
  PATCH  :bookingUid/location moveLocation AtDepot|AtAddress|AtLink|AtPhone|AtCustomer -> Envelope<Booking>
slots Slots v2
  GET    .                    listSlots ?AvailabilityQuery ?offerId?=int -> Envelope<Map<Slot[]>> !open
  POST   reservations         reserveSlot ReserveSlot -> Envelope<ReservedSlot> !open
  GET    reservations/:uid    readReservation -> Envelope<ReservedSlot> !open
  PATCH  reservations/:uid    updateReservation ReserveSlot -> Envelope<ReservedSlot> !open
  DELETE reservations/:uid    deleteReservation -> 204 !open
calendars Calendars v2
  GET    .                    listCalendars -> Envelope<CalendarList>
  POST   ics/save             saveIcs object -> 200 Envelope<ConnectionState>
  GET    ics/check            checkIcs -> Envelope<ConnectionState>
  GET    busy-times           listBusyTimes ?timeZone=text ?from=date ?to=date ?ids=text[] -> Envelope<BusyTime[]>
  GET    :calendar/connect    connectCalendar ?isDryRun?=flag ?redirect?=url -> Envelope<url>
  GET    :calendar/save       finishCalendar ?state=text ?code=text -> 302
  POST   :calendar/credentials                 saveCredentials ConnectCalendar -> 200 Envelope<ConnectionState>
  GET    :calendar/check      checkCalendar -> Envelope<ConnectionState>
  POST   :calendar/disconnect disconnectCalendar object -> 200 Envelope<Conferencing>
  GET    :calendar/events/:eventUid            readEvent -> Envelope<CalendarEvent>
  PATCH  :calendar/events/:eventUid            updateEvent UpdateCalendarEvent -> Envelope<CalendarEvent>
selected-calendars SelectedCalendars v2 #Selected Calendars
  POST   .                    selectCalendar SelectCalendar -> Envelope<SelectCalendar>
  DELETE .                    unselectCalendar ?integration=text ?externalId=text ?credentialId=text -> Envelope<SelectCalendar>
schedules Schedules v2
  GET    .                    listSchedules -> Envelope<Schedule[]>
  POST   .                    createSchedule CreateSchedule -> Envelope<Schedule>
  GET    default              readDefaultSchedule -> Envelope<Schedule|null>
  GET    :scheduleId          readSchedule -> Envelope<Schedule|null>
  PATCH  :scheduleId          updateSchedule UpdateSchedule -> Envelope<Schedule>
  DELETE :scheduleId          deleteSchedule -> 204
me Me v2
  GET    .                    readMe -> Envelope<Person>
  PATCH  .                    updateMe UpdatePerson -> Envelope<Person>
  GET    absences             listMyAbsences ?SortedPageQuery -> PaginatedResponseDto<OutOfOffice>
  POST   absences             createMyAbsence CreateOutOfOffice -> Envelope<OutOfOffice>
oauth-clients OAuthClients v2 #OAuth Clients
  GET    .                    listClients -> Envelope<OAuthClient[]>
  POST   .                    createClient CreateOAuthClient -> Envelope<OAuthClient>
  GET    :clientId            readClient -> Envelope<OAuthClient>
  PATCH  :clientId            updateClient UpdateOAuthClient -> Envelope<OAuthClient>
  DELETE :clientId            deleteClient -> Envelope<OAuthClient>
  GET    :clientId/users      listManagedUsers ?PageQuery ?emails?=email[] @x-client-secret -> PaginatedResponseDto<ManagedUser>
  POST   :clientId/users      createManagedUser CreateManagedUser @x-client-secret -> Envelope<CreatedUser>
  GET    :clientId/users/:userId               readManagedUser :userId=int @x-client-secret -> Envelope<ManagedUser>
  PATCH  :clientId/users/:userId               updateManagedUser :userId=int UpdateManagedUser @x-client-secret -> Envelope<ManagedUser>
  DELETE :clientId/users/:userId               deleteManagedUser :userId=int @x-client-secret -> Envelope<ManagedUser>
  POST   :clientId/users/:userId/force-refresh refreshManagedUser :userId=int @x-client-secret -> 200 Envelope<Tokens>
  GET    :clientId/webhooks   listClientWebhooks ?PageQuery -> Envelope<Webhook[]>
  POST   :clientId/webhooks   createClientWebhook CreateWebhook -> Envelope<Webhook>
  DELETE :clientId/webhooks   deleteClientWebhooks -> Envelope<text>
  GET    :clientId/webhooks/:webhookId         readClientWebhook -> Envelope<Webhook>
  PATCH  :clientId/webhooks/:webhookId         updateClientWebhook UpdateWebhook -> Envelope<Webhook>
  DELETE :clientId/webhooks/:webhookId         deleteClientWebhook -> Envelope<Webhook>
oauth/:clientId OAuthFlow v2 #OAuth Clients
  POST   authorize            authorize object -> 200 !open
  POST   exchange             exchange object @Authorization -> 200 Envelope<Tokens> !open
  POST   refresh              refresh RefreshToken @x-client-secret -> 200 Envelope<Tokens> !open
internal Internal v2
  GET    metrics              readMetrics -> text/plain !hidden
  ALL    debug/*path          debug !hidden
`;

/** What such applications have too, and API Gateway cannot hold. */
export const LEGACY_ROUTES = `
customers LegacyCustomers v1
  GET    :email/history       readHistory ?PageQuery -> Envelope<Booking[]>
  GET    *rest                findCustomer -> Envelope<Customer>
reports LegacyReports v1 #Reports
  GET    :year-:month         readMonth -> Envelope<Insight[]>
  GET    :name.:extension     readFile -> text/csv
`;
