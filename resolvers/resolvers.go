package resolvers

import "claimgraph/graph/generated"

// Each type of the API has its resolver; a body is one line, because
// everything was planned and fetched at the root.

func (r *Resolver) Query() generated.QueryResolver                       { return queries{r} }
func (r *Resolver) Group() generated.GroupResolver                       { return groups{} }
func (r *Resolver) Organization() generated.OrganizationResolver         { return organizations{} }
func (r *Resolver) Person() generated.PersonResolver                     { return persons{} }
func (r *Resolver) Affiliation() generated.AffiliationResolver           { return affiliations{} }
func (r *Resolver) Location() generated.LocationResolver                 { return locations{} }
func (r *Resolver) Attack() generated.AttackResolver                     { return attacks{} }
func (r *Resolver) Statement() generated.StatementResolver               { return statements{} }
func (r *Resolver) Claim() generated.ClaimResolver                       { return claims{} }
func (r *Resolver) Confirmation() generated.ConfirmationResolver         { return confirmations{} }
func (r *Resolver) Denial() generated.DenialResolver                     { return denials{} }
func (r *Resolver) Doubt() generated.DoubtResolver                       { return doubts{} }
func (r *Resolver) Source() generated.SourceResolver                     { return sources{} }
func (r *Resolver) Statistic() generated.StatisticResolver               { return statistics{} }
func (r *Resolver) AspectStanding() generated.AspectStandingResolver     { return standings{} }
func (r *Resolver) Citation() generated.CitationResolver                 { return citations{} }
func (r *Resolver) Name() generated.NameResolver                         { return names{} }
func (r *Resolver) PlaceRef() generated.PlaceRefResolver                 { return placeRefs{} }
func (r *Resolver) Retraction() generated.RetractionResolver             { return retractions{} }
func (r *Resolver) Target() generated.TargetResolver                     { return targets{} }
func (r *Resolver) Attribution() generated.AttributionResolver           { return attributions{} }
func (r *Resolver) CasualtyAccount() generated.CasualtyAccountResolver   { return casualtyAccount{} }
func (r *Resolver) Toll() generated.TollResolver                         { return tolls{} }
func (r *Resolver) Envelope() generated.EnvelopeResolver                 { return envelopes{} }
func (r *Resolver) TollTotal() generated.TollTotalResolver               { return tollTotals{} }
func (r *Resolver) Conflict() generated.ConflictResolver                 { return conflicts{} }
func (r *Resolver) Origin() generated.OriginResolver                     { return origins{} }
func (r *Resolver) StandingChange() generated.StandingChangeResolver     { return standingChanges{} }
func (r *Resolver) TimelineEntry() generated.TimelineEntryResolver       { return timelineEntries{} }
func (r *Resolver) Subgraph() generated.SubgraphResolver                 { return subgraphs{} }
func (r *Resolver) Path() generated.PathResolver                         { return paths{} }
func (r *Resolver) Link() generated.LinkResolver                         { return links{} }
func (r *Resolver) OwnCount() generated.OwnCountResolver                 { return ownCounts{} }
func (r *Resolver) AttackConnection() generated.AttackConnectionResolver { return attackLists{} }
func (r *Resolver) ClaimConnection() generated.ClaimConnectionResolver   { return claimLists{} }
func (r *Resolver) Bucket() generated.BucketResolver                     { return buckets{} }
func (r *Resolver) Victims() generated.VictimsResolver                   { return victims{} }
