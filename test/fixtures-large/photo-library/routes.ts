/** Some 250 routes of forty controllers, most of them two or three segments long. */
export const ROUTES = `
activities Activities
  GET    .                   listActivities ?ActivityFilterDto -> ActivityDto[]
  POST   .                   createActivity ActivityCreateDto -> ActivityDto
  GET    statistics          readActivityStatistics ?albumId=uuid ?itemId?=uuid -> ActivityStatsDto
  DELETE :id                 deleteActivity :id=uuid -> 204
admin/maintenance Maintenance #Maintenance (admin)
  POST   .                   setMaintenance MaintenanceDto -> 201
  GET    status              readMaintenance -> MaintenanceStateDto !open
  POST   login               loginMaintenance object -> MaintenanceStateDto !open
admin/backups Backups #Database Backups (admin)
  GET    .                   listBackups -> BackupsDto
  DELETE .                   deleteBackups BackupsDeleteDto -> 200
  POST   upload              uploadBackup form:BackupUploadDto -> 201
  GET    :filename           downloadBackup -> application/octet-stream
admin/notices AdminNotices #Notices (admin)
  POST   .                   createNotice NoticeCreateDto -> NoticeDto
  POST   templates/:name     previewTemplate MailTemplateDto -> 200 MailTemplatePreviewDto
  POST   test-mail           sendTestMail ConfigSmtpDto -> 200 MailTestDto
admin/users AdminUsers #Users (admin)
  GET    .                   searchUsersAdmin ?UserFilterDto -> AdminUserDto[]
  POST   .                   createUserAdmin AdminUserCreateDto -> AdminUserDto
  GET    :id                 readUserAdmin :id=uuid -> AdminUserDto
  PUT    :id                 updateUserAdmin :id=uuid AdminUserUpdateDto -> AdminUserDto
  DELETE :id                 deleteUserAdmin :id=uuid AdminUserDeleteDto -> AdminUserDto
  GET    :id/preferences     readUserPreferencesAdmin :id=uuid -> PreferencesDto
  PUT    :id/preferences     updateUserPreferencesAdmin :id=uuid PreferencesUpdateDto -> PreferencesDto
  POST   :id/restore         restoreUserAdmin :id=uuid -> 200 AdminUserDto
  GET    :id/sessions        listUserSessionsAdmin :id=uuid -> SessionDto[]
  GET    :id/statistics      readUserStatisticsAdmin :id=uuid ?ItemStatsFilterDto -> ItemStatsDto
albums Albums
  GET    .                   listAlbums ?AlbumFilterDto -> AlbumDto[]
  POST   .                   createAlbum AlbumCreateDto -> AlbumDto
  GET    statistics          readAlbumStatistics -> AlbumStatsDto
  PUT    items               addItemsToAlbums AlbumsItemsDto -> AlbumsItemsResultDto
  GET    :id                 readAlbum :id=uuid ?AlbumReadDto -> AlbumDto
  PATCH  :id                 updateAlbum :id=uuid AlbumUpdateDto -> AlbumDto
  DELETE :id                 deleteAlbum :id=uuid -> 204
  PUT    :id/items           addItemsToAlbum :id=uuid BoundedIdsDto -> IdResultDto[]
  DELETE :id/items           removeItemsFromAlbum :id=uuid BoundedIdsDto -> IdResultDto[]
  PUT    :id/members         addMembersToAlbum :id=uuid AlbumMembersAddDto -> AlbumDto
  PUT    :id/member/:userId  updateAlbumMember :id=uuid AlbumMemberUpdateDto -> 204
  DELETE :id/member/:userId  removeAlbumMember :id=uuid -> 204
  GET    :id/map-markers     listAlbumMarkers :id=uuid -> MarkerDto[]
api-keys ApiKeys #API keys
  GET    .                   listApiKeys -> ApiKeyDto[]
  POST   .                   createApiKey ApiKeyCreateDto -> ApiKeyCreatedDto
  GET    me                  readMyApiKey -> ApiKeyDto
  GET    :id                 readApiKey :id=uuid -> ApiKeyDto
  PUT    :id                 updateApiKey :id=uuid ApiKeyUpdateDto -> ApiKeyDto
  DELETE :id                 deleteApiKey :id=uuid -> 204
items Items
  POST   .                   uploadItem form:ItemUploadDto @x-checksum ?key?=text ?slug?=text -> ItemUploadedDto 200 ItemUploadedDto
  PUT    .                   updateItems ItemsUpdateDto -> 204
  DELETE .                   deleteItems ItemsDeleteDto -> 204
  GET    random              listRandomItems ?count?=number -> ItemDto[] !deprecated
  GET    statistics          readItemStatistics ?ItemStatsFilterDto -> ItemStatsDto
  POST   bulk-check          checkUploads UploadCheckDto -> 200 UploadCheckResultDto
  POST   exist               checkExistingItems ItemsExistDto -> 200 ItemsExistResultDto
  POST   jobs                runItemJobs ItemsJobDto -> 204
  PUT    copy                copyItem ItemCopyDto -> 204
  PUT    metadata            updateItemsMetadata ItemMetadataUpsertDto -> ItemMetadataDto[]
  GET    device/:deviceId    listDeviceItems -> text[] !deprecated
  GET    :id                 readItem :id=uuid ?key?=text ?slug?=text -> ItemDto 404 ProblemDto
  PUT    :id                 updateItem :id=uuid ItemUpdateDto -> ItemDto
  GET    :id/metadata        listItemMetadata :id=uuid -> ItemMetadataDto[]
  PUT    :id/metadata        updateItemMetadata :id=uuid ItemMetadataUpsertDto -> ItemMetadataDto[]
  GET    :id/metadata/:key   readItemMetadata :id=uuid -> ItemMetadataDto
  DELETE :id/metadata/:key   deleteItemMetadata :id=uuid -> 204
  GET    :id/ocr             readItemText :id=uuid -> OcrBoxDto[]
  GET    :id/edits           readItemEdits :id=uuid -> ItemEditsDto
  PUT    :id/edits           editItem :id=uuid ItemEditsDto -> ItemEditsDto
  DELETE :id/edits           removeItemEdits :id=uuid -> 204
  GET    :id/original        downloadItem :id=uuid ?key?=text ?edited?=flag -> application/octet-stream
  PUT    :id/original        replaceItem :id=uuid form:ItemReplaceDto -> ItemUploadedDto !deprecated
  GET    :id/thumbnail       viewItem :id=uuid ?ThumbnailQueryDto -> application/octet-stream
  GET    :id/video/playback  playItem :id=uuid ?key?=text -> application/octet-stream
audit Audit
  GET    deletes             listAuditDeletes ?AuditFilterDto -> AuditDto
auth Authentication
  POST   login               login LoginDto -> LoginResultDto !open
  POST   logout              logout -> 200 LogoutResultDto
  POST   sign-up             signUpAdmin SignUpDto -> AdminUserDto !open
  POST   validate            validateToken -> 200 TokenStateDto
  POST   password            changePassword ChangePasswordDto -> 200 AdminUserDto
  GET    status              readAuthStatus -> AuthStateDto
  POST   pin                 setupPin PinSetupDto -> 204
  PUT    pin                 changePin PinChangeDto -> 204
  DELETE pin                 resetPin PinResetDto -> 204
  POST   session/lock        lockSession -> 204
  POST   session/unlock      unlockSession SessionUnlockDto -> 204
download Download
  POST   archive             downloadArchive DownloadItemsDto ?key?=text -> 200 application/octet-stream
  POST   info                readDownloadInfo DownloadInfoFilterDto ?key?=text -> DownloadInfoDto
duplicates Duplicates
  GET    .                   listDuplicates -> DuplicateDto[]
  DELETE .                   deleteDuplicates IdsDto -> 204
  POST   resolve             resolveDuplicates DuplicateResolveDto -> 200 IdResultDto[]
  DELETE :id                 deleteDuplicate :id=uuid -> 204
faces Faces
  GET    .                   listFaces ?id=uuid -> FaceDto[]
  POST   .                   createFace FaceCreateDto -> 201
  PUT    :id                 reassignFace :id=uuid FaceReassignDto -> PersonDto
  DELETE :id                 deleteFace :id=uuid FaceDeleteDto -> 204
reports Reports #File reports
  GET    .                   readReport -> ReportDto
  POST   fix                 fixReport ReportFixDto -> 201
  POST   checksums           readChecksums ChecksumsDto -> 200 ChecksumDto[]
workers Workers
  GET    .                   listWorkers -> WorkersDto
  POST   .                   createJob JobCreateDto -> 204
  PUT    :name               commandWorker :name=WorkerName WorkerCommandDto -> WorkerDto
queues Queues
  GET    .                   listQueues -> QueueDto[]
  GET    :name               readQueue :name=WorkerName -> QueueDto
  PUT    :name               updateQueue :name=WorkerName QueueUpdateDto -> QueueDto
  GET    :name/jobs          listQueueJobs :name=WorkerName ?QueueJobsFilterDto -> QueueJobDto[]
  DELETE :name/jobs          emptyQueue :name=WorkerName FaceDeleteDto -> 204
libraries Libraries
  GET    .                   listLibraries -> LibraryDto[]
  POST   .                   createLibrary LibraryCreateDto -> LibraryDto
  GET    :id                 readLibrary :id=uuid -> LibraryDto
  PUT    :id                 updateLibrary :id=uuid LibraryUpdateDto -> LibraryDto
  DELETE :id                 deleteLibrary :id=uuid -> 204
  POST   :id/scan            scanLibrary :id=uuid -> 204
  GET    :id/statistics      readLibraryStatistics :id=uuid -> LibraryStatsDto
  POST   :id/validate        validateLibrary :id=uuid LibraryValidateDto -> 200 LibraryValidateResultDto
map Map
  GET    markers             listMarkers ?MarkerFilterDto -> MarkerDto[]
  GET    reverse-geocode     reverseGeocode ?PlaceFilterDto -> PlaceNameDto[]
  GET    style.json          readMapStyle ?theme=MapStyle ?key?=text -> object
memories Memories
  GET    .                   searchMemories ?MemoryFilterDto -> MemoryDto[]
  POST   .                   createMemory MemoryCreateDto -> MemoryDto
  GET    statistics          readMemoryStatistics ?MemoryFilterDto -> MemoryStatsDto
  GET    :id                 readMemory :id=uuid -> MemoryDto
  PUT    :id                 updateMemory :id=uuid MemoryUpdateDto -> MemoryDto
  DELETE :id                 deleteMemory :id=uuid -> 204
  PUT    :id/items           addMemoryItems :id=uuid IdsDto -> IdResultDto[]
  DELETE :id/items           removeMemoryItems :id=uuid IdsDto -> IdResultDto[]
notices Notices
  GET    .                   listNotices ?NoticeFilterDto -> NoticeDto[]
  PUT    .                   updateNotices NoticesUpdateDto -> 204
  DELETE .                   deleteNotices IdsDto -> 204
  GET    :id                 readNotice :id=uuid -> NoticeDto
  PUT    :id                 updateNotice :id=uuid NoticeUpdateDto -> NoticeDto
  DELETE :id                 deleteNotice :id=uuid -> 204
oauth OAuth
  POST   authorize           startOAuth OAuthStartDto -> OAuthUrlDto !open
  POST   callback            finishOAuth OAuthFinishDto -> LoginResultDto !open
  POST   link                linkOAuth OAuthFinishDto -> 200 AdminUserDto
  POST   unlink              unlinkOAuth -> 200 AdminUserDto
  GET    mobile-redirect     redirectToMobile -> 307 !open
partners Partners
  GET    .                   listPartners ?direction=LinkKind -> PartnerDto[]
  POST   .                   createPartner PartnerCreateDto -> PartnerDto
  PUT    :id                 updatePartner :id=uuid PartnerUpdateDto -> PartnerDto
  DELETE :id                 removePartner :id=uuid -> 204
  POST   :id                 createPartnerById :id=uuid -> PartnerDto !deprecated
people People
  GET    .                   listPeople ?PeopleFilterDto -> PeopleDto
  POST   .                   createPerson PersonCreateDto -> PersonDto
  PUT    .                   updatePeople PeopleUpdateDto -> IdResultDto[]
  DELETE .                   deletePeople IdsDto -> 204
  GET    :id                 readPerson :id=uuid -> PersonDto
  PUT    :id                 updatePerson :id=uuid PersonUpdateDto -> PersonDto
  DELETE :id                 deletePerson :id=uuid -> 204
  POST   :id/merge           mergePerson :id=uuid PersonMergeDto -> 200 IdResultDto[]
  PUT    :id/reassign        reassignFaces :id=uuid PersonReassignDto -> PersonDto[]
  GET    :id/statistics      readPersonStatistics :id=uuid -> PersonStatsDto
  GET    :id/thumbnail       readPersonThumbnail :id=uuid -> image/jpeg
plugins Plugins
  GET    .                   listPlugins -> PluginDto[]
  GET    :id                 readPlugin :id=uuid -> PluginDto
flows Flows
  GET    .                   listFlows -> FlowDto[]
  POST   .                   createFlow FlowCreateDto -> FlowDto
  GET    :id                 readFlow :id=uuid -> FlowDto
  PUT    :id                 updateFlow :id=uuid FlowUpdateDto -> FlowDto
  DELETE :id                 deleteFlow :id=uuid -> 204
search Search
  POST   metadata            searchMetadata MetadataSearchDto -> 200 SearchResultDto
  POST   smart               searchSmart SmartSearchDto -> 200 SearchResultDto
  POST   random              searchRandom RandomSearchDto -> 200 ItemDto[]
  POST   large-items         searchLargeItems ?LargeSearchDto -> 200 ItemDto[]
  POST   statistics          searchStatistics StatsSearchDto -> 200 SearchStatsDto
  GET    cities              listCities -> ItemDto[]
  GET    explore             explore -> ExploreDto[]
  GET    people              searchPeople ?name=text ?withHidden?=flag -> PersonDto[]
  GET    places              searchPlaces ?name=text -> PlaceDto[]
  GET    suggestions         listSuggestions ?SuggestionFilterDto -> (text|null)[]
server Server
  GET    about               readAbout -> ServerAboutDto
  GET    installers          readInstallers -> InstallersDto
  GET    config              readServerConfig -> ServerConfigDto !open
  GET    features            readFeatures -> ServerFeaturesDto !open
  GET    license             readServerLicense -> UserLicenseDto 404
  PUT    license             setServerLicense LicenseKeyDto -> UserLicenseDto
  DELETE license             deleteServerLicense -> 204
  GET    media-types         readMediaTypes -> MediaTypesDto !open
  GET    ping                ping -> ServerPingDto !open
  GET    statistics          readServerStatistics -> ServerStatsDto
  GET    storage             readStorage -> StorageDto
  GET    theme               readTheme -> ThemeDto !open
  GET    version             readVersion -> ServerVersionDto !open
  GET    version-check       readVersionCheck -> VersionCheckDto
  GET    version-history     readVersionHistory -> VersionEntryDto[] !open
sessions Sessions
  GET    .                   listSessions -> SessionDto[]
  POST   .                   createSession SessionCreateDto -> SessionCreatedDto
  DELETE .                   deleteSessions -> 204
  PUT    :id                 updateSession :id=uuid SessionUpdateDto -> SessionDto
  DELETE :id                 deleteSession :id=uuid -> 204
  POST   :id/lock            lockOtherSession :id=uuid -> 204
shared-links SharedLinks #Shared links
  GET    .                   listSharedLinks ?albumId?=uuid -> SharedLinkDto[]
  POST   .                   createSharedLink SharedLinkCreateDto -> SharedLinkDto
  GET    me                  readMySharedLink ?SharedLinkReadDto -> SharedLinkDto
  GET    :id                 readSharedLink :id=uuid -> SharedLinkDto
  PATCH  :id                 updateSharedLink :id=uuid SharedLinkUpdateDto -> SharedLinkDto
  DELETE :id                 deleteSharedLink :id=uuid -> 204
  PUT    :id/items           addSharedLinkItems :id=uuid IdsDto ?key?=text -> IdResultDto[]
  DELETE :id/items           removeSharedLinkItems :id=uuid IdsDto ?key?=text -> IdResultDto[]
stacks Stacks
  GET    .                   searchStacks ?StackFilterDto -> StackDto[]
  POST   .                   createStack StackCreateDto -> StackDto
  DELETE .                   deleteStacks IdsDto -> 204
  GET    :id                 readStack :id=uuid -> StackDto
  PUT    :id                 updateStack :id=uuid StackUpdateDto -> StackDto
  DELETE :id                 deleteStack :id=uuid -> 204
  DELETE :id/items/:itemId   removeItemFromStack :id=uuid :itemId=uuid -> 204
sync Sync
  POST   full                readFullSync SyncFullDto -> 200 ItemDto[] !deprecated
  POST   delta               readDeltaSync SyncDeltaDto -> 200 SyncDeltaResultDto !deprecated
  POST   stream              streamSync SyncStreamDto -> 200 application/jsonlines+json
  GET    ack                 listAcks -> SyncAckDto[]
  POST   ack                 sendAcks SyncAcksDto -> 204
  DELETE ack                 deleteAcks SyncAcksDeleteDto -> 204
system-config SystemConfig #System config
  GET    .                   readConfig -> ConfigDto
  PUT    .                   updateConfig ConfigDto -> ConfigDto
  GET    defaults            readConfigDefaults -> ConfigDto
  GET    template-options    readTemplateOptions -> TemplateOptionsDto
system-state SystemState #System state
  GET    onboarding          readAdminOnboarding -> OnboardingDto
  POST   onboarding          updateAdminOnboarding OnboardingDto -> 204
  GET    geocoding           readGeocodingState -> GeocodingStateDto
tags Tags
  GET    .                   listTags -> TagDto[]
  POST   .                   createTag TagCreateDto -> TagDto
  PUT    .                   upsertTags TagUpsertDto -> TagDto[]
  PUT    items               tagManyItems TagBulkDto -> CountDto
  GET    :id                 readTag :id=uuid -> TagDto
  PUT    :id                 updateTag :id=uuid TagUpdateDto -> TagDto
  DELETE :id                 deleteTag :id=uuid -> 204
  PUT    :id/items           tagItems :id=uuid IdsDto -> IdResultDto[]
  DELETE :id/items           untagItems :id=uuid IdsDto -> IdResultDto[]
timeline Timeline
  GET    bucket              readBucket ?BucketReadDto -> BucketItemsDto
  GET    buckets             listBuckets ?BucketFilterDto -> BucketDto[]
  GET    recent              listRecent ?page?=int -> PageDto<ItemDto>
trash Trash
  POST   empty               emptyTrash -> 200 CountDto
  POST   restore             restoreTrash -> 200 CountDto
  POST   restore/items       restoreItems IdsDto -> 200 CountDto
users Users
  GET    .                   searchUsers -> UserDto[]
  GET    me                  readMyUser -> AdminUserDto
  PUT    me                  updateMyUser UserUpdateDto -> AdminUserDto
  GET    me/license          readMyLicense -> UserLicenseDto
  PUT    me/license          setMyLicense LicenseKeyDto -> UserLicenseDto
  DELETE me/license          deleteMyLicense -> 204
  GET    me/onboarding       readMyOnboarding -> OnboardingDto
  PUT    me/onboarding       setMyOnboarding OnboardingDto -> OnboardingDto
  DELETE me/onboarding       deleteMyOnboarding -> 204
  GET    me/preferences      readMyPreferences -> PreferencesDto
  PUT    me/preferences      updateMyPreferences PreferencesUpdateDto -> PreferencesDto
  POST   profile-image       createProfileImage form:ProfileUploadDto -> ProfileImageDto
  DELETE profile-image       deleteProfileImage -> 204
  GET    :id                 readUser :id=uuid -> UserDto
  GET    :id/profile-image   readProfileImage :id=uuid -> application/octet-stream
folders Folders
  GET    .                   listFolderItems ?FolderFilterDto -> ItemDto[]
  GET    paths               listFolders -> text[]
internal Internal
  GET    metrics             readMetrics -> text/plain !hidden !open
  POST   reindex             reindex IdsDto -> 204 !hidden
`;
