/** Some 320 schemas: flat records, named enums, values that may be null, bounds, and a tree of settings. */
export const SCHEMAS = `
enum MediaKind photo video audio document
enum MediaState draft active archived trashed
enum Visibility private circle public
enum SortOrder oldest newest
enum ThumbnailSize tiny preview full
enum FileFormat jpeg webp avif png
enum Rotation none right left half
enum ReactionKind like comment
enum ReactionTarget album item
enum MemberRole viewer editor
enum WorkerName thumbnails metadata transcoding faces clusters embeddings duplicates sidecars backups cleanup notices search
enum WorkerCommand start stop resume drain retry-failed
enum LogLevel trace debug info warn error fatal
enum VideoCodec h264 hevc vp9 av1
enum AudioCodec mp3 aac opus
enum Container mov mp4 ogg webm
enum Acceleration nvenc quicksync vaapi rkmpp disabled
enum TranscodeRule all optimal bitrate required disabled
enum ToneMapping hable mobius reinhard disabled
enum QualityMode auto constant variable
enum ColorSpace srgb p3
enum MapStyle light dark
enum AvatarColor primary pink red yellow blue green purple orange gray amber
enum AccountState active removing removed
enum DuplicateAction keep drop merge
enum EntityKind ITEM ALBUM PERSON
enum PathKind original preview thumbnail encoded sidecar face profile
enum ImportState waiting running done failed
enum ImportReason duplicate unsupported corrupt unreadable
enum SuggestionField country region city camera-make camera-model
enum LinkKind album items
enum NoticeLevel success info warning error
enum NoticeKind job-failed backup-failed system-message album-invite album-update custom
enum SyncKind users partners items item-exif albums album-members memories stacks people faces
enum MemoryKind on-this-day trip person
enum Permission all album.read album.create album.update album.delete item.read item.update item.delete item.upload item.download item.share key.create key.read key.update key.delete library.read library.create library.update library.delete person.read person.update person.merge tag.read tag.create tag.apply stack.read stack.create session.read session.lock admin.user.read admin.user.create admin.user.update admin.user.delete server.about server.statistics
enum TokenMethod none post basic

ProblemDto { status: int * eg:404; message: text * ; error?: text; trace?: uuid }
IdsDto { ids: uuid[] }
BoundedIdsDto { ids: uuid[] 1..1000 unique }
IdResultDto { id: uuid; success: flag; error?: ImportReason }
CountDto { count: int64 0.. }
PageDto<T> { items: T[]; total: int 0..; nextPage: text|null }
TagDto { id: uuid; name: text 1..80; value: text; color?: text|null like:^#[0-9a-f]{6}$; parentId?: uuid|null; createdAt: datetime; updatedAt: datetime }
TagCreateDto { name: text 1..80; parentId?: uuid|null; color?: text|null like:^#?[0-9A-Fa-f]+$ }
TagUpdateDto { color?: text|null }
TagBulkDto { tagIds: uuid[] 1..; itemIds: uuid[] 1.. }
TagUpsertDto { tags: text[] }

UserDto { id: uuid; name: text; email: text; avatarColor: AvatarColor; profileImagePath: text; profileChangedAt: datetime }
UserLicenseDto { licenseKey: text like:^LB[A-Z]-[0-9A-Z]+$; activationKey: text; activatedAt: datetime }
AdminUserDto extends UserDto { state: AccountState; quotaInBytes: int64|null; usageInBytes: int64|null; storageLabel: text|null; mustChangePassword: flag; isAdmin: flag; oauthId: text; license: UserLicenseDto|null; createdAt: datetime; updatedAt: datetime; deletedAt: datetime|null }
AdminUserCreateDto { email: email; password: secret 8..128; name: text 1..; storageLabel?: text|null; quotaInBytes?: int64|null 1..; mustChangePassword?: flag; notify?: flag; isAdmin?: flag; avatarColor?: AvatarColor|null; pin?: text|null like:^\\d+$ }
AdminUserUpdateDto = partial AdminUserCreateDto
AdminUserDeleteDto { force?: flag }
UserUpdateDto { email?: email; password?: secret deprecated; name?: text; avatarColor?: AvatarColor|null }
UserFilterDto { withDeleted?: flag; id?: uuid }
LicenseKeyDto { licenseKey: text like:/^LB(SV|CL)-[\\dA-Za-z]+$/; activationKey: text }
ProfileImageDto { userId: uuid; path: text; changedAt: datetime }
ProfileUploadDto { file: binary }
AvatarPreferenceDto { color: AvatarColor }
FoldersPreferenceDto { enabled: flag =false; sidebarWeb: flag =false }
MemoriesPreferenceDto { enabled: flag =true; duration: int 1.. =5 }
PeoplePreferenceDto { enabled: flag =true; sidebarWeb: flag =false }
RatingsPreferenceDto { enabled: flag =false }
LinksPreferenceDto { enabled: flag =true; sidebarWeb: flag =false }
TagsPreferenceDto { enabled: flag =false; sidebarWeb: flag =false }
MailPreferenceDto { enabled: flag; albumInvite: flag; albumUpdate: flag }
DownloadPreferenceDto { archiveSize: int64 1.. =4294967296; includeEmbeddedVideos: flag =false }
PurchasePreferenceDto { showBadge: flag; remindAt: text }
CastPreferenceDto { enabled: flag =false }
PreferencesDto { avatar: AvatarPreferenceDto; folders: FoldersPreferenceDto; memories: MemoriesPreferenceDto; people: PeoplePreferenceDto; ratings: RatingsPreferenceDto; sharedLinks: LinksPreferenceDto; tags: TagsPreferenceDto; mail: MailPreferenceDto; download: DownloadPreferenceDto; purchase: PurchasePreferenceDto; cast: CastPreferenceDto; defaultOrder: SortOrder }
FoldersPreferenceUpdateDto = partial FoldersPreferenceDto
MemoriesPreferenceUpdateDto = partial MemoriesPreferenceDto
PeoplePreferenceUpdateDto = partial PeoplePreferenceDto
RatingsPreferenceUpdateDto = partial RatingsPreferenceDto
LinksPreferenceUpdateDto = partial LinksPreferenceDto
TagsPreferenceUpdateDto = partial TagsPreferenceDto
MailPreferenceUpdateDto = partial MailPreferenceDto
DownloadPreferenceUpdateDto = partial DownloadPreferenceDto
PurchasePreferenceUpdateDto = partial PurchasePreferenceDto
CastPreferenceUpdateDto = partial CastPreferenceDto
AvatarPreferenceUpdateDto = partial AvatarPreferenceDto
PreferencesUpdateDto { avatar?: AvatarPreferenceUpdateDto; folders?: FoldersPreferenceUpdateDto; memories?: MemoriesPreferenceUpdateDto; people?: PeoplePreferenceUpdateDto; ratings?: RatingsPreferenceUpdateDto; sharedLinks?: LinksPreferenceUpdateDto; tags?: TagsPreferenceUpdateDto; mail?: MailPreferenceUpdateDto; download?: DownloadPreferenceUpdateDto; purchase?: PurchasePreferenceUpdateDto; cast?: CastPreferenceUpdateDto; defaultOrder?: SortOrder }
OnboardingDto { isOnboarded: flag }

ActivityDto { id: uuid; createdAt: datetime; kind: ReactionKind; comment?: text|null; user: UserDto; itemId: uuid|null }
ActivityCreateDto { albumId: uuid; itemId?: uuid; kind: ReactionKind; comment?: text ..2000 }
ActivityFilterDto { albumId: uuid; itemId?: uuid; target?: ReactionTarget; kind?: ReactionKind; userId?: uuid }
ActivityStatsDto { comments: int; likes: int }
AlbumMemberDto { user: UserDto; role: MemberRole }
AlbumMemberAddDto { userId: uuid; role?: MemberRole ="editor" }
AlbumMembersAddDto { members: AlbumMemberAddDto[] 1.. }
AlbumMemberUpdateDto { role: MemberRole }
ContributorDto { userId: uuid; itemCount: int }
AlbumDto { id: uuid; ownerId: uuid; owner: UserDto; name: text; description: text; order?: SortOrder; coverId: uuid|null; shared: flag; hasSharedLink: flag; members: AlbumMemberDto[]; items: ItemDto[]; itemCount: int; contributors?: ContributorDto[]; activityEnabled: flag; startDate?: datetime; endDate?: datetime; createdAt: datetime; updatedAt: datetime; lastItemAt?: datetime }
AlbumCreateDto { name: text 1..120; description?: text; itemIds?: uuid[]; members?: AlbumMemberAddDto[] }
AlbumUpdateDto { name?: text 1..120; description?: text; coverId?: uuid; order?: SortOrder; activityEnabled?: flag }
AlbumFilterDto { itemId?: uuid *; shared?: flag * }
AlbumReadDto { key?: text; slug?: text; withoutItems?: flag }
AlbumStatsDto { owned: int; shared: int; notShared: int }
AlbumsItemsDto { albumIds: uuid[] 1..; itemIds: uuid[] 1.. }
AlbumsItemsResultDto { success: flag; error?: ImportReason }

ExifDto { city?: text|null =null; country?: text|null =null; region?: text|null =null; description?: text|null =null; make?: text|null =null; model?: text|null =null; lens?: text|null =null; takenAt?: datetime|null =null; changedAt?: datetime|null =null; exposure?: text|null =null; aperture?: number|null =null; focalLength?: number|null =null; iso?: number|null =null; width?: number|null =null; height?: number|null =null; fileSize?: int64|null =null; latitude?: double|null =null; longitude?: double|null =null; orientation?: text|null =null; projection?: text|null =null; rating?: number|null =null; timeZone?: text|null =null }
FaceBoxDto { id: uuid; x1: int; y1: int; x2: int; y2: int; imageWidth: int; imageHeight: int; source?: text }
FaceDto extends FaceBoxDto { person: PersonDto|null }
FaceCreateDto { itemId: uuid; personId: uuid; x: int; y: int; width: int; height: int; imageWidth: int; imageHeight: int }
FaceReassignDto { id: uuid }
FaceDeleteDto { force: flag }
PersonDto { id: uuid; name: text; birthDate: date|null; thumbnailPath: text; isHidden: flag; isFavorite?: flag; color?: text; updatedAt?: datetime }
PersonWithFacesDto extends PersonDto { faces: FaceBoxDto[] }
PersonCreateDto { name?: text; birthDate?: date|null *; isHidden?: flag; isFavorite?: flag; color?: text|null }
PersonUpdateDto extends PersonCreateDto { featureItemId?: uuid * }
PersonUpdateItemDto extends PersonUpdateDto { id: uuid * }
PeopleUpdateDto { people: PersonUpdateItemDto[] }
PeopleFilterDto { page?: number 1.. =1; size?: number 1..1000 =500; withHidden?: flag; closestPersonId?: uuid; closestItemId?: uuid }
PeopleDto { total: int; hidden: int; people: PersonDto[]; hasNextPage?: flag }
PersonMergeDto { ids: uuid[] 1..100 }
PersonReassignItemDto { personId: uuid; itemId: uuid }
PersonReassignDto { data: PersonReassignItemDto[] }
PersonStatsDto { items: int }
StackSummaryDto { id: uuid; primaryItemId: uuid; itemCount: int }
ItemDto { id: uuid; kind: MediaKind; state?: MediaState; visibility: Visibility; ownerId: uuid; owner?: UserDto; libraryId?: uuid|null deprecated; deviceItemId: text; originalPath: text; originalName: text; mimeType?: text; thumbhash: text|null; checksum: bytes *; duration: text; exif?: ExifDto; tags?: TagDto[]; people?: PersonWithFacesDto[]; unassignedFaces?: FaceBoxDto[]; stack?: StackSummaryDto|null; duplicateId?: uuid|null; livePhotoId?: uuid|null; isFavorite: flag; isArchived: flag; isTrashed: flag; isOffline: flag; hasMetadata: flag; fileCreatedAt: datetime; fileChangedAt: datetime; localTakenAt: datetime; createdAt: datetime; updatedAt: datetime; resized?: flag deprecated }
ItemUploadDto { file: binary; sidecar?: binary; deviceItemId: text; deviceId: text; fileCreatedAt: datetime; fileChangedAt: datetime; duration?: text; fileName?: text; isFavorite?: flag; visibility?: Visibility; livePhotoId?: uuid; metadata?: object[] }
ItemReplaceDto { file: binary; deviceItemId: text; deviceId: text; fileCreatedAt: datetime; fileChangedAt: datetime; duration?: text }
ItemUploadedDto { id: uuid; status: ImportState }
ItemUpdateDto { description?: text; isFavorite?: flag; visibility?: Visibility; takenAt?: datetime; latitude?: number -90..90; longitude?: number -180..180; rating?: int -1..5; livePhotoId?: uuid|null }
ItemsUpdateDto extends ItemUpdateDto { ids: uuid[]; relativeMinutes?: int; timeZone?: text; duplicateId?: text|null }
ItemsDeleteDto { ids: uuid[]; force?: flag }
ItemsJobDto { itemIds: uuid[]; name: WorkerName }
ItemsExistDto { deviceId: text; deviceItemIds: text[] }
ItemsExistResultDto { existingIds: text[] }
UploadCheckItemDto { id: text; checksum: text * }
UploadCheckDto { items: UploadCheckItemDto[] }
UploadCheckResultItemDto { id: text; accept: flag; reason?: ImportReason; itemId?: uuid; isTrashed?: flag }
UploadCheckResultDto { results: UploadCheckResultItemDto[] }
ItemStatsFilterDto { visibility?: Visibility; isFavorite?: flag; isTrashed?: flag }
ItemStatsDto { images: int; videos: int; total: int }
ItemMetadataDto { key: text; value: object; updatedAt: datetime }
ItemMetadataUpsertItemDto { key: text 1..; value: object }
ItemMetadataUpsertDto { items: ItemMetadataUpsertItemDto[] }
OcrBoxDto { id: uuid; text: text; textScore: double 0..1; boxScore: double 0..1; points: number[][] }
ItemCopyDto { sourceId: uuid; targetId: uuid; albums?: flag =true; stack?: flag =true; favorite?: flag =true; sidecar?: flag =true; sharedLinks?: flag =true }
CropEditDto { kind: text; x: int 0..; y: int 0..; width: int 1..; height: int 1.. }
RotateEditDto { kind: text; rotation: Rotation }
MirrorEditDto { kind: text; vertical: flag }
ItemEditsDto { edits: (CropEditDto|RotateEditDto|MirrorEditDto)[] 1..20 }
ThumbnailQueryDto { size?: ThumbnailSize; key?: text; slug?: text; edited?: flag }

AuditFilterDto { after: datetime; entity: EntityKind; userId?: uuid }
AuditDto { needsFullSync: flag; ids: text[] }
LoginDto { email: email eg:"ada@example.com"; password: text eg:"correct-horse" }
LoginResultDto { accessToken: text; userId: uuid; userEmail: email; name: text; profileImagePath: text; isAdmin: flag; mustChangePassword: flag; isOnboarded: flag }
LogoutResultDto { successful: flag; redirectUri: text }
SignUpDto extends LoginDto { name: text eg:"Ada" }
ChangePasswordDto { password: text eg:"correct-horse"; newPassword: secret 8..; invalidateSessions?: flag =false }
TokenStateDto { authStatus: flag }
PinSetupDto { pin: text like:^\\d+$ 6..6 eg:"123456" }
PinChangeDto { newPin: text 6..6; pin?: text; password?: text }
PinResetDto { pin?: text; password?: text }
SessionUnlockDto { pin?: text; password?: text }
AuthStateDto { pinCode: flag; password: flag; isElevated: flag; expiresAt?: text; pinExpiresAt?: text }
OAuthStartDto { redirectUri: text; state?: text; codeChallenge?: text }
OAuthUrlDto { url: text }
OAuthFinishDto { url: text 1..; state?: text; codeVerifier?: text }
ApiKeyDto { id: uuid; name: text; permissions: Permission[]; createdAt: datetime; updatedAt: datetime }
ApiKeyCreateDto { name?: text 1..; permissions: Permission[] 1.. unique }
ApiKeyCreatedDto { secret: text; apiKey: ApiKeyDto }
ApiKeyUpdateDto { name?: text; permissions?: Permission[] 1.. }
SessionDto { id: uuid; deviceKind: text; deviceOs: text; current: flag; createdAt: text; updatedAt: text; expiresAt?: text; isPendingSync: flag; appVersion: text|null }
SessionCreateDto { duration?: int 1.. *; deviceKind?: text; deviceOs?: text }
SessionCreatedDto extends SessionDto { token: text }
SessionUpdateDto { isPendingSync?: flag }

DownloadInfoFilterDto { albumId?: uuid; userId?: uuid; archiveSize?: int 1..; itemIds?: uuid[] }
DownloadArchiveDto { size: int64; itemIds: uuid[] }
DownloadInfoDto { totalSize: int64; archives: DownloadArchiveDto[] }
DownloadItemsDto { itemIds: uuid[]; edited?: flag }
DuplicateDto { duplicateId: uuid; items: ItemDto[] }
DuplicateResolveGroupDto { duplicateId: uuid; action: DuplicateAction; keepIds: uuid[] }
DuplicateResolveDto { groups: DuplicateResolveGroupDto[] 1..100 }
WorkerCountsDto { active: int; completed: int; delayed: int; failed: int; paused: int; waiting: int }
WorkerStateDto { isActive: flag; isPaused: flag }
WorkerDto { counts: WorkerCountsDto; state: WorkerStateDto }
WorkersDto { thumbnails: WorkerDto; metadata: WorkerDto; transcoding: WorkerDto; faces: WorkerDto; clusters: WorkerDto; embeddings: WorkerDto; duplicates: WorkerDto; sidecars: WorkerDto; backups: WorkerDto; cleanup: WorkerDto; notices: WorkerDto; search: WorkerDto }
WorkerCommandDto { command: WorkerCommand; force?: flag * }
JobCreateDto { name: WorkerName }
QueueJobDto { id?: text; name: WorkerName; data: object; timestamp: int64 }
QueueDto { name: WorkerName; isPaused: flag; statistics: WorkerCountsDto }
QueueUpdateDto { isPaused?: flag }
QueueJobsFilterDto { status?: ImportState[] }
LibraryDto { id: uuid; ownerId: uuid; name: text; itemCount: int; importPaths: text[]; exclusionPatterns: text[]; createdAt: datetime; updatedAt: datetime; refreshedAt: datetime|null }
LibraryCreateDto { ownerId: uuid; name?: text 1..; importPaths?: text[] ..128 unique; exclusionPatterns?: text[] ..128 unique }
LibraryUpdateDto = omit LibraryCreateDto ownerId
LibraryStatsDto { photos: int =0; videos: int =0; total: int =0; usage: int64 =0 }
LibraryValidateDto = pick LibraryCreateDto importPaths exclusionPatterns
LibraryPathResultDto { importPath: text; isValid: flag =false; message?: text }
LibraryValidateResultDto { importPaths?: LibraryPathResultDto[] }
MarkerDto { id: uuid; latitude: double; longitude: double; city: text|null; region: text|null; country: text|null }
MarkerFilterDto { isArchived?: flag; isFavorite?: flag; takenAfter?: datetime; takenBefore?: datetime; withPartners?: flag; withSharedAlbums?: flag }
PlaceNameDto { city: text|null; region: text|null; country: text|null }
PlaceFilterDto { latitude: double -90..90; longitude: double -180..180 }
OnThisDayDto { year: int 1000..9999 }
MemoryDto { id: uuid; ownerId: uuid; kind: MemoryKind; data: OnThisDayDto; items: ItemDto[]; isSaved: flag; memoryAt: datetime; seenAt?: datetime; showAt?: datetime; hideAt?: datetime; createdAt: datetime; updatedAt: datetime; deletedAt?: datetime }
MemoryCreateDto { kind: MemoryKind; data: OnThisDayDto; memoryAt: datetime; itemIds?: uuid[]; isSaved?: flag; seenAt?: datetime }
MemoryUpdateDto { isSaved?: flag; memoryAt?: datetime; seenAt?: datetime }
MemoryFilterDto { kind?: MemoryKind; for?: datetime; isSaved?: flag; isTrashed?: flag; order?: SortOrder; size?: int 1.. }
MemoryStatsDto { total: int }
NoticeDto { id: uuid; level: NoticeLevel; kind: NoticeKind; title: text; description?: text|null; data?: object; readAt?: datetime|null; createdAt: datetime }
NoticeFilterDto { id?: uuid; level?: NoticeLevel; kind?: NoticeKind; unread?: flag }
NoticeUpdateDto { readAt?: datetime|null }
NoticesUpdateDto extends NoticeUpdateDto { ids: uuid[] 1.. }
NoticeCreateDto { userId: uuid; level?: NoticeLevel; kind?: NoticeKind; title: text; description?: text|null; data?: object }
MailTemplateDto { template: text }
MailTestDto { messageId: text }
MailTemplatePreviewDto { name: text; html: text }
PartnerDto extends UserDto { inTimeline?: flag }
PartnerCreateDto { sharedWithId: uuid }
PartnerUpdateDto { inTimeline: flag }
PluginActionDto { id: uuid; method: text; title: text; description: text; schema: object|null; contexts: EntityKind[] }
PluginDto { id: uuid; name: text; version: text; author: text; actions: PluginActionDto[]; filters: PluginActionDto[]; createdAt: text }
FlowStepDto { actionId: uuid; config?: object|null; order: int 0.. }
FlowDto { id: uuid; name: text|null; trigger: NoticeKind; enabled: flag; filters: FlowStepDto[]; actions: FlowStepDto[] }
FlowCreateDto { name: text; description?: text; trigger: NoticeKind; enabled?: flag; filters: FlowStepDto[]; actions: FlowStepDto[] }
FlowUpdateDto = partial FlowCreateDto

SearchBaseDto { albumIds?: uuid[]; city?: text|null; country?: text|null; region?: text|null; make?: text; model?: text|null; lens?: text|null; personIds?: uuid[]; tagIds?: uuid[]|null; kind?: MediaKind; libraryId?: uuid|null; isFavorite?: flag; isMotion?: flag; isOffline?: flag; isEncoded?: flag; isNotInAlbum?: flag; rating?: int -1..5; ocr?: text; takenAfter?: datetime; takenBefore?: datetime; createdAfter?: datetime; createdBefore?: datetime; trashedAfter?: datetime; visibility?: Visibility; withDeleted?: flag; withExif?: flag }
MetadataSearchDto extends SearchBaseDto { id?: uuid; checksum?: text; description?: text; deviceId?: text deprecated; originalName?: text; originalPath?: text; order?: SortOrder ="newest"; page?: int 1..; size?: int 1..1000; withPeople?: flag; withStacked?: flag }
SmartSearchDto extends SearchBaseDto { query?: text; queryItemId?: uuid; language?: text; page?: int 1..; size?: int 1..1000 }
RandomSearchDto extends SearchBaseDto { size?: int 1..1000; withPeople?: flag; withStacked?: flag }
StatsSearchDto extends SearchBaseDto { description?: text }
LargeSearchDto = partial RandomSearchDto
FacetCountDto { count: int; value: text }
FacetDto { fieldName: text; counts: FacetCountDto[] }
SearchAlbumsDto { total: int; count: int; items: AlbumDto[]; facets: FacetDto[] }
SearchItemsDto { total: int deprecated; count: int; items: ItemDto[]; facets: FacetDto[]; nextPage: text|null }
SearchResultDto { albums: SearchAlbumsDto; items: SearchItemsDto }
SearchStatsDto { total: int }
ExploreItemDto { value: text; data: ItemDto }
ExploreDto { fieldName: text; items: ExploreItemDto[] }
PlaceDto { name: text; latitude: double; longitude: double; region?: text; district?: text }
SuggestionFilterDto { field: SuggestionField; country?: text; region?: text; make?: text; model?: text; lens?: text; includeNull?: flag }

ServerAboutDto { version: text; notesUrl: url; commit?: text; builtAt?: datetime; tools: Map<text>; licensed: flag; helpUrl?: url }
ServerConfigDto { loginText: text; loginButton: text; binDays: int; graceDays: int; isSetUp: flag; publicHost: text; showsUsers: flag; mapStyles: Map<url>; maintenance: flag }
ServerFeaturesDto { search: flag; similar: flag; duplicates: flag; faces: flag; places: flag; bin: flag; singleSignOn: flag; passwords: flag; mail: flag; text: flag; readOnlyConfig: flag }
ServerPingDto { res: text readonly eg:"pong" }
UsageDto { userId: uuid; userName: text; photos: int; videos: int; usage: int64; usagePhotos: int64; usageVideos: int64; quotaInBytes: int64|null }
ServerStatsDto { photos: int =0; videos: int =0; usage: int64 =0; usagePhotos: int64 =0; usageVideos: int64 =0; byUser: UsageDto[] =[] }
StorageDto { size: text; used: text; free: text; sizeInBytes: int64; usedInBytes: int64; freeInBytes: int64; usedShare: double 0..1 }
ServerVersionDto { major: int; minor: int; patch: int }
VersionEntryDto { id: uuid; createdAt: datetime; version: text }
VersionCheckDto { checkedAt: text|null; releaseVersion: text|null }
MediaTypesDto { video: text[]; image: text[]; sidecar: text[] }
ThemeDto { customCss: text }
InstallersDto { linux: url; mac: url; windows: url; phone-app: url }
SharedLinkDto { id: uuid; key: text; slug: text|null; kind: LinkKind; userId: uuid; description: text|null; password: text|null; token?: text|null deprecated; createdAt: datetime; expiresAt: datetime|null; items: ItemDto[]; album?: AlbumDto; allowUpload: flag; allowDownload: flag; showMetadata: flag }
SharedLinkCreateDto { kind: LinkKind; itemIds?: uuid[]; albumId?: uuid; slug?: text|null; description?: text|null; password?: text|null; expiresAt?: datetime|null =null; allowUpload?: flag; allowDownload?: flag =true; showMetadata?: flag =true }
SharedLinkUpdateDto { slug?: text|null; description?: text|null; password?: text|null; expiresAt?: datetime|null; allowUpload?: flag; allowDownload?: flag; showMetadata?: flag; changeExpiry?: flag * }
SharedLinkReadDto { password?: text; token?: text; key?: text; slug?: text }
StackDto { id: uuid; primaryItemId: uuid; items: ItemDto[] }
StackCreateDto { itemIds: uuid[] 2.. * }
StackUpdateDto { primaryItemId?: uuid }
StackFilterDto { primaryItemId?: uuid }
SyncFullDto { lastId?: uuid; updatedUntil: datetime; userId?: uuid; limit: int 1.. }
SyncDeltaDto { updatedAfter: datetime; userIds: uuid[] }
SyncDeltaResultDto { needsFullSync: flag; upserted: ItemDto[]; deleted: text[] }
SyncStreamDto { types: SyncKind[]; reset?: flag }
SyncAckDto { kind: SyncKind; ack: text }
SyncAcksDto { acks: text[] ..1000 }
SyncAcksDeleteDto { kinds?: SyncKind[] }

ConfigBackupDatabaseDto { enabled: flag; cronExpression: text; keepLast: number 1.. }
ConfigBackupDto { database: ConfigBackupDatabaseDto }
ConfigCodecOptionsDto { quality: int 0..51; threads: int 0..; preset: text; video: VideoCodec; videoKept: VideoCodec[]; audio: AudioCodec; audioKept: AudioCodec[]; containersKept: Container[]; height: text; bitrate: text; betweenFrames: int -1..16; references: int 0..6; keyFrames: int 0..; adaptive: flag; mode: QualityMode; passes: int 1..2; device: text; rule: TranscodeRule; acceleration: Acceleration; decodes: flag; tones: ToneMapping }
ConfigConcurrencyDto { concurrency: int 1.. }
ConfigJobsDto { thumbnails: ConfigConcurrencyDto; metadata: ConfigConcurrencyDto; transcoding: ConfigConcurrencyDto; faces: ConfigConcurrencyDto; embeddings: ConfigConcurrencyDto; sidecars: ConfigConcurrencyDto; cleanup: ConfigConcurrencyDto; search: ConfigConcurrencyDto; notices: ConfigConcurrencyDto }
ConfigScanDto { enabled: flag; cronExpression: text }
ConfigWatchDto { enabled: flag }
ConfigLibraryDto { scan: ConfigScanDto; watch: ConfigWatchDto }
ConfigLoggingDto { enabled: flag; level: LogLevel }
ConfigAvailabilityDto { enabled: flag; timeout: number; interval: number }
ConfigEmbeddingsDto { enabled: flag; modelName: text }
ConfigDuplicatesDto { enabled: flag; maxDistance: double 0.001..0.1 }
ConfigFacesDto { enabled: flag; modelName: text; minScore: double 0.1..1; maxDistance: double 0.1..2; minFaces: int 1.. }
ConfigOcrDto { enabled: flag; modelName: text; minDetection: double 0.1..1; minRecognition: double 0.1..1; maxResolution: int 1.. }
ConfigLearningDto { enabled: flag; urls: url[] 1..; availability: ConfigAvailabilityDto; embeddings: ConfigEmbeddingsDto; duplicates: ConfigDuplicatesDto; faces: ConfigFacesDto; ocr: ConfigOcrDto }
ConfigMapDto { enabled: flag; lightStyle: url; darkStyle: url }
ConfigFacesImportDto { import: flag }
ConfigMetadataDto { faces: ConfigFacesImportDto }
ConfigVersionCheckDto { enabled: flag }
ConfigNightlyDto { startsAt: text like:^\\d\\d:\\d\\d$; cleansUp: flag; drawsThumbnails: flag; groupsFaces: flag; makesMemories: flag; countsUsage: flag }
ConfigTransportDto { host: text; port: number 0..65535; username: text; password: text; ignoreCert: flag; secure: flag }
ConfigSmtpDto { enabled: flag; from: text; replyTo: text; transport: ConfigTransportDto }
ConfigNoticesDto { smtp: ConfigSmtpDto }
ConfigMailTemplatesDto { albumInvite: text; albumUpdate: text; welcome: text }
ConfigTemplatesDto { mail: ConfigMailTemplatesDto }
ConfigOAuthDto { enabled: flag; startsAtOnce: flag; createsUsers: flag; button: text; clientId: text; clientSecret: text; issuer: url; scope: text; timeout: int above:0; method: TokenMethod; algorithm: text; claims: Map<text>; quota: int64|null 0..; phoneRedirect: text|null }
ConfigPasswordLoginDto { enabled: flag }
ConfigGeocodingDto { enabled: flag }
ConfigServerDto { externalDomain: text; loginPageMessage: text; publicUsers: flag }
ConfigStorageTemplateDto { enabled: flag; hashVerification: flag; template: text }
ConfigImageDto { format: FileFormat; quality: int 1..100; size: int 1..; progressive?: flag =false }
ConfigFullImageDto { enabled: flag; format: FileFormat; quality: int 1..100; progressive?: flag =false }
ConfigImagesDto { thumbnail: ConfigImageDto; preview: ConfigImageDto; full: ConfigFullImageDto; colorSpace: ColorSpace; extractEmbedded: flag }
ConfigThemeDto { customCss: text }
ConfigTrashDto { enabled: flag; days: int 0.. }
ConfigUserDto { deleteDelay: int 1.. }
ConfigDto { backup: ConfigBackupDto; codec: ConfigCodecOptionsDto; jobs: ConfigJobsDto; library: ConfigLibraryDto; logging: ConfigLoggingDto; learning: ConfigLearningDto; map: ConfigMapDto; metadata: ConfigMetadataDto; versionCheck: ConfigVersionCheckDto; nightly: ConfigNightlyDto; notices: ConfigNoticesDto; templates: ConfigTemplatesDto; oauth: ConfigOAuthDto; passwordLogin: ConfigPasswordLoginDto; geocoding: ConfigGeocodingDto; server: ConfigServerDto; storageTemplate: ConfigStorageTemplateDto; images: ConfigImagesDto; theme: ConfigThemeDto; trash: ConfigTrashDto; user: ConfigUserDto }
TemplateOptionsDto { years: text[]; months: text[]; weeks: text[]; days: text[]; hours: text[]; presets: text[][] }
GeocodingStateDto { lastUpdate: text|null; lastImportFile: text|null }
BucketFilterDto { albumId?: uuid; personId?: uuid; tagId?: uuid; userId?: uuid; isFavorite?: flag *; isTrashed?: flag; withStacked?: flag; withPartners?: flag; withCoordinates?: flag; order?: SortOrder; visibility?: Visibility; key?: text; slug?: text; bbox?: text like:^[-0-9.,]+$ }
BucketReadDto extends BucketFilterDto { bucket: text eg:"2024-01-01" }
BucketDto { bucket: text; count: int }
BucketItemsDto { id: uuid[]; ownerId: uuid[]; ratio: number[]; isFavorite: flag[]; isTrashed: flag[]; isImage: flag[]; thumbhash: (text|null)[]; duration: (text|null)[]; city: (text|null)[]; country: (text|null)[]; livePhotoId: (uuid|null)[]; latitude?: (number|null)[]; longitude?: (number|null)[]; stack?: (text[]|null)[]; visibility: Visibility[]; localOffsetHours: number[]; createdAt: text[] }
FolderFilterDto { path: text; recursive?: flag }
ReportItemDto { entityId: uuid; entity: EntityKind; pathKind: PathKind; pathValue: text; checksum?: text }
ReportDto { orphans: ReportItemDto[]; extras: text[] }
ReportFixDto { items: ReportItemDto[] }
ChecksumsDto { fileNames: text[] }
ChecksumDto { fileName: text; checksum: text }
MaintenanceDto { action: WorkerCommand; restoreFrom?: text }
MaintenanceStateDto { active: flag; action: WorkerCommand; progress?: number 0..100 step:0.5; task?: text; error?: text|null }
BackupDto { fileName: text; fileSize: int64 }
BackupsDto { backups: BackupDto[] }
BackupUploadDto { file?: binary }
BackupsDeleteDto { backups: text[] }
`;
