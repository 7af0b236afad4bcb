/** Some 165 routes of two versions, with answers for every fault, HEAD, OPTIONS, any method and wildcards. */
export const ROUTES = `
events Events v1
  POST   trigger                        triggerEvent EventInput @idempotency-key -> EventResult 400 ProblemDto 422 ValidationProblemDto
  POST   trigger/bulk                   triggerBulk BulkEventInput @idempotency-key -> EventResult[] 422 ValidationProblemDto
  POST   trigger/broadcast              broadcast BroadcastInput @idempotency-key -> EventResult 422 ValidationProblemDto
  DELETE trigger/:transactionId         cancelEvent @idempotency-key -> flag
subscribers Subscribers v1 v2
  GET    .                              searchSubscribers ?SubscriberQuery -> CursorPage<Subscriber>
  POST   .                              createSubscriber SubscriberInput ?failIfExists?=flag @idempotency-key -> Subscriber 409 ProblemDto
  POST   bulk                           createSubscribers SubscriberBulk -> SubscriberBulkResult
  GET    :subscriberId                  readSubscriber -> Subscriber 404 ProblemDto
  HEAD   :subscriberId                  hasSubscriber -> 200
  PATCH  :subscriberId                  patchSubscriber SubscriberPatch -> Subscriber
  DELETE :subscriberId                  removeSubscriber -> Removed
  PUT    :subscriberId/credentials      updateCredentials ChannelSettings -> Subscriber
  PATCH  :subscriberId/credentials      appendCredentials ChannelSettings -> Subscriber
  DELETE :subscriberId/credentials/:providerId               deleteCredentials :providerId=Provider -> 204
  GET    :subscriberId/credentials/:providerId/oauth         startChatOauth ?hmacHash=text ?environmentId=text ?integration?=text -> 302 !open
  GET    :subscriberId/credentials/:providerId/oauth/callback          finishChatOauth ?code=text ?hmacHash=text ?environmentId=text -> object !open
  PATCH  :subscriberId/online           setOnline OnlineFlag -> Subscriber
  GET    :subscriberId/preferences      listPreferences ?PreferencesQuery -> Preferences
  PATCH  :subscriberId/preferences      patchPreferences PatchPreferences -> Preferences
  PATCH  :subscriberId/preferences/bulk          patchManyPreferences BulkPreferences -> Preferences[]
  GET    :subscriberId/preferences/:level        readPreferenceLevel -> WorkflowPreference[] !deprecated
  GET    :subscriberId/subscriptions    listSubscriptions ?TopicQuery -> CursorPage<Subscription>
  GET    :subscriberId/notifications/feed        readFeed ?OffsetQuery ?MessageFilter -> PageOf<Message>
  GET    :subscriberId/notifications/unseen      countUnseen ?seen?=flag ?limit?=int -> UnseenCount
  POST   :subscriberId/messages/mark-as          markMessages MarkMessages -> Message[]
  POST   :subscriberId/messages/mark-all         markAll MarkAll -> number
  POST   :subscriberId/messages/mark-by          markByFilter MarkByFilter -> 204
  POST   :subscriberId/messages/:messageId/actions/:actionType         actOnMessage object -> Message
  POST   :subscriberId/messages/:messageId/snooze            snoozeMessage SnoozeInput -> InboxItem
messages Messages v1
  GET    .                              listMessages ?channel?=Channel ?subscriberId?=text ?transactionId?=text[] ?page?=int -> PageOf<Message>
  GET    :messageId                     readMessage -> Message
  DELETE :messageId                     deleteMessage -> Removed
  DELETE transaction/:transactionId     deleteByTransaction ?channel?=Channel -> 204
notifications Notifications v1
  GET    .                              listActivities ?ActivityQuery -> PageOf<Activity>
  GET    stats                          readStatistics -> Statistics
  GET    graph/stats                    readGraph ?days?=number -> GraphPoint[]
  GET    :notificationId                readActivity -> Activity
  GET    :notificationId/jobs           readJobs -> Job[][]
workflows Workflows v2
  GET    .                              searchWorkflows ?WorkflowQuery -> WorkflowList
  POST   .                              createWorkflow WorkflowInput @idempotency-key -> Workflow
  GET    :workflowId                    readWorkflow ?environmentId?=text -> Workflow
  PUT    :workflowId                    updateWorkflow WorkflowUpdate -> Workflow
  PATCH  :workflowId                    patchWorkflow WorkflowPatch -> Workflow
  DELETE :workflowId                    deleteWorkflow -> 204
  PUT    :workflowId/sync               syncWorkflow SyncInput -> Workflow
  GET    :workflowId/steps/:stepId      readStep -> StepResult
  PATCH  :workflowId/steps/:stepId      patchStep StepInput -> StepResult
  POST   :workflowId/step/:stepId/preview        previewStep PreviewInput -> Preview
  GET    :workflowId/test-data          readTestData -> SchemaNode
  POST   :workflowId/duplicate          duplicateWorkflow WorkflowPatch -> Workflow
layouts Layouts v2
  GET    .                              searchLayouts ?OffsetQuery -> PageOf<Layout>
  POST   .                              createLayout LayoutInput -> Layout
  GET    :layoutId                      readLayout -> Layout
  PUT    :layoutId                      updateLayout LayoutUpdate -> Layout
  DELETE :layoutId                      deleteLayout -> 204 409 ProblemDto
  GET    :layoutId/usage                readUsage -> Usage
  POST   :layoutId/preview              previewLayout PreviewInput -> Preview
topics Topics v1 v2
  GET    .                              searchTopics ?TopicQuery -> CursorPage<Topic>
  POST   .                              createTopic TopicInput -> Topic 200 Topic
  GET    :topicKey                      readTopic -> Topic
  PATCH  :topicKey                      renameTopic TopicUpdate -> Topic
  DELETE :topicKey                      deleteTopic -> Removed
  GET    :topicKey/subscriptions        listTopicSubscriptions ?CursorQuery ?subscriberId?=text -> CursorPage<Subscription>
  POST   :topicKey/subscriptions        subscribe SubscriptionInput -> SubscriptionResult
  DELETE :topicKey/subscriptions        unsubscribe SubscriptionInput -> SubscriptionResult
  GET    :topicKey/subscriptions/:identifier     readSubscription -> Subscription
  PATCH  :topicKey/subscriptions/:identifier     updateSubscription SubscriptionInput -> Subscription
  HEAD   :topicKey/subscribers/:subscriberId     isSubscribed -> 200
integrations Integrations v1
  GET    .                              listIntegrations -> Integration[]
  POST   .                              createIntegration IntegrationInput -> Integration
  GET    active                         listActive -> Integration[]
  PUT    :integrationId                 updateIntegration IntegrationPatch -> Integration
  DELETE :integrationId                 deleteIntegration -> Integration[]
  POST   :integrationId/set-primary     setPrimary -> Integration
  GET    :integrationId/webhook/status  readWebhookStatus -> flag
  ALL    :integrationId/webhook/*rest   passWebhook -> 200 object !open
environments Environments v1
  GET    .                              listEnvironments -> Environment[]
  POST   .                              createEnvironment EnvironmentInput -> Environment
  PUT    :environmentId                 updateEnvironment EnvironmentUpdate -> Environment
  DELETE :environmentId                 deleteEnvironment -> 204
  GET    :environmentId/tags            listTags -> text[]
  POST   :environmentId/reset           resetEnvironment -> 204 !hidden
environments/:environmentId Publishing v2 #Environments
  POST   diff                           diffEnvironment SyncInput -> Diff
  POST   publish                        publishEnvironment SyncInput -> Diff
variables Variables v2 #Environment Variables
  GET    .                              listVariables ?search?=text -> Variable[]
  POST   .                              createVariable VariableInput -> Variable
  GET    :variableId                    readVariable -> Variable
  PATCH  :variableId                    updateVariable VariableUpdate -> Variable
  DELETE :variableId                    deleteVariable -> 204
  GET    :variableId/usage              readVariableUsage -> Usage
contexts Contexts v2
  GET    .                              listContexts ?CursorQuery ?id?=text ?search?=text -> CursorPage<Context>
  POST   .                              createContext Context -> Context
  GET    :kind/:id                      readContext -> Context
  PATCH  :kind/:id                      updateContext ContextValue -> Context
  DELETE :kind/:id                      deleteContext -> 204
channel-endpoints Endpoints v2 #Channel Endpoints
  GET    .                              listEndpoints ?EndpointQuery -> CursorPage<Endpoint>
  POST   .                              createEndpoint EndpointInput -> Endpoint
  GET    :identifier                    readEndpoint -> Endpoint
  PATCH  :identifier                    updateEndpoint EndpointInput -> Endpoint
  DELETE :identifier                    deleteEndpoint -> 204
channel-connections Connections v2 #Channel Connections
  GET    .                              listConnections ?EndpointQuery -> CursorPage<Connection>
  POST   .                              createConnection ConnectionInput -> Connection
  PATCH  :identifier                    updateConnection ConnectionInput -> Connection
  DELETE :identifier                    deleteConnection -> 204
translations Translations v2
  POST   .                              saveTranslation TranslationInput -> Translation
  POST   upload                         uploadTranslations form:TranslationUpload -> TranslationUploadResult
  GET    :resource/:resourceId          listTranslations :resource=Scope -> Translation[]
  GET    :resource/:resourceId/:locale  readTranslation :resource=Scope :locale=Locale -> Translation
  DELETE :resource/:resourceId/:locale  deleteTranslation :resource=Scope :locale=Locale -> 204
  GET    master.json                    exportMaster ?locale?=Locale -> object
inbox Inbox v1
  POST   session                        startSession InboxSession -> InboxToken !open
  GET    notifications                  listInbox ?InboxQuery -> CursorPage<InboxItem>
  GET    notifications/count            countInbox ?filters=text -> CountPair[]
  GET    events                         streamInbox ?lastEventId?=text -> text/event-stream
  PATCH  notifications/:id/read         markRead -> InboxItem
  PATCH  notifications/:id/unread       markUnread -> InboxItem
  PATCH  notifications/:id/archive      archiveItem -> InboxItem
  PATCH  notifications/:id/snooze       snoozeItem SnoozeInput -> InboxItem
  PATCH  notifications/:id/complete     completeItem ButtonResult -> InboxItem
  POST   notifications/read             markAllRead MessageFilter -> 204
  GET    preferences                    listInboxPreferences ?tags?=text[] -> Preference[]
  PATCH  preferences                    updateInboxPreferences ChannelFlags -> Preference
  PATCH  preferences/:workflowId        updateInboxPreference PatchPreferences -> Preference
  OPTIONS session                       describeSession -> 204 !open
storage Storage v1
  GET    upload-url                     createUploadUrl ?extension=text -> Redirect
  PUT    *path                          storeFile -> 204
  GET    *path                          readFile -> application/octet-stream
health-check Health v1
  GET    .                              checkHealth -> object !open
`;
