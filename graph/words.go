package graph

import (
	"io"
	"slices"
	"strings"
)

// The words of the model, each list in the order of the API: enums sort as they
// are declared. What each word means stands in schema/*.graphqls, where
// researchers read it.

// NodeKind is what a node is; it stands in its id as well.
type NodeKind string

// The values of NodeKind, in order.
const (
	KindGroup        NodeKind = "GROUP"
	KindOrganization NodeKind = "ORGANIZATION"
	KindPerson       NodeKind = "PERSON"
	KindAffiliation  NodeKind = "AFFILIATION"
	KindLocation     NodeKind = "LOCATION"
	KindAttack       NodeKind = "ATTACK"
	KindStatement    NodeKind = "STATEMENT"
	KindClaim        NodeKind = "CLAIM"
	KindConfirmation NodeKind = "CONFIRMATION"
	KindDenial       NodeKind = "DENIAL"
	KindDoubt        NodeKind = "DOUBT"
	KindSource       NodeKind = "SOURCE"
	KindStatistic    NodeKind = "STATISTIC"
)

// NodeKinds lists the values of NodeKind in order.
var NodeKinds = func() []NodeKind {
	var names []NodeKind
	for _, k := range Kinds {
		names = append(names, k.Name)
	}
	return names
}()

// ActorKind is the sort of an actor; one list for groups, organizations and persons.
type ActorKind string

// The values of ActorKind, in order.
const (
	ActorArmedGroup         ActorKind = "ARMED_GROUP"
	ActorMilitia            ActorKind = "MILITIA"
	ActorStateForce         ActorKind = "STATE_FORCE"
	ActorPolice             ActorKind = "POLICE"
	ActorInternationalForce ActorKind = "INTERNATIONAL_FORCE"
	ActorCoalition          ActorKind = "COALITION"
	ActorPrivateMilitary    ActorKind = "PRIVATE_MILITARY"
	ActorGovernment         ActorKind = "GOVERNMENT"
	ActorIntergovernmental  ActorKind = "INTERGOVERNMENTAL"
	ActorCompany            ActorKind = "COMPANY"
	ActorMedia              ActorKind = "MEDIA"
	ActorFoundation         ActorKind = "FOUNDATION"
	ActorNGO                ActorKind = "NGO"
	ActorIndividual         ActorKind = "INDIVIDUAL"
	ActorOther              ActorKind = "OTHER"
	ActorUnknown            ActorKind = "UNKNOWN"
)

// ActorKinds lists the values of ActorKind in order.
var ActorKinds = []ActorKind{ActorArmedGroup, ActorMilitia, ActorStateForce, ActorPolice, ActorInternationalForce, ActorCoalition, ActorPrivateMilitary, ActorGovernment, ActorIntergovernmental, ActorCompany, ActorMedia, ActorFoundation, ActorNGO, ActorIndividual, ActorOther, ActorUnknown}

// AffiliationKind is the sort of tie from one actor to another.
type AffiliationKind string

// The values of AffiliationKind, in order.
const (
	PartOf              AffiliationKind = "PART_OF"
	BranchOf            AffiliationKind = "BRANCH_OF"
	PledgedAllegianceTo AffiliationKind = "PLEDGED_ALLEGIANCE_TO"
	AlliedWith          AffiliationKind = "ALLIED_WITH"
	CooperatesWith      AffiliationKind = "COOPERATES_WITH"
	SplitFrom           AffiliationKind = "SPLIT_FROM"
	MergedInto          AffiliationKind = "MERGED_INTO"
	Succeeded           AffiliationKind = "SUCCEEDED"
	RivalOf             AffiliationKind = "RIVAL_OF"
	MemberOf            AffiliationKind = "MEMBER_OF"
	EmployedBy          AffiliationKind = "EMPLOYED_BY"
	Protects            AffiliationKind = "PROTECTS"
	OwnedBy             AffiliationKind = "OWNED_BY"
)

// AffiliationKinds lists the values of AffiliationKind in order.
var AffiliationKinds = []AffiliationKind{PartOf, BranchOf, PledgedAllegianceTo, AlliedWith, CooperatesWith, SplitFrom, MergedInto, Succeeded, RivalOf, MemberOf, EmployedBy, Protects, OwnedBy}

// LocationKind is the sort of a place.
type LocationKind string

// The values of LocationKind, in order.
const (
	LocationCountry    LocationKind = "COUNTRY"
	LocationAdmin1     LocationKind = "ADMIN1"
	LocationAdmin2     LocationKind = "ADMIN2"
	LocationAdmin3     LocationKind = "ADMIN3"
	LocationSettlement LocationKind = "SETTLEMENT"
	LocationArea       LocationKind = "AREA"
	LocationRoute      LocationKind = "ROUTE"
	LocationSite       LocationKind = "SITE"
	LocationUnknown    LocationKind = "UNKNOWN"
)

// LocationKinds lists the values of LocationKind in order.
var LocationKinds = []LocationKind{LocationCountry, LocationAdmin1, LocationAdmin2, LocationAdmin3, LocationSettlement, LocationArea, LocationRoute, LocationSite, LocationUnknown}

// AttackKind is how an attack was made.
type AttackKind string

// The values of AttackKind, in order.
const (
	AttackArmedAssault   AttackKind = "ARMED_ASSAULT"
	AttackAmbush         AttackKind = "AMBUSH"
	AttackIED            AttackKind = "IED"
	AttackLandmine       AttackKind = "LANDMINE"
	AttackClash          AttackKind = "CLASH"
	AttackRaid           AttackKind = "RAID"
	AttackAirstrike      AttackKind = "AIRSTRIKE"
	AttackDroneStrike    AttackKind = "DRONE_STRIKE"
	AttackShelling       AttackKind = "SHELLING"
	AttackSuicideAttack  AttackKind = "SUICIDE_ATTACK"
	AttackSiege          AttackKind = "SIEGE"
	AttackAbduction      AttackKind = "ABDUCTION"
	AttackAssassination  AttackKind = "ASSASSINATION"
	AttackExecution      AttackKind = "EXECUTION"
	AttackArson          AttackKind = "ARSON"
	AttackSexualViolence AttackKind = "SEXUAL_VIOLENCE"
	AttackOther          AttackKind = "OTHER"
	AttackUnknown        AttackKind = "UNKNOWN"
)

// AttackKinds lists the values of AttackKind in order.
var AttackKinds = []AttackKind{AttackArmedAssault, AttackAmbush, AttackIED, AttackLandmine, AttackClash, AttackRaid, AttackAirstrike, AttackDroneStrike, AttackShelling, AttackSuicideAttack, AttackSiege, AttackAbduction, AttackAssassination, AttackExecution, AttackArson, AttackSexualViolence, AttackOther, AttackUnknown}

// ClaimKind says what sort of proposition a claim is: one's own deed, another's, a suspicion, or neutral facts.
type ClaimKind string

// The values of ClaimKind, in order.
const (
	ClaimResponsibility ClaimKind = "RESPONSIBILITY"
	ClaimAccusation     ClaimKind = "ACCUSATION"
	ClaimSuspicion      ClaimKind = "SUSPICION"
	ClaimReport         ClaimKind = "REPORT"
)

// ClaimKinds lists the values of ClaimKind in order.
var ClaimKinds = []ClaimKind{ClaimResponsibility, ClaimAccusation, ClaimSuspicion, ClaimReport}

// ActorsMode says whether several actors named together acted together, or only one of them did.
type ActorsMode string

// The values of ActorsMode, in order.
const (
	Joint       ActorsMode = "JOINT"
	Alternative ActorsMode = "ALTERNATIVE"
)

// ActorsModes lists the values of ActorsMode in order.
var ActorsModes = []ActorsMode{Joint, Alternative}

// ResponseKind is the sort of an answer.
type ResponseKind string

// The values of ResponseKind, in order.
const (
	ResponseConfirmation ResponseKind = "CONFIRMATION"
	ResponseDenial       ResponseKind = "DENIAL"
	ResponseDoubt        ResponseKind = "DOUBT"
)

// ResponseKinds lists the values of ResponseKind in order.
var ResponseKinds = []ResponseKind{ResponseConfirmation, ResponseDenial, ResponseDoubt}

// DoubtGround is why somebody doubts.
type DoubtGround string

// The values of DoubtGround, in order.
const (
	GroundNotVerified  DoubtGround = "NOT_VERIFIED"
	GroundNoEvidence   DoubtGround = "NO_EVIDENCE"
	GroundImplausible  DoubtGround = "IMPLAUSIBLE"
	GroundInconsistent DoubtGround = "INCONSISTENT"
	GroundUnspecified  DoubtGround = "UNSPECIFIED"
)

// DoubtGrounds lists the values of DoubtGround in order.
var DoubtGrounds = []DoubtGround{GroundNotVerified, GroundNoEvidence, GroundImplausible, GroundInconsistent, GroundUnspecified}

// Aspect is the part of an assertion that another one answers.
type Aspect string

// The values of Aspect, in order.
const (
	AspectOccurrence     Aspect = "OCCURRENCE"
	AspectResponsibility Aspect = "RESPONSIBILITY"
	AspectCasualties     Aspect = "CASUALTIES"
	AspectTarget         Aspect = "TARGET"
	AspectLocation       Aspect = "LOCATION"
	AspectTime           Aspect = "TIME"
	AspectMethod         Aspect = "METHOD"
	AspectEffects        Aspect = "EFFECTS"
	AspectCustody        Aspect = "CUSTODY"
	AspectMotive         Aspect = "MOTIVE"
	AspectAffiliation    Aspect = "AFFILIATION"
	AspectAuthenticity   Aspect = "AUTHENTICITY"
	AspectUnspecified    Aspect = "UNSPECIFIED"
)

// Aspects lists the values of Aspect in order.
var Aspects = []Aspect{AspectOccurrence, AspectResponsibility, AspectCasualties, AspectTarget, AspectLocation, AspectTime, AspectMethod, AspectEffects, AspectCustody, AspectMotive, AspectAffiliation, AspectAuthenticity, AspectUnspecified}

// Degree is how far a response agrees or disagrees.
type Degree string

// The values of Degree, in order.
const (
	DegreeFull        Degree = "FULL"
	DegreeLargely     Degree = "LARGELY"
	DegreePartly      Degree = "PARTLY"
	DegreeUnspecified Degree = "UNSPECIFIED"
)

// Degrees lists the values of Degree in order.
var Degrees = []Degree{DegreeFull, DegreeLargely, DegreePartly, DegreeUnspecified}

// Standing is where an assertion stands among the others, weakest opposition first (rule 10).
type Standing string

// The values of Standing, in order.
const (
	Unanswered         Standing = "UNANSWERED"
	Questioned         Standing = "QUESTIONED"
	PartlyCorroborated Standing = "PARTLY_CORROBORATED"
	Corroborated       Standing = "CORROBORATED"
	PartlyDisputed     Standing = "PARTLY_DISPUTED"
	Contested          Standing = "CONTESTED"
	Denied             Standing = "DENIED"
	Retracted          Standing = "RETRACTED"
)

// Standings lists the values of Standing in order.
var Standings = []Standing{Unanswered, Questioned, PartlyCorroborated, Corroborated, PartlyDisputed, Contested, Denied, Retracted}

// SourceKind is the sort of a document or other medium.
type SourceKind string

// The values of SourceKind, in order.
const (
	SourceArticle    SourceKind = "ARTICLE"
	SourceCommunique SourceKind = "COMMUNIQUE"
	SourceVideo      SourceKind = "VIDEO"
	SourceAudio      SourceKind = "AUDIO"
	SourceSocialPost SourceKind = "SOCIAL_POST"
	SourceReport     SourceKind = "REPORT"
	SourceDataset    SourceKind = "DATASET"
	SourceStatement  SourceKind = "STATEMENT"
	SourceComment    SourceKind = "COMMENT"
	SourceOther      SourceKind = "OTHER"
)

// SourceKinds lists the values of SourceKind in order.
var SourceKinds = []SourceKind{SourceArticle, SourceCommunique, SourceVideo, SourceAudio, SourceSocialPost, SourceReport, SourceDataset, SourceStatement, SourceComment, SourceOther}

// Reliability grades a source on the Admiralty scale: A completely reliable to E unreliable, F cannot be judged.
type Reliability string

// The values of Reliability, in order.
const (
	ReliabilityA Reliability = "A"
	ReliabilityB Reliability = "B"
	ReliabilityC Reliability = "C"
	ReliabilityD Reliability = "D"
	ReliabilityE Reliability = "E"
	ReliabilityF Reliability = "F"
)

// Reliabilities lists the values of Reliability in order.
var Reliabilities = []Reliability{ReliabilityA, ReliabilityB, ReliabilityC, ReliabilityD, ReliabilityE, ReliabilityF}

// Availability says whether a source can be had.
type Availability string

// The values of Availability, in order.
const (
	AvailabilityPublished            Availability = "PUBLISHED"
	AvailabilityAnnouncedNotReleased Availability = "ANNOUNCED_NOT_RELEASED"
	AvailabilityRemoved              Availability = "REMOVED"
	AvailabilityArchivedOnly         Availability = "ARCHIVED_ONLY"
	AvailabilityUnknown              Availability = "UNKNOWN"
)

// Availabilities lists the values of Availability in order.
var Availabilities = []Availability{AvailabilityPublished, AvailabilityAnnouncedNotReleased, AvailabilityRemoved, AvailabilityArchivedOnly, AvailabilityUnknown}

// Metric is what a statistic counts.
type Metric string

// The values of Metric, in order.
const (
	MetricAttacks Metric = "ATTACKS"
	MetricKilled  Metric = "KILLED"
	MetricWounded Metric = "WOUNDED"
)

// Metrics lists the values of Metric in order.
var Metrics = []Metric{MetricAttacks, MetricKilled, MetricWounded}

// Extent says whether a range of dates is one moment somewhere in it, or filled by it.
type Extent string

// The values of Extent, in order.
const (
	Moment Extent = "MOMENT"
	Span   Extent = "SPAN"
)

// Extents lists the values of Extent in order.
var Extents = []Extent{Moment, Span}

// DatePrecision is how finely a date is known.
type DatePrecision string

// The values of DatePrecision, in order.
const (
	PrecisionTime    DatePrecision = "TIME"
	PrecisionDay     DatePrecision = "DAY"
	PrecisionWeek    DatePrecision = "WEEK"
	PrecisionMonth   DatePrecision = "MONTH"
	PrecisionYear    DatePrecision = "YEAR"
	PrecisionRange   DatePrecision = "RANGE"
	PrecisionUnknown DatePrecision = "UNKNOWN"
)

// DatePrecisions lists the values of DatePrecision in order.
var DatePrecisions = []DatePrecision{PrecisionTime, PrecisionDay, PrecisionWeek, PrecisionMonth, PrecisionYear, PrecisionRange, PrecisionUnknown}

// Derivation says how a date came about, strongest first.
type Derivation string

// The values of Derivation, in order.
const (
	Explicit Derivation = "EXPLICIT"
	Partial  Derivation = "PARTIAL"
	Relative Derivation = "RELATIVE"
	Inferred Derivation = "INFERRED"
	External Derivation = "EXTERNAL"
	Unstated Derivation = "UNSTATED"
)

// Derivations lists the values of Derivation in order.
var Derivations = []Derivation{Explicit, Partial, Relative, Inferred, External, Unstated}

// PlaceRelation says how an event lies to the places named.
type PlaceRelation string

// The values of PlaceRelation, in order.
const (
	PlaceAt      PlaceRelation = "AT"
	PlaceIn      PlaceRelation = "IN"
	PlaceNear    PlaceRelation = "NEAR"
	PlaceBetween PlaceRelation = "BETWEEN"
	PlaceOnRoute PlaceRelation = "ON_ROUTE"
)

// PlaceRelations lists the values of PlaceRelation in order.
var PlaceRelations = []PlaceRelation{PlaceAt, PlaceIn, PlaceNear, PlaceBetween, PlaceOnRoute}

// PlacePrecision is how finely a place is known.
type PlacePrecision string

// The values of PlacePrecision, in order.
const (
	PlacePrecisionExact     PlacePrecision = "EXACT"
	PlacePrecisionNear      PlacePrecision = "NEAR"
	PlacePrecisionAdmin2    PlacePrecision = "ADMIN2"
	PlacePrecisionAdmin1    PlacePrecision = "ADMIN1"
	PlacePrecisionCountry   PlacePrecision = "COUNTRY"
	PlacePrecisionAmbiguous PlacePrecision = "AMBIGUOUS"
	PlacePrecisionUnknown   PlacePrecision = "UNKNOWN"
)

// PlacePrecisions lists the values of PlacePrecision in order.
var PlacePrecisions = []PlacePrecision{PlacePrecisionExact, PlacePrecisionNear, PlacePrecisionAdmin2, PlacePrecisionAdmin1, PlacePrecisionCountry, PlacePrecisionAmbiguous, PlacePrecisionUnknown}

// NameKind is the sort of a name.
type NameKind string

// The values of NameKind, in order.
const (
	NamePreferred       NameKind = "PREFERRED"
	NameAlias           NameKind = "ALIAS"
	NameAcronym         NameKind = "ACRONYM"
	NameTransliteration NameKind = "TRANSLITERATION"
	NameFormer          NameKind = "FORMER"
)

// NameKinds lists the values of NameKind in order.
var NameKinds = []NameKind{NamePreferred, NameAlias, NameAcronym, NameTransliteration, NameFormer}

// CitationRole says whether a source speaks for itself or relays another.
type CitationRole string

// The values of CitationRole, in order.
const (
	RolePrimary CitationRole = "PRIMARY"
	RoleRelayed CitationRole = "RELAYED"
)

// CitationRoles lists the values of CitationRole in order.
var CitationRoles = []CitationRole{RolePrimary, RoleRelayed}

// CitationBasis says whether a fact stands in the source, is read out of it, or was added from elsewhere.
type CitationBasis string

// The values of CitationBasis, in order.
const (
	BasisStated   CitationBasis = "STATED"
	BasisInferred CitationBasis = "INFERRED"
	BasisExternal CitationBasis = "EXTERNAL"
)

// CitationBases lists the values of CitationBasis in order.
var CitationBases = []CitationBasis{BasisStated, BasisInferred, BasisExternal}

// VictimCategory is who was hit.
type VictimCategory string

// The values of VictimCategory, in order.
const (
	VictimCivilian    VictimCategory = "CIVILIAN"
	VictimStateForce  VictimCategory = "STATE_FORCE"
	VictimMilitia     VictimCategory = "MILITIA"
	VictimArmedGroup  VictimCategory = "ARMED_GROUP"
	VictimPeacekeeper VictimCategory = "PEACEKEEPER"
	VictimCaptive     VictimCategory = "CAPTIVE"
	VictimAttacker    VictimCategory = "ATTACKER"
	VictimMixed       VictimCategory = "MIXED"
	VictimUnknown     VictimCategory = "UNKNOWN"
)

// VictimCategories lists the values of VictimCategory in order.
var VictimCategories = []VictimCategory{VictimCivilian, VictimStateForce, VictimMilitia, VictimArmedGroup, VictimPeacekeeper, VictimCaptive, VictimAttacker, VictimMixed, VictimUnknown}

// CasualtyOutcome is what befell people.
type CasualtyOutcome string

// The values of CasualtyOutcome, in order.
const (
	OutcomeKilled          CasualtyOutcome = "KILLED"
	OutcomeWounded         CasualtyOutcome = "WOUNDED"
	OutcomeKilledOrWounded CasualtyOutcome = "KILLED_OR_WOUNDED"
	OutcomeCaptured        CasualtyOutcome = "CAPTURED"
	OutcomeHeld            CasualtyOutcome = "HELD"
	OutcomeReleased        CasualtyOutcome = "RELEASED"
	OutcomeMissing         CasualtyOutcome = "MISSING"
)

// CasualtyOutcomes lists the values of CasualtyOutcome in order.
var CasualtyOutcomes = []CasualtyOutcome{OutcomeKilled, OutcomeWounded, OutcomeKilledOrWounded, OutcomeCaptured, OutcomeHeld, OutcomeReleased, OutcomeMissing}

// Disclosure says whether a number was given at all.
type Disclosure string

// The values of Disclosure, in order.
const (
	DisclosureStated              Disclosure = "STATED"
	DisclosureVague               Disclosure = "VAGUE"
	DisclosureAssertedButNotGiven Disclosure = "ASSERTED_BUT_NOT_GIVEN"
	DisclosureUnknown             Disclosure = "UNKNOWN"
)

// Disclosures lists the values of Disclosure in order.
var Disclosures = []Disclosure{DisclosureStated, DisclosureVague, DisclosureAssertedButNotGiven, DisclosureUnknown}

// Quantifier is how a number was put; "" where there is none.
type Quantifier string

// The values of Quantifier, in order.
const (
	QuantifierExact    Quantifier = "EXACT"
	QuantifierAtLeast  Quantifier = "AT_LEAST"
	QuantifierAtMost   Quantifier = "AT_MOST"
	QuantifierAbout    Quantifier = "ABOUT"
	QuantifierSeveral  Quantifier = "SEVERAL"
	QuantifierDozens   Quantifier = "DOZENS"
	QuantifierHundreds Quantifier = "HUNDREDS"
	QuantifierRange    Quantifier = "RANGE"
)

// Quantifiers lists the values of Quantifier in order.
var Quantifiers = []Quantifier{QuantifierExact, QuantifierAtLeast, QuantifierAtMost, QuantifierAbout, QuantifierSeveral, QuantifierDozens, QuantifierHundreds, QuantifierRange}

// EffectKind is what an attack did besides casualties.
type EffectKind string

// The values of EffectKind, in order.
const (
	EffectPostTaken         EffectKind = "POST_TAKEN"
	EffectMaterielCaptured  EffectKind = "MATERIEL_CAPTURED"
	EffectMaterielDestroyed EffectKind = "MATERIEL_DESTROYED"
	EffectAttackerWithdrew  EffectKind = "ATTACKER_WITHDREW"
	EffectPrisonersTaken    EffectKind = "PRISONERS_TAKEN"
	EffectOther             EffectKind = "OTHER"
)

// EffectKinds lists the values of EffectKind in order.
var EffectKinds = []EffectKind{EffectPostTaken, EffectMaterielCaptured, EffectMaterielDestroyed, EffectAttackerWithdrew, EffectPrisonersTaken, EffectOther}

// Certainty says whether a match follows from what the sources say, or is only not excluded.
type Certainty string

// The values of Certainty, in order.
const (
	Possible Certainty = "POSSIBLE"
	Certain  Certainty = "CERTAIN"
)

// Certainties lists the values of Certainty in order.
var Certainties = []Certainty{Possible, Certain}

// Direction says from which end of a tie an actor is looked at.
type Direction string

// The values of Direction, in order.
const (
	DirectionFrom Direction = "FROM"
	DirectionTo   Direction = "TO"
	DirectionBoth Direction = "BOTH"
)

// Directions lists the values of Direction in order.
var Directions = []Direction{DirectionFrom, DirectionTo, DirectionBoth}

// OrderDirection is the direction of an order.
type OrderDirection string

// The values of OrderDirection, in order.
const (
	Asc  OrderDirection = "ASC"
	Desc OrderDirection = "DESC"
)

// OrderDirections lists the values of OrderDirection in order.
var OrderDirections = []OrderDirection{Asc, Desc}

// ConflictBasis says how assertions disagree: one denies the other, or they cannot both hold.
type ConflictBasis string

// The values of ConflictBasis, in order.
const (
	ByDenial     ConflictBasis = "DENIAL"
	ByDifference ConflictBasis = "DIFFERENCE"
)

// ConflictBases lists the values of ConflictBasis in order.
var ConflictBases = []ConflictBasis{ByDenial, ByDifference}

// TimelineEvent is what happened on a day of a timeline.
type TimelineEvent string

// The values of TimelineEvent, in order.
const (
	EventOccurred  TimelineEvent = "OCCURRED"
	EventStated    TimelineEvent = "STATED"
	EventClaimed   TimelineEvent = "CLAIMED"
	EventConfirmed TimelineEvent = "CONFIRMED"
	EventDenied    TimelineEvent = "DENIED"
	EventDoubted   TimelineEvent = "DOUBTED"
	EventPublished TimelineEvent = "PUBLISHED"
	EventRetracted TimelineEvent = "RETRACTED"
)

// TimelineEvents lists the values of TimelineEvent in order.
var TimelineEvents = []TimelineEvent{EventOccurred, EventStated, EventClaimed, EventConfirmed, EventDenied, EventDoubted, EventPublished, EventRetracted}

// MarshalGQL writes the quantifier, and null where there is none.
func (q Quantifier) MarshalGQL(w io.Writer) { Text(q).MarshalGQL(w) }

// UnmarshalGQL reads a quantifier a client sent.
func (q *Quantifier) UnmarshalGQL(v any) error { return (*Text)(q).UnmarshalGQL(v) }

// oneOf refuses a word that is not in its list.
func oneOf[W ~string](what string, word W, list []W) error {
	if slices.Contains(list, word) {
		return nil
	}
	words := make([]string, len(list))
	for i, w := range list {
		words[i] = string(w)
	}
	return Under(BadInput("%q is none of %s", clip(string(word)), strings.Join(words, ", ")), what)
}

// allOf refuses a list with a word that is not in the list of words.
func allOf[W ~string](what string, given, list []W) error {
	for i, word := range given {
		if err := oneOf(index(i), word, list); err != nil {
			return Under(err, what)
		}
	}
	return nil
}

// sorted gives the words of a set in the order of their list.
func sorted[W ~string](set map[W]bool, list []W) []W {
	found := make([]W, 0, len(set))
	for _, word := range list {
		if set[word] {
			found = append(found, word)
		}
	}
	return found
}

// AttributionBasis is on whose word an attack counts as somebody's (rule 20).
type AttributionBasis string

// The values of AttributionBasis, in order.
const (
	SelfClaimed AttributionBasis = "SELF_CLAIMED"
	Accused     AttributionBasis = "ACCUSED"
	Suspected   AttributionBasis = "SUSPECTED"
	Reported    AttributionBasis = "REPORTED"
)

// AttributionBases lists the values of AttributionBasis in order.
var AttributionBases = []AttributionBasis{SelfClaimed, Accused, Suspected, Reported}

// LinkKind is the sort of a link between two nodes in a drawing; the API calls it Relation.
type LinkKind string

// The values of LinkKind, in order.
const (
	LinkAffiliatedWith LinkKind = "AFFILIATED_WITH"
	LinkLocatedIn      LinkKind = "LOCATED_IN"
	LinkOccurredAt     LinkKind = "OCCURRED_AT"
	LinkTargets        LinkKind = "TARGETS"
	LinkAssertedBy     LinkKind = "ASSERTED_BY"
	LinkAttributedTo   LinkKind = "ATTRIBUTED_TO"
	LinkIssuedBy       LinkKind = "ISSUED_BY"
	LinkInStatement    LinkKind = "IN_STATEMENT"
	LinkAbout          LinkKind = "ABOUT"
	LinkRespondsTo     LinkKind = "RESPONDS_TO"
	LinkSupersedes     LinkKind = "SUPERSEDES"
	LinkCites          LinkKind = "CITES"
	LinkPublishedBy    LinkKind = "PUBLISHED_BY"
	LinkAuthoredBy     LinkKind = "AUTHORED_BY"
	LinkDerivedFrom    LinkKind = "DERIVED_FROM"
	LinkScopedTo       LinkKind = "SCOPED_TO"
)

// LinkKinds lists the values of LinkKind in order.
var LinkKinds = []LinkKind{LinkAffiliatedWith, LinkLocatedIn, LinkOccurredAt, LinkTargets, LinkAssertedBy, LinkAttributedTo, LinkIssuedBy, LinkInStatement, LinkAbout, LinkRespondsTo, LinkSupersedes, LinkCites, LinkPublishedBy, LinkAuthoredBy, LinkDerivedFrom, LinkScopedTo}

// AttackFacetBy is by what a facet counts attacks.
type AttackFacetBy string

// The values of AttackFacetBy, in order.
const (
	AttacksByCountry  AttackFacetBy = "COUNTRY"
	AttacksByAdmin1   AttackFacetBy = "ADMIN1"
	AttacksByYear     AttackFacetBy = "YEAR"
	AttacksByMonth    AttackFacetBy = "MONTH"
	AttacksByKind     AttackFacetBy = "KIND"
	AttacksByClaimant AttackFacetBy = "CLAIMANT"
	AttacksByTarget   AttackFacetBy = "TARGET"
)

// AttackFacets lists the values of AttackFacetBy in order.
var AttackFacets = []AttackFacetBy{AttacksByCountry, AttacksByAdmin1, AttacksByYear, AttacksByMonth, AttacksByKind, AttacksByClaimant, AttacksByTarget}

// ClaimFacetBy is by what a facet counts claims.
type ClaimFacetBy string

// The values of ClaimFacetBy, in order.
const (
	ClaimsByKind     ClaimFacetBy = "KIND"
	ClaimsByStanding ClaimFacetBy = "STANDING"
	ClaimsByAsserter ClaimFacetBy = "ASSERTER"
	ClaimsByYear     ClaimFacetBy = "YEAR"
	ClaimsByMonth    ClaimFacetBy = "MONTH"
)

// ClaimFacets lists the values of ClaimFacetBy in order.
var ClaimFacets = []ClaimFacetBy{ClaimsByKind, ClaimsByStanding, ClaimsByAsserter, ClaimsByYear, ClaimsByMonth}
